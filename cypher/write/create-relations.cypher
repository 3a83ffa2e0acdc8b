// Creates relations between entities created before.
//
// Parameters
//   $rows: list<map> — `{ type, source, target, properties }`
// Columns
//   created: integer — how many
UNWIND $rows AS row
MATCH (source:Entity { id: row.source })
MATCH (target:Entity { id: row.target })
CREATE (source)-[relation:$(row.type)]->(target)
SET relation = row.properties
RETURN count(relation) AS created
