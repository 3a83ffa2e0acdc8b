// Which data is loaded; no row where no load was ever begun.
//
// Columns
//   version: string? — SHA-256 of the records; null where no load has ended yet
//   entities, relations, claims, sources: integer? — how many there are
//   loads: integer — how many loads were announced
//   settled: integer — how many of them are known to have ended
//   announcedFor: integer? — milliseconds since the last was announced; null where that was not written down
//   loading: string? — SHA-256 of the lines of the records file whose load is under way; null where none is
//   done, total: integer? — how many records of it are written, and how many it has
MATCH (dataset:Dataset)
RETURN
  dataset.version AS version,
  dataset.entities AS entities,
  dataset.relations AS relations,
  dataset.claims AS claims,
  dataset.sources AS sources,
  dataset.loads AS loads,
  dataset.settled AS settled,
  CASE WHEN dataset.announcedLoad = dataset.loads THEN timestamp() - dataset.announced END AS announcedFor,
  dataset.loading AS loading,
  dataset.loadingDone AS done,
  dataset.loadingTotal AS total
