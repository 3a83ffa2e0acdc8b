// Deletes some of the entities, whichever, with their names, identifiers and attributes, after their relations.
//
// Parameters
//   $limit: integer — most entities
// Columns
//   deleted: integer — how many there were
MATCH (entity:Entity)
WITH entity
LIMIT $limit
CALL (entity) {
  MATCH (entity)-[:NAMED|IDENTIFIED_BY|HAS_ATTRIBUTE]->(part)
  DETACH DELETE part
}
DETACH DELETE entity
RETURN count(*) AS deleted
