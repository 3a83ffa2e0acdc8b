// Creates claims, each pointing to its source.
//
// Parameters
//   $rows: list<map> — the properties of each; `source` is the id of a source created before
// Columns
//   created: integer — how many
UNWIND $rows AS row
MATCH (source:Source { id: row.source })
CREATE (claim:Claim)-[:FROM_SOURCE]->(source)
SET claim = row
RETURN count(claim) AS created
