// Deletes some of the sources, whichever, after their claims.
//
// Parameters
//   $limit: integer — most sources
// Columns
//   deleted: integer — how many there were
MATCH (source:Source)
WITH source
LIMIT $limit
DETACH DELETE source
RETURN count(*) AS deleted
