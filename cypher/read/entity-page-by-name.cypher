// One page of the entities that fit a filter, by sort key: it is read along the index, no further than the page
// needs, whatever the size of the graph. It is not counted how many fit.
//
// Parameters
//   $label: string? — Actor, Instrument, Event or Place
//   $kinds: list<string>? — only these kinds
//   $within: string? — only entities tied to the place with this id
//   $words: list<string> — folded; each must be contained in one of the folded names
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only what certainly held between these days, not what possibly did
//   $relationTypes: list<string>? — only entities at an end of a relation of one of these types
//   $afterKey: string — the page begins after the entity with this sort key; '' for all
//   $afterId: string — and this id; '' for all
//   $limit: integer — most rows
// Columns
//   entities: list<map> — each with label, properties, names, identifiers, attributes
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (entity:Entity)
USING INDEX entity:Entity(sortKey, id)
WHERE entity.sortKey >= $afterKey AND entity.id IS NOT NULL
  AND CASE WHEN entity.sortKey = $afterKey THEN entity.id > $afterId ELSE true END
  AND ($label IS NULL OR $label IN labels(entity))
  AND ($kinds IS NULL OR entity.kind IN $kinds)
  AND ($within IS NULL OR $within IN entity.within)
  AND ($from IS NULL OR (
    entity.earliestStart <= $to AND (entity.persists OR entity.latestEnd >= $from)
    AND (NOT $certainly OR entity.latestStart <= $to AND (entity.persists OR entity.earliestEnd >= $from))
  ))
  AND all(word IN $words WHERE any(name IN entity.foldedNames WHERE name CONTAINS word))
  AND ($relationTypes IS NULL OR EXISTS {
    MATCH (entity)-[relation]-(:Entity) WHERE type(relation) IN $relationTypes
  })
WITH entity
ORDER BY entity.sortKey, entity.id
LIMIT $limit
WITH collect({
  label: [label IN labels(entity) WHERE label <> 'Entity'][0],
  properties: properties(entity),
  names: COLLECT { MATCH (entity)-[has:NAMED]->(name) RETURN properties(name) ORDER BY has.position },
  identifiers: COLLECT { MATCH (entity)-[has:IDENTIFIED_BY]->(item) RETURN properties(item) ORDER BY has.position },
  attributes: COLLECT { MATCH (entity)-[has:HAS_ATTRIBUTE]->(item) RETURN properties(item) ORDER BY has.position }
}) AS entities
OPTIONAL MATCH (dataset:Dataset)
RETURN entities, dataset.loads AS loads
