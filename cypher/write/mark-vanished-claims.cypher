// Marks claims for `delete-vanished`, at the end of the same transaction.
//
// Parameters
//   $ids: list<string>
MATCH (claim:Claim)
WHERE claim.id IN $ids
SET claim:Vanished
