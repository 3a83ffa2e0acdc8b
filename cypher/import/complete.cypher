// Completes a graph that `neo4j-admin database import` made of the exported CSV pair, where one column has one type and an empty list
// is nothing: run once, by whoever imported it (`custodes export neo4j-after-import` gives it, with the constraints and indexes).
MATCH (entity:Entity) SET entity.attested = coalesce(entity.attested, []), entity.within = coalesce(entity.within, []);
MATCH (:Entity)-[relation]->(:Entity) SET relation.attested = coalesce(relation.attested, []);
MATCH (claim:Claim) WHERE claim.attested IS NOT NULL SET claim.attested = claim.attested[0];
MATCH (attribute:Attribute) WHERE attribute.number = toInteger(attribute.number) SET attribute.value = toInteger(attribute.number);
MATCH (attribute:Attribute) WHERE attribute.number <> toInteger(attribute.number) SET attribute.value = attribute.number;
MATCH (attribute:Attribute) REMOVE attribute.number;
