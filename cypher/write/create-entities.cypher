// Creates entities with their names, identifiers and attributes.
//
// Parameters
//   $rows: list<map> — `{ label, properties, names, identifiers, attributes }`; each name, identifier and attribute is
//     `{ position, properties }`
UNWIND $rows AS row
CREATE (entity:Entity:$(row.label))
SET entity = row.properties
FOREACH (item IN row.names |
  CREATE (entity)-[:NAMED { position: item.position }]->(name:Name)
  SET name = item.properties
)
FOREACH (item IN row.identifiers |
  CREATE (entity)-[:IDENTIFIED_BY { position: item.position }]->(identifier:Identifier)
  SET identifier = item.properties
)
FOREACH (item IN row.attributes |
  CREATE (entity)-[:HAS_ATTRIBUTE { position: item.position }]->(attribute:Attribute)
  SET attribute = item.properties
)
