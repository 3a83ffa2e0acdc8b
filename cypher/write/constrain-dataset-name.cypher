// There is one dataset node.
CREATE CONSTRAINT dataset_name IF NOT EXISTS
FOR (node:Dataset) REQUIRE node.name IS UNIQUE
