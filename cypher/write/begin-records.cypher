// Says that the graph is being replaced by the records of a file, from here on until `finish-records`: who asks is told so.
//
// Parameters
//   $digest: string — SHA-256 of the file's lines
//   $by: string — who loads; whoever says so last goes on, and others stop
//   $total: integer — how many records there are
//   $emptying: boolean — whether the old graph has to be deleted first
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.loads = dataset.loads + 1,
  dataset.loading = $digest,
  dataset.loadingBy = $by,
  dataset.loadingTotal = $total,
  dataset.loadingDone = 0,
  dataset.loadingEmpties = $emptying
REMOVE dataset.version, dataset.records
