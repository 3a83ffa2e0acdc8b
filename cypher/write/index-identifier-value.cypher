// Finds identifiers by value.
CREATE RANGE INDEX identifier_value IF NOT EXISTS
FOR (identifier:Identifier) ON (identifier.value)
