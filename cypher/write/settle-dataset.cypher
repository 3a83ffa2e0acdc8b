// Says that a load is visible in full, after its transaction has ended.
//
// Parameters
//   $loads: integer — the number of the load
MATCH (dataset:Dataset { name: 'custodes', loads: $loads })
SET dataset.settled = $loads
