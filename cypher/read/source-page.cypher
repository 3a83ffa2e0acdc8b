// One page of the sources that fit a filter, and how many fit it in all.
//
// Parameters
//   $words: list<string> — folded; each must be contained in the folded title and publisher
//   $publisherId: string? — only sources that this entity published
//   $orderBy: string — TITLE or PUBLISHED; a source without a date comes before all dates
//   $descending: boolean — also of the ids, which break ties
//   $afterKey: string? — the page begins after the row with this key of the order
//   $afterId: string? — and this id
//   $limit: integer — most rows
// Columns
//   total: integer — how many fit the filter
//   sources: list<map> — their properties
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (source:Source)
WHERE ($publisherId IS NULL OR source.publisherId = $publisherId)
  AND all(word IN $words WHERE source.sortKey CONTAINS word)
WITH collect(source) AS fitting
CALL (fitting) {
  UNWIND fitting AS source
  WITH source, source.id AS id, CASE $orderBy WHEN 'TITLE' THEN source.sortKey ELSE coalesce(source.published, '') END AS key
  WHERE $afterId IS NULL
    OR NOT $descending AND (key > $afterKey OR key = $afterKey AND id > $afterId)
    OR $descending AND (key < $afterKey OR key = $afterKey AND id < $afterId)
  ORDER BY
    CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC,
    CASE WHEN $descending THEN null ELSE id END, CASE WHEN $descending THEN id END DESC
  LIMIT $limit
  RETURN collect(properties(source)) AS sources
}
OPTIONAL MATCH (dataset:Dataset)
RETURN size(fitting) AS total, sources, dataset.loads AS loads
