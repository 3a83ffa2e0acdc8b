// Says that all records are there, in the transaction that names the dataset: who asks is answered again.
//
// Parameters
//   $digest: string — SHA-256 of the lines of the file that the graph is of
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.records = $digest, dataset.settled = dataset.loads
REMOVE dataset.loading, dataset.loadingBy, dataset.loadingTotal, dataset.loadingDone, dataset.loadingEmpties
