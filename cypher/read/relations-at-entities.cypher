// The relations at each of these entities, a self-loop once.
//
// Parameters
//   $entityIds: list<string> — unknown ones are left out
//   $types: list<string>? — only these relation types
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only what certainly held between these days, not what possibly did
//   $after: string — only relations with a greater sort key; '' for all
//   $limit: integer — most relations an entity
// Columns
//   entities: list<map> — `{ entityId, total, relations }`, by entityId; total: how many relations fit, regardless of $after and
//     $limit; relations: each `{ type, source, target, properties }`, by sort key
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (entity:Entity)
WHERE entity.id IN $entityIds
CALL (entity) {
  MATCH (entity)-[relation]-(:Entity)
  WHERE ($types IS NULL OR type(relation) IN $types)
    AND ($from IS NULL OR (
      relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
      AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
    ))
  RETURN count(relation) AS total
}
CALL (entity) {
  MATCH (entity)-[relation]-(:Entity)
  WHERE relation.sortKey > $after
    AND ($types IS NULL OR type(relation) IN $types)
    AND ($from IS NULL OR (
      relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
      AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
    ))
  WITH relation
  ORDER BY relation.sortKey
  LIMIT $limit
  RETURN collect({
    type: type(relation), source: startNode(relation).id, target: endNode(relation).id, properties: properties(relation)
  }) AS relations
}
WITH entity.id AS entityId, total, relations
ORDER BY entityId
WITH collect({ entityId: entityId, total: total, relations: relations }) AS entities
OPTIONAL MATCH (dataset:Dataset)
RETURN entities, dataset.loads AS loads
