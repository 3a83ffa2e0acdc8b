// Says which data is loaded, as the last step of a load.
//
// The node is changed, never made anew: Neo4j makes what a transaction changed visible after what it created and before what
// it deleted and what its indexes find. So who still reads the old number of loads has seen nothing of this load.
//
// Parameters
//   $version: string — SHA-256 of the records
//   $entities: integer — how many
//   $relations: integer — how many
//   $claims: integer — how many
//   $sources: integer — how many
// Columns
//   loads: integer — the number of this load
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.loads = dataset.loads + 1,
  dataset.version = $version,
  dataset.entities = $entities,
  dataset.relations = $relations,
  dataset.claims = $claims,
  dataset.sources = $sources
RETURN dataset.loads AS loads
