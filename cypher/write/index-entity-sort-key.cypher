// Pages of entities by name.
CREATE RANGE INDEX entity_sort_key IF NOT EXISTS
FOR (entity:Entity) ON (entity.sortKey, entity.id)
