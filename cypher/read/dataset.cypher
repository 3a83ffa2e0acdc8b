// Which data is loaded; no row where no load was ever begun.
//
// Columns
//   version: string? — SHA-256 of the records; null where no load has ended yet
//   entities, relations, claims, sources: integer? — how many there are
//   loads: integer — how many loads were announced
//   settled: integer — how many of them are known to have ended
MATCH (dataset:Dataset)
RETURN
  dataset.version AS version,
  dataset.entities AS entities,
  dataset.relations AS relations,
  dataset.claims AS claims,
  dataset.sources AS sources,
  dataset.loads AS loads,
  dataset.settled AS settled
