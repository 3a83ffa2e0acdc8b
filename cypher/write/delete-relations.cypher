// Deletes relations. Each is looked for between its two ends, not among all relations.
//
// Parameters
//   $ends: list<map> — `{ id, source, target }`, the ends as the relation's id names them
UNWIND $ends AS ends
MATCH (:Entity { id: ends.source })-[relation]->(:Entity { id: ends.target })
WHERE relation.id = ends.id
DELETE relation
