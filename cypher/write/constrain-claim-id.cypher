// No two claims have the same id.
CREATE CONSTRAINT claim_id IF NOT EXISTS
FOR (node:Claim) REQUIRE node.id IS UNIQUE
