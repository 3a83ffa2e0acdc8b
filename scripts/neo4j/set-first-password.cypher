// Changes the password that a new server comes with, as it demands before anything else.
//
// Parameters
//   $password: string — the new password, at least 8 characters
ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password
