// No entity is two hubs.
CREATE CONSTRAINT hub_id IF NOT EXISTS
FOR (hub:Hub) REQUIRE hub.id IS UNIQUE
