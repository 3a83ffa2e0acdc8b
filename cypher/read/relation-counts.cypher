// How many relations of each type each of these entities has.
//
// Parameters
//   $entityIds: list<string> — unknown ones are left out
// Columns
//   entities: list<map> — `{ entityId, outgoing, incoming }`, by entityId; outgoing and incoming: each `{ type, count }`, by type
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (entity:Entity)
WHERE entity.id IN $entityIds
CALL (entity) {
  MATCH (entity)-[relation]->(:Entity)
  WITH type(relation) AS type, count(*) AS count
  ORDER BY type
  RETURN collect({ type: type, count: count }) AS outgoing
}
CALL (entity) {
  MATCH (entity)<-[relation]-(:Entity)
  WITH type(relation) AS type, count(*) AS count
  ORDER BY type
  RETURN collect({ type: type, count: count }) AS incoming
}
WITH entity.id AS entityId, outgoing, incoming
ORDER BY entityId
WITH collect({ entityId: entityId, outgoing: outgoing, incoming: incoming }) AS entities
OPTIONAL MATCH (dataset:Dataset)
RETURN entities, dataset.loads AS loads
