// The sources with these ids, by id.
//
// Parameters
//   $ids: list<string> — unknown ones are left out
// Columns
//   properties: map — of the source's node
MATCH (source:Source)
WHERE source.id IN $ids
RETURN properties(source) AS properties
ORDER BY source.id
