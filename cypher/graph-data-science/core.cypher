// The largest k for which each entity is in a part where all have k ties.
//
// Parameters
//   $graph: string — a graph that `project` made
// Columns
//   values: list<float> — for each entity, by its number
CALL gds.kcore.stream($graph) YIELD nodeId, coreValue
ORDER BY nodeId
RETURN collect(coreValue) AS values
