// The entities one step from these, the best connected ones.
//
// Parameters
//   $entityIds: list<string> — unknown ones are left out; these are not among the answers
//   $direction: string — OUT, IN or BOTH
//   $types: list<string>? — only over relations of these types
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only over what certainly held between these days, not what possibly did
//   $kinds: list<string>? — only entities of these kinds
//   $except: list<string> — ids that are left out, too
//   $limit: integer — most entities
// Columns
//   total: integer — how many there are regardless of $limit
//   entities: list<map> — `{ label, properties, names, identifiers, attributes }`, the last three in the order in which they
//     were loaded; by degree, the highest first, then by id
//   loads: integer? — how many loads were announced when the answer was complete
CALL () {
  MATCH (entity:Entity)
  WHERE entity.id IN $entityIds
  MATCH (entity)-[relation]-(other:Entity)
  WHERE ($types IS NULL OR type(relation) IN $types)
    AND ($from IS NULL OR (
      relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
      AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
    ))
    AND ($direction = 'BOTH' OR (startNode(relation) = entity) = ($direction = 'OUT'))
  WITH DISTINCT other
  WHERE ($kinds IS NULL OR other.kind IN $kinds) AND NOT other.id IN $entityIds AND NOT other.id IN $except
  RETURN collect(other) AS others
}
CALL (others) {
  UNWIND others AS other
  WITH other
  ORDER BY other.degree DESC, other.id
  LIMIT $limit
  RETURN collect({
    label: [label IN labels(other) WHERE label <> 'Entity'][0],
    properties: properties(other),
    names: COLLECT { MATCH (other)-[has:NAMED]->(name) RETURN properties(name) ORDER BY has.position },
    identifiers: COLLECT { MATCH (other)-[has:IDENTIFIED_BY]->(item) RETURN properties(item) ORDER BY has.position },
    attributes: COLLECT { MATCH (other)-[has:HAS_ATTRIBUTE]->(item) RETURN properties(item) ORDER BY has.position }
  }) AS entities
}
OPTIONAL MATCH (dataset:Dataset)
RETURN size(others) AS total, entities, dataset.loads AS loads
