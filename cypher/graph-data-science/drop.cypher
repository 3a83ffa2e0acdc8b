// Forgets a graph that `project` made; no mistake where there is none of the name.
//
// Parameters
//   $graph: string
// Columns
//   dropped: integer — 1, or 0 where there was none
CALL gds.graph.drop($graph, false) YIELD graphName
RETURN count(graphName) AS dropped
