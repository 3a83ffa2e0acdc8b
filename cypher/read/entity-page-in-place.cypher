// One page of the entities that fit a filter and are tied to a place, and how many there are in all. They are found by the index over
// places, so a page of a small place costs what the place holds, whatever the size of the graph; of a place with very many
// nothing is read.
//
// Parameters
//   $label: string? — Actor, Instrument, Event or Place
//   $kinds: list<string>? — only these kinds
//   $within: string — only entities tied to the place with this id
//   $place: string — the same id, as Lucene's syntax quotes it
//   $many: integer — a place to which more entities are tied is not read
//   $words: list<string> — folded; each must be contained in one of the folded names
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only what certainly held between these days, not what possibly did
//   $relationTypes: list<string>? — only entities at an end of a relation of one of these types
//   $orderBy: string — NAME, START or DEGREE
//   $descending: boolean — also of the ids, which break ties
//   $afterKey: string or integer? — the page begins after the row with this key of the order
//   $afterId: string? — and this id
//   $limit: integer — most rows
// Columns
//   crowded: boolean — more than $many entities are tied to the place; nothing else is said then
//   total: integer — how many fit the filter
//   entities: list<map> — each with label, properties, names, identifiers, attributes
//   loads: integer? — how many loads were announced when the answer was complete
CALL db.index.fulltext.queryNodes('entity_places', $place, { limit: $many + 1 }) YIELD node
WITH collect(node) AS members
CALL (members) {
  UNWIND CASE WHEN size(members) > $many THEN [] ELSE members END AS entity
  WITH entity
  WHERE ($label IS NULL OR $label IN labels(entity))
    AND ($kinds IS NULL OR entity.kind IN $kinds)
    AND $within IN entity.within
    AND ($from IS NULL OR (
      entity.earliestStart <= $to AND (entity.persists OR entity.latestEnd >= $from)
      AND (NOT $certainly OR entity.latestStart <= $to AND (entity.persists OR entity.earliestEnd >= $from))
    ))
    AND all(word IN $words WHERE any(name IN entity.foldedNames WHERE name CONTAINS word))
    AND ($relationTypes IS NULL OR EXISTS {
      MATCH (entity)-[relation]-(:Entity) WHERE type(relation) IN $relationTypes
    })
  RETURN collect(entity) AS fitting
}
CALL (fitting) {
  UNWIND fitting AS entity
  WITH entity, entity.id AS id,
    CASE $orderBy WHEN 'NAME' THEN entity.sortKey WHEN 'START' THEN entity.earliestStart ELSE entity.degree END AS key
  WHERE $afterId IS NULL
    OR NOT $descending AND (key > $afterKey OR key = $afterKey AND id > $afterId)
    OR $descending AND (key < $afterKey OR key = $afterKey AND id < $afterId)
  ORDER BY
    CASE WHEN $descending THEN null ELSE key END, CASE WHEN $descending THEN key END DESC,
    CASE WHEN $descending THEN null ELSE id END, CASE WHEN $descending THEN id END DESC
  LIMIT $limit
  RETURN collect({
    label: [label IN labels(entity) WHERE label <> 'Entity'][0],
    properties: properties(entity),
    names: COLLECT { MATCH (entity)-[has:NAMED]->(name) RETURN properties(name) ORDER BY has.position },
    identifiers: COLLECT { MATCH (entity)-[has:IDENTIFIED_BY]->(item) RETURN properties(item) ORDER BY has.position },
    attributes: COLLECT { MATCH (entity)-[has:HAS_ATTRIBUTE]->(item) RETURN properties(item) ORDER BY has.position }
  }) AS entities
}
OPTIONAL MATCH (dataset:Dataset)
RETURN size(members) > $many AS crowded, size(fitting) AS total, entities, dataset.loads AS loads
