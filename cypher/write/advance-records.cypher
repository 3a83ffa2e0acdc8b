// Says, in the transaction that writes the next records and after `lock-dataset`, how many are written with it.
//
// Parameters
//   $by: string — who loads
//   $done: integer — how many records are written when the transaction ends
//   $emptying: boolean — whether the old graph is still being deleted
// Columns
//   before: integer — how many were written before it; no row where somebody else has taken over
MATCH (dataset:Dataset { name: 'custodes', loadingBy: $by })
WITH dataset, dataset.loadingDone AS before
SET dataset.loadingDone = $done, dataset.loadingEmpties = $emptying
RETURN before
