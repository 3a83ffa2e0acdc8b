// The relations of which both ends are among these entities, and how many each of these has in all.
//
// Parameters
//   $entityIds: list<string> — unknown ones are left out
//   $types: list<string>? — only these relation types
//   $from: string? — ISO day; null: at any time
//   $to: string? — ISO day, included
//   $certainly: boolean — only what certainly held between these days, not what possibly did
// Columns
//   totals: list<map> — `{ entityId, total }`, by entityId; total: how many of its relations match, wherever their other end is
//   relations: list<map> — each `{ type, source, target, properties }`, by id
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (entity:Entity)
WHERE entity.id IN $entityIds
WITH entity
ORDER BY entity.id
CALL (entity) {
  MATCH (entity)-[relation]-(:Entity)
  WHERE ($types IS NULL OR type(relation) IN $types)
    AND ($from IS NULL OR (
      relation.earliestStart <= $to AND (relation.persists OR relation.latestEnd >= $from)
      AND (NOT $certainly OR relation.latestStart <= $to AND (relation.persists OR relation.earliestEnd >= $from))
    ))
  RETURN
    count(relation) AS total,
    collect(CASE WHEN startNode(relation) = entity AND endNode(relation).id IN $entityIds THEN relation END) AS among
}
WITH collect({ entityId: entity.id, total: total }) AS totals, collect(among) AS lists
CALL (lists) {
  UNWIND lists AS list
  UNWIND list AS relation
  WITH relation
  ORDER BY relation.id
  RETURN collect({
    type: type(relation), source: startNode(relation).id, target: endNode(relation).id, properties: properties(relation)
  }) AS relations
}
OPTIONAL MATCH (dataset:Dataset)
RETURN totals, relations, dataset.loads AS loads
