// One page of the claims of each of these sources, by id, and how many each has in all.
//
// Parameters
//   $sources: list<string> — ids; unknown ones are left out
//   $after: string — only claims with a greater id; '' for all
//   $limit: integer — most claims a source
// Columns
//   sources: list<map> — `{ source, total, claims }`, by source id; claims: their properties
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (source:Source)
WHERE source.id IN $sources
CALL (source) {
  MATCH (source)<-[:FROM_SOURCE]-(claim:Claim)
  WHERE claim.id > $after
  WITH claim
  ORDER BY claim.id
  LIMIT $limit
  RETURN collect(properties(claim)) AS claims
}
WITH source.id AS id, COUNT { (source)<-[:FROM_SOURCE]-() } AS total, claims
ORDER BY id
WITH collect({ source: id, total: total, claims: claims }) AS sources
OPTIONAL MATCH (dataset:Dataset)
RETURN sources, dataset.loads AS loads
