// One page of the relations that fit a filter, and how many fit it in all.
//
// Parameters
//   $types: list<string>? — only these relation types
//   $startId: string? — only relations that start at the entity with this id
//   $endId: string? — only relations that end at the entity with this id
//   $beganFrom: string? — ISO day; null: whenever it began
//   $beganTo: string? — ISO day, included
//   $beganCertainly: boolean — what certainly began between these days; otherwise what possibly did, not certainly
//   $within: string? — only relations of which an end is the place with this id or tied to it
//   $source: string? — only relations with a claim of the source with this id
//   $words: list<string> — folded; each must be contained in one of the folded names of either end
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only what certainly held between these days, not what possibly did
//   $disputed: boolean? — only relations that have, or have not, a disputing source
//   $minSupporting: integer? — only relations with as many independent supporting sources
//   $orderBy: string — START or SUPPORTING
//   $descending: boolean — also of the ids, which break ties
//   $afterKey: string or integer? — the page begins after the row with this key of the order
//   $afterId: string? — and this id
//   $limit: integer — most rows
// Columns
//   total: integer — how many fit the filter
//   relations: list<map> — `{ type, source, target, properties }`
//   loads: integer? — how many loads were announced when the answer was complete
WITH COLLECT { MATCH (:Source { id: $source })<-[:FROM_SOURCE]-(claim:Claim) RETURN claim.id } AS claimsOfSource
// From an end that is named no other relations than its own are looked at.
CALL () {
  WITH 1 AS one
  WHERE $startId IS NOT NULL
  MATCH (start:Entity { id: $startId })-[relation]->(end:Entity)
  WHERE $endId IS NULL OR end.id = $endId
  RETURN start, relation, end
  UNION ALL
  WITH 1 AS one
  WHERE $startId IS NULL AND $endId IS NOT NULL
  MATCH (start:Entity)-[relation]->(end:Entity { id: $endId })
  RETURN start, relation, end
  UNION ALL
  WITH 1 AS one
  WHERE $startId IS NULL AND $endId IS NULL
  MATCH (start:Entity)-[relation]->(end:Entity)
  RETURN start, relation, end
}
WITH claimsOfSource, start, relation, end
WHERE ($types IS NULL OR type(relation) IN $types)
  AND ($beganFrom IS NULL OR (
    relation.earliestStart <= $beganTo AND relation.latestStart >= $beganFrom
    AND (relation.earliestStart >= $beganFrom AND relation.latestStart <= $beganTo) = $beganCertainly
  ))
  AND ($within IS NULL OR $within IN start.within OR $within IN end.within OR start.id = $within OR end.id = $within)
  AND ($source IS NULL OR any(claim IN relation.claimIds WHERE claim IN claimsOfSource))
  AND ($from IS NULL OR (
    relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
    AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
  ))
  AND ($disputed IS NULL OR (relation.disputing > 0) = $disputed)
  AND ($minSupporting IS NULL OR relation.supporting >= $minSupporting)
  AND all(word IN $words WHERE any(name IN start.foldedNames + end.foldedNames WHERE name CONTAINS word))
WITH collect(relation) AS fitting
CALL (fitting) {
  UNWIND fitting AS relation
  WITH relation, relation.id AS id, CASE $orderBy WHEN 'START' THEN relation.sortKey ELSE relation.supporting END AS key
  WHERE $afterId IS NULL
    OR NOT $descending AND (key > $afterKey OR key = $afterKey AND id > $afterId)
    OR $descending AND (key < $afterKey OR key = $afterKey AND id < $afterId)
  ORDER BY
    CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC,
    CASE WHEN $descending THEN null ELSE id END, CASE WHEN $descending THEN id END DESC
  LIMIT $limit
  RETURN collect({
    type: type(relation), source: startNode(relation).id, target: endNode(relation).id, properties: properties(relation)
  }) AS relations
}
OPTIONAL MATCH (dataset:Dataset)
RETURN size(fitting) AS total, relations, dataset.loads AS loads
