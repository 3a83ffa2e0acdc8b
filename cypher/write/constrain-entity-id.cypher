// No two entities have the same id.
CREATE CONSTRAINT entity_id IF NOT EXISTS
FOR (node:Entity) REQUIRE node.id IS UNIQUE
