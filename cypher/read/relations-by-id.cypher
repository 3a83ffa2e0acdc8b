// The relations with these ids, by id. Each is looked for between its two ends, not among all relations.
//
// Parameters
//   $ends: list<map> — `{ id, source, target }`, the ends as the relation's id names them; unknown relations are left out
// Columns
//   type, source, target: string
//   properties: map — of the relationship
UNWIND $ends AS ends
MATCH (source:Entity { id: ends.source })-[relation]->(target:Entity { id: ends.target })
WHERE relation.id = ends.id
RETURN type(relation) AS type, source.id AS source, target.id AS target, properties(relation) AS properties
ORDER BY relation.id
