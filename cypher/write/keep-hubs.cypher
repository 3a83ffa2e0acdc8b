// Keeps beside each hub which its first relations are, in both directions: Neo4j has no index over relations of all types in the order of
// one end, and a hub of a large graph has tens of thousands. Run by a load, after its relations are there.
//
// Parameters
//   $hubDegree: integer — a hub has more relations
//   $kept: integer — how many of them are kept
MATCH (entity:Entity)
WHERE entity.degree > $hubDegree AND entity.id IS NOT NULL
CALL (entity) {
  MATCH (entity)-[relation]-(:Entity)
  WITH relation
  ORDER BY relation.sortKey
  LIMIT $kept
  RETURN
    collect(relation.id) AS relations,
    collect(startNode(relation).id) AS sources,
    collect(endNode(relation).id) AS targets
}
WITH entity, relations, sources, targets
WHERE size(relations) = $kept
MERGE (hub:Hub { id: entity.id })
SET hub.relations = relations, hub.sources = sources, hub.targets = targets
