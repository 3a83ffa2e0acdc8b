// The relations with these ids, by id. Each is looked for between its two ends, not among all relations.
//
// Parameters
//   $ends: list<map> — `{ id, source, target }`, the ends as the relation's id names them; unknown relations are left out
// Columns
//   relations: list<map> — `{ type, source, target, properties }`
//   loads: integer? — how many loads were announced when the answer was complete
UNWIND $ends AS ends
MATCH (source:Entity { id: ends.source })-[relation]->(target:Entity { id: ends.target })
WHERE relation.id = ends.id
WITH source, relation, target
ORDER BY relation.id
WITH collect({
  type: type(relation), source: source.id, target: target.id, properties: properties(relation)
}) AS relations
OPTIONAL MATCH (dataset:Dataset)
RETURN relations, dataset.loads AS loads
