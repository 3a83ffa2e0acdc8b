// Creates relations.
//
// Parameters
//   $rows: list<map> — `{ type, source, target, properties }`; the ends are ids of entities that are there
UNWIND $rows AS row
MATCH (source:Entity { id: row.source })
MATCH (target:Entity { id: row.target })
CREATE (source)-[relation:$(row.type)]->(target)
SET relation = row.properties
