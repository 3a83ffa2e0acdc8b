// The entities that carry one of these identifier values, in whatever scheme, by id.
//
// Parameters
//   $values: list<string> — exact values, `GT` or `Q774`
// Columns
//   label: string — Actor, Instrument, Event or Place
//   properties: map — of the entity's node
//   names, identifiers, attributes: list<map> — in the order in which they were loaded
MATCH (entity:Entity)-[:IDENTIFIED_BY]->(found:Identifier)
WHERE found.value IN $values
WITH DISTINCT entity
RETURN
  [label IN labels(entity) WHERE label <> 'Entity'][0] AS label,
  properties(entity) AS properties,
  COLLECT { MATCH (entity)-[has:NAMED]->(name) RETURN properties(name) ORDER BY has.position } AS names,
  COLLECT { MATCH (entity)-[has:IDENTIFIED_BY]->(identifier) RETURN properties(identifier) ORDER BY has.position } AS identifiers,
  COLLECT { MATCH (entity)-[has:HAS_ATTRIBUTE]->(attribute) RETURN properties(attribute) ORDER BY has.position } AS attributes
ORDER BY entity.id
