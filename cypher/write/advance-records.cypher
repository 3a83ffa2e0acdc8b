// Says, in the transaction that writes the next records and after `lock-dataset`, how many are written with it.
//
// Parameters
//   $by: string — who loads
//   $before: integer — how many records were written before it
//   $done: integer — how many records are written when the transaction ends
//   $emptying: boolean — whether the old graph is still being deleted
// Columns
//   done: integer — the same; no row where somebody else has taken over
MATCH (dataset:Dataset { name: 'custodes', loadingBy: $by, loadingDone: $before })
SET dataset.loadingDone = $done, dataset.loadingEmpties = $emptying
RETURN dataset.loadingDone AS done
