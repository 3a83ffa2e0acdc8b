// Says that a load is about to become visible, in a transaction of its own, just before that of the load ends.
//
// Columns
//   loads: integer — the number of this load
MATCH (dataset:Dataset { name: 'custodes' })
WITH dataset, dataset.loads + 1 AS loads
// A release that does not write down when raises the number only: which load was announced then is written beside it.
SET dataset.loads = loads, dataset.announced = timestamp(), dataset.announcedLoad = loads
RETURN loads
