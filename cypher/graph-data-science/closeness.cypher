// How near those are that reach each entity, in Wasserman and Faust's form.
//
// Parameters
//   $graph: string — a graph that `project` made
// Columns
//   values: list<float> — for each entity, by its number
CALL gds.closeness.stream($graph, { useWassermanFaust: true }) YIELD nodeId, score
ORDER BY nodeId
RETURN collect(score) AS values
