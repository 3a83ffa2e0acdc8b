// Makes a graph of Graph Data Science, in memory, of ties that are given: entities are numbers from 0, so that the plugin knows none of them by name.
//
// Parameters
//   $graph: string — what to call it; no other graph may have the name
//   $entities: integer — how many
//   $sources: list<float> — for each tie the number of the one end
//   $targets: list<float> — and of the other
//   $weights: list<float> — and what it weighs
//   $undirected: list<string> — `['*']` where ties have no direction, else empty
// Columns
//   version: string — of Graph Data Science
CALL () {
  UNWIND range(0, $entities - 1) AS source
  RETURN source, null AS target, null AS tie
  UNION ALL
  UNWIND range(0, size($sources) - 1) AS i
  RETURN toInteger($sources[i]) AS source, toInteger($targets[i]) AS target, { relationshipProperties: { weight: $weights[i] } } AS tie
}
WITH gds.graph.project($graph, source, target, tie, { undirectedRelationshipTypes: $undirected }) AS projected
RETURN gds.version() AS version
