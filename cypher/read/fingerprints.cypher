// What is in the graph: the fingerprint of every record, so that a load writes only what differs.
//
// Columns
//   what: string — source, entity, relation or claim
//   id: string
//   fingerprint: string? — of the record as it was written
MATCH (source:Source)
RETURN 'source' AS what, source.id AS id, source.fingerprint AS fingerprint
UNION ALL
MATCH (entity:Entity)
RETURN 'entity' AS what, entity.id AS id, entity.fingerprint AS fingerprint
UNION ALL
MATCH (:Entity)-[relation]->(:Entity)
RETURN 'relation' AS what, relation.id AS id, relation.fingerprint AS fingerprint
UNION ALL
MATCH (claim:Claim)
RETURN 'claim' AS what, claim.id AS id, claim.fingerprint AS fingerprint
