// PageRank of each entity, shares of 1, iterated until nothing moves.
//
// Parameters
//   $graph: string — a graph that `project` made
//   $damping: float — the chance to go on
//   $restarts: list<float> — numbers of the entities to start from; none: all
// Columns
//   values: list<float> — for each entity, by its number
CALL gds.pageRank.stream($graph, {
  relationshipWeightProperty: 'weight',
  dampingFactor: $damping,
  sourceNodes: [entity IN $restarts | toInteger(entity)],
  maxIterations: 20000,
  tolerance: 1e-16,
  scaler: 'L1Norm'
})
YIELD nodeId, score
ORDER BY nodeId
RETURN collect(score) AS values
