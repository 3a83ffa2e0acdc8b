// The claims with these ids, by id.
//
// Parameters
//   $ids: list<string> — unknown ones are left out
// Columns
//   claims: list<map> — their properties
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (claim:Claim)
WHERE claim.id IN $ids
WITH claim
ORDER BY claim.id
WITH collect(properties(claim)) AS claims
OPTIONAL MATCH (dataset:Dataset)
RETURN claims, dataset.loads AS loads
