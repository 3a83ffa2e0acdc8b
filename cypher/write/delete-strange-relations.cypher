// Deletes what stands between entities and is no relation that a load wrote: its id is missing, or names other ends.
MATCH (source:Entity)-[relation]->(target:Entity)
WITH relation, source, target, split(toString(relation.id), '.') AS parts
WHERE parts IS NULL OR parts[0] <> source.id OR parts[2] IS NULL OR parts[2] <> target.id
DELETE relation
