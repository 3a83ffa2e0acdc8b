// Which data is loaded; no row where nothing ever was.
//
// Columns
//   version: string — SHA-256 of the records
//   entities, relations, claims, sources: integer — how many there are
MATCH (dataset:Dataset)
WHERE dataset.version IS NOT NULL
RETURN
  dataset.version AS version,
  dataset.entities AS entities,
  dataset.relations AS relations,
  dataset.claims AS claims,
  dataset.sources AS sources
