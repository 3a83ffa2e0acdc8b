// Deletes some of the claims, whichever.
//
// Parameters
//   $limit: integer — most claims
// Columns
//   deleted: integer — how many there were
MATCH (claim:Claim)
WITH claim
LIMIT $limit
DETACH DELETE claim
RETURN count(*) AS deleted
