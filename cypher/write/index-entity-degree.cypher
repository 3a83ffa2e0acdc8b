// Pages of entities by the number of their relations.
CREATE RANGE INDEX entity_degree IF NOT EXISTS
FOR (entity:Entity) ON (entity.degree, entity.id)
