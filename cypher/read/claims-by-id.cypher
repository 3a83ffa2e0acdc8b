// The claims with these ids, by id.
//
// Parameters
//   $ids: list<string> — unknown ones are left out
// Columns
//   properties: map — of the claim's node
MATCH (claim:Claim)
WHERE claim.id IN $ids
RETURN properties(claim) AS properties
ORDER BY claim.id
