// What a load of a records file finds.
//
// Columns
//   records: string? — SHA-256 of the lines of the records file that the graph is of; null where it is of none
//   loading: string? — the same of the records file whose load is under way; null where none is
//   done, total: integer? — how many records of it are written, and how many it has
//   emptying: boolean? — whether the old graph is still being deleted for it
//   filled: boolean — whether there is anything of a graph
MATCH (dataset:Dataset { name: 'custodes' })
RETURN
  dataset.records AS records,
  dataset.loading AS loading,
  dataset.loadingDone AS done,
  dataset.loadingTotal AS total,
  dataset.loadingEmpties AS emptying,
  EXISTS { (:Source) } OR EXISTS { (:Entity) } OR EXISTS { (:Claim) } AS filled
