// Goes on with a load of records that somebody else began.
//
// Parameters
//   $by: string — who goes on; the other stops
MATCH (dataset:Dataset { name: 'custodes' })
SET dataset.loadingBy = $by
