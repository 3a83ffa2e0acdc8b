// The entities that come after an id, by id: a batch of all of them, found by the index of ids.
//
// Parameters
//   $after: string — only entities with a greater id; '' for all
//   $kinds: list<string>? — only these kinds
//   $within: string? — only entities tied to the place with this id
//   $limit: integer — most rows
// Columns
//   entities: list<map> — `{ label, properties, names, identifiers, attributes }`, the last three in the order in which they
//     were loaded
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (entity:Entity)
WHERE entity.id > $after
  AND ($kinds IS NULL OR entity.kind IN $kinds)
  AND ($within IS NULL OR $within IN entity.within)
WITH entity
ORDER BY entity.id
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
