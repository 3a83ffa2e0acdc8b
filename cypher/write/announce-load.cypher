// Says that a load is about to become visible, in a transaction of its own, just before that of the load ends.
//
// Columns
//   loads: integer — the number of this load
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.loads = dataset.loads + 1, dataset.announced = timestamp()
RETURN dataset.loads AS loads
