// Creates claims, or changes those that are there, each pointing to its source.
//
// Parameters
//   $rows: list<map> — the properties of each; `source` is the id of a source that is there
UNWIND $rows AS row
MATCH (source:Source { id: row.source })
MERGE (claim:Claim { id: row.id })
SET claim = row
WITH claim, source
CALL (claim) {
  MATCH (claim)-[old:FROM_SOURCE]->()
  DELETE old
}
CREATE (claim)-[:FROM_SOURCE]->(source)
