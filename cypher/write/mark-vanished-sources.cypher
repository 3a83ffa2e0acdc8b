// Marks sources for `delete-vanished`, at the end of the same transaction.
//
// Parameters
//   $ids: list<string>
MATCH (source:Source)
WHERE source.id IN $ids
SET source:Vanished
