// Waits until all indexes are there.
//
// Parameters
//   $seconds: integer — most seconds to wait
CALL db.awaitIndexes($seconds)
