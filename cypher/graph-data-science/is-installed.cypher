// Whether this Neo4j has Graph Data Science: `gds.version()` would be an unknown function where it has not.
//
// Columns
//   installed: boolean
SHOW FUNCTIONS YIELD name
WHERE name = 'gds.version'
RETURN count(*) > 0 AS installed
