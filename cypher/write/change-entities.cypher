// Changes entities that are there, whose names, identifiers and attributes are made anew; their relations stay.
//
// Parameters
//   $rows: list<map> — `{ label, properties, names, identifiers, attributes }`; each name, identifier and attribute is
//     `{ position, properties }`
UNWIND $rows AS row
MATCH (entity:Entity { id: row.properties.id })
REMOVE entity:$([label IN labels(entity) WHERE label <> 'Entity'])
SET entity:$(row.label)
SET entity = row.properties
WITH entity, row
CALL (entity) {
  MATCH (entity)-[has:NAMED|IDENTIFIED_BY|HAS_ATTRIBUTE]->(part)
  SET part:Vanished
  DELETE has
}
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
