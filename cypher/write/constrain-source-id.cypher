// No two sources have the same id.
CREATE CONSTRAINT source_id IF NOT EXISTS
FOR (node:Source) REQUIRE node.id IS UNIQUE
