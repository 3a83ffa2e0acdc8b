// There is one lock.
CREATE CONSTRAINT load_lock_name IF NOT EXISTS
FOR (node:LoadLock) REQUIRE node.name IS UNIQUE
