// Says which data is loaded, as the last step of a load; of which records file is said by `finish-records`, if of one.
//
// Parameters
//   $version: string — SHA-256 of the records
//   $entities: integer — how many
//   $relations: integer — how many
//   $claims: integer — how many
//   $sources: integer — how many
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.version = $version,
  dataset.entities = $entities,
  dataset.relations = $relations,
  dataset.claims = $claims,
  dataset.sources = $sources
REMOVE dataset.records
