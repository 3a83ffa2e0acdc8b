// Finds entities by the words of their names. The names are folded before they are stored, so that splitting at spaces
// keeps the words of every script.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
FOR (entity:Entity) ON EACH [entity.foldedNames]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } }
