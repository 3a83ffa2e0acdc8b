// Marks entities for `delete-vanished`, at the end of the same transaction, with their names, identifiers and attributes.
//
// Parameters
//   $ids: list<string>
MATCH (entity:Entity)
WHERE entity.id IN $ids
SET entity:Vanished
WITH entity
MATCH (entity)-[:NAMED|IDENTIFIED_BY|HAS_ATTRIBUTE]->(part)
SET part:Vanished
