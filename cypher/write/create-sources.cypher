// Creates sources.
//
// Parameters
//   $rows: list<map> — the properties of each
// Columns
//   created: integer — how many
UNWIND $rows AS row
CREATE (source:Source)
SET source = row
RETURN count(source) AS created
