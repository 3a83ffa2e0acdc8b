// Finds the claims about an entity or a relation.
CREATE RANGE INDEX claim_subject IF NOT EXISTS
FOR (claim:Claim) ON (claim.subject)
