// One page of the claims of a source, by id, and how many it has in all.
//
// Parameters
//   $source: string — id; an unknown source has no claims
//   $after: string — only claims with a greater id; '' for all
//   $limit: integer — most rows
// Columns
//   total: integer — how many claims the source has
//   claims: list<map> — their properties
//   loads: integer? — how many loads Neo4j had seen when the answer was complete
OPTIONAL MATCH (source:Source { id: $source })
CALL (source) {
  MATCH (source)<-[:FROM_SOURCE]-(claim:Claim)
  WHERE claim.id > $after
  WITH claim
  ORDER BY claim.id
  LIMIT $limit
  RETURN collect(properties(claim)) AS claims
}
WITH COUNT { (source)<-[:FROM_SOURCE]-() } AS total, claims
OPTIONAL MATCH (dataset:Dataset)
RETURN total, claims, dataset.loads AS loads
