// The entities that carry one of these identifier values, in whatever scheme, by id.
//
// Parameters
//   $values: list<string> — exact values, `GT` or `Q774`
// Columns
//   entities: list<map> — `{ label, properties, names, identifiers, attributes }`, the last three in the order in which they
//     were loaded
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (entity:Entity)-[:IDENTIFIED_BY]->(found:Identifier)
WHERE found.value IN $values
WITH DISTINCT entity
ORDER BY entity.id
WITH collect({
  label: [label IN labels(entity) WHERE label <> 'Entity'][0],
  properties: properties(entity),
  names: COLLECT { MATCH (entity)-[has:NAMED]->(name) RETURN properties(name) ORDER BY has.position },
  identifiers: COLLECT { MATCH (entity)-[has:IDENTIFIED_BY]->(item) RETURN properties(item) ORDER BY has.position },
  attributes: COLLECT { MATCH (entity)-[has:HAS_ATTRIBUTE]->(item) RETURN properties(item) ORDER BY has.position }
}) AS entities
OPTIONAL MATCH (dataset:Dataset)
RETURN entities, dataset.loads AS loads
