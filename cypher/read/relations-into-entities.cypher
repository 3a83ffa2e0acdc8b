// The relations that come into each of these entities.
//
// Parameters
//   $entityIds: list<string> — unknown ones are left out
//   $types: list<string>? — only these relation types
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only what certainly held between these days, not what possibly did
//   $after: string — only relations with a greater sort key; '' for all
//   $limit: integer — most relations an entity
// Columns
//   entityId: string — by this
//   total: integer — how many relations fit, regardless of $after and $limit
//   relations: list<map> — `{ type, source, target, properties }`, by sort key
MATCH (entity:Entity)
WHERE entity.id IN $entityIds
CALL (entity) {
  MATCH (entity)<-[relation]-(:Entity)
  WHERE ($types IS NULL OR type(relation) IN $types)
    AND ($from IS NULL OR (
      relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
      AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
    ))
  RETURN count(relation) AS total
}
CALL (entity) {
  MATCH (entity)<-[relation]-(:Entity)
  WHERE relation.sortKey > $after
    AND ($types IS NULL OR type(relation) IN $types)
    AND ($from IS NULL OR (
      relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
      AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
    ))
  WITH relation
  ORDER BY relation.sortKey
  LIMIT $limit
  RETURN collect({
    type: type(relation), source: startNode(relation).id, target: endNode(relation).id, properties: properties(relation)
  }) AS relations
}
RETURN entity.id AS entityId, total, relations
ORDER BY entityId
