// Creates claims, each pointing to its source, where there are none with their ids.
//
// Parameters
//   $rows: list<map> — the properties of each; `source` is the id of a source that is there
UNWIND $rows AS row
MATCH (source:Source { id: row.source })
CREATE (claim:Claim)-[:FROM_SOURCE]->(source)
SET claim = row
