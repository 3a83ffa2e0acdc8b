// Creates sources, or changes those that are there.
//
// Parameters
//   $rows: list<map> — the properties of each
UNWIND $rows AS row
MERGE (source:Source { id: row.id })
SET source = row
