// Deletes relations that go out of the entities after an id: a hub's take several times.
//
// Parameters
//   $after: string — only of entities with a greater id; '' for all
//   $entities: integer — of how many entities
//   $limit: integer — most relations
// Columns
//   deleted: integer — how many were deleted; where it is $limit there may be more at these entities
//   last: string? — the last of these entities; null where there are none after
CALL {
  MATCH (entity:Entity)
  WHERE entity.id > $after
  RETURN entity
  ORDER BY entity.id
  LIMIT $entities
}
WITH collect(entity) AS entities
CALL (entities) {
  UNWIND entities AS entity
  MATCH (entity)-[relation]->(:Entity)
  WITH relation
  LIMIT $limit
  DELETE relation
  RETURN count(*) AS deleted
}
RETURN deleted, entities[-1].id AS last
