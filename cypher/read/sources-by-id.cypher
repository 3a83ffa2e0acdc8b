// The sources with these ids, by id.
//
// Parameters
//   $ids: list<string> — unknown ones are left out
// Columns
//   sources: list<map> — their properties
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (source:Source)
WHERE source.id IN $ids
WITH source
ORDER BY source.id
WITH collect(properties(source)) AS sources
OPTIONAL MATCH (dataset:Dataset)
RETURN sources, dataset.loads AS loads
