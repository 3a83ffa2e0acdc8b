// Finds entities by the places that they are tied to: no other index of Neo4j finds a list by one of its items.
CREATE FULLTEXT INDEX entity_places IF NOT EXISTS
FOR (entity:Entity) ON EACH [entity.within]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'keyword' } }
