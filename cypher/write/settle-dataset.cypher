// Says that a load is visible in full, or was given up, after its transaction has ended.
//
// Parameters
//   $loads: integer — the number of the load
MATCH (dataset:Dataset { name: 'custodes', loads: $loads })
SET dataset.settled = $loads
