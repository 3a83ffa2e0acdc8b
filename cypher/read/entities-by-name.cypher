// The entities whose names fit these words best, by id.
//
// Parameters
//   $queries: list<string> — in Lucene's syntax; what fits several of them fits better
//   $labels: list<string>? — only entities with one of these labels
//   $kinds: list<string>? — only entities of one of these kinds
//   $limit: integer — most entities; the best fitting are kept
// Columns
//   entities: list<map> — `{ label, properties, names, identifiers, attributes }`, the last three in the order in which they
//     were loaded
//   loads: integer? — how many loads were announced when the answer was complete
UNWIND $queries AS query
// What fits at all may be a good part of a large graph; where nothing else is asked for, the index gives the best of it.
CALL db.index.fulltext.queryNodes('entity_names', query, {
  limit: CASE WHEN $kinds IS NULL AND $labels IS NULL THEN $limit ELSE 2147483647 END
}) YIELD node AS entity, score
WHERE ($kinds IS NULL OR entity.kind IN $kinds)
  AND ($labels IS NULL OR any(label IN labels(entity) WHERE label IN $labels))
WITH entity, sum(score) AS score
ORDER BY score DESC, entity.id
LIMIT $limit
WITH entity
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
