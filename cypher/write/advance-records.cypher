// Says, in the transaction that writes the next records, how many are written with it. It locks the dataset, so that nobody else
// writes meanwhile.
//
// Parameters
//   $by: string — who loads
//   $done: integer — how many records are written when the transaction ends
//   $emptying: boolean — whether the old graph is still being deleted
// Columns
//   done: integer — the same; no row where somebody else has taken over
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.loadingLocked = true
REMOVE dataset.loadingLocked
WITH dataset
WHERE dataset.loadingBy = $by
SET dataset.loadingDone = $done, dataset.loadingEmpties = $emptying
RETURN dataset.loadingDone AS done
