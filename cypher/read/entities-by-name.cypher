// The entities whose names fit these words best, by id.
//
// Parameters
//   $queries: list<string> — in Lucene's syntax; what fits several of them fits better
//   $labels: list<string>? — only entities with one of these labels
//   $kinds: list<string>? — only entities of one of these kinds
//   $limit: integer — most entities; the best fitting are kept
// Columns
//   label: string — Actor, Instrument, Event or Place
//   properties: map — of the entity's node
//   names, identifiers, attributes: list<map> — in the order in which they were loaded
UNWIND $queries AS query
CALL db.index.fulltext.queryNodes('entity_names', query) YIELD node AS entity, score
WHERE ($kinds IS NULL OR entity.kind IN $kinds)
  AND ($labels IS NULL OR any(label IN labels(entity) WHERE label IN $labels))
WITH entity, sum(score) AS score
ORDER BY score DESC, entity.id
LIMIT $limit
RETURN
  [label IN labels(entity) WHERE label <> 'Entity'][0] AS label,
  properties(entity) AS properties,
  COLLECT { MATCH (entity)-[has:NAMED]->(name) RETURN properties(name) ORDER BY has.position } AS names,
  COLLECT { MATCH (entity)-[has:IDENTIFIED_BY]->(identifier) RETURN properties(identifier) ORDER BY has.position } AS identifiers,
  COLLECT { MATCH (entity)-[has:HAS_ATTRIBUTE]->(attribute) RETURN properties(attribute) ORDER BY has.position } AS attributes
ORDER BY entity.id
