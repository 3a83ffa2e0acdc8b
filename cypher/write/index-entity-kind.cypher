// Finds the entities of a kind.
CREATE RANGE INDEX entity_kind IF NOT EXISTS
FOR (entity:Entity) ON (entity.kind)
