// Deletes what this transaction has marked, and the relations of it. No node carries the mark outside a transaction.
//
// It comes last because every search of an index looks through all that its transaction has deleted before it.
MATCH (node:Vanished)
DETACH DELETE node
