// Shortest paths between two others that pass through each entity, counted; without directions each pair once.
//
// Parameters
//   $graph: string — a graph that `project` made
// Columns
//   values: list<float> — for each entity, by its number
CALL gds.betweenness.stream($graph) YIELD nodeId, score
ORDER BY nodeId
RETURN collect(score) AS values
