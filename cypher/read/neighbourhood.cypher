// Entities, their relations, the entities at the other ends, and so on: up to three levels in one question. Of every record only
// the properties asked for. What a hub keeps beside it (write/keep-hubs) is read from there: nobody looks through all relations of a hub
// for its first ones.
//
// Parameters
//   $ids: list<string> — the entities to begin at; unknown ones are left out
//   $directions: list<string> — OUT, IN or BOTH for each of three levels; '' where there is no such level
//   $types1: list<string>? — only relations of these types at the first level
//   $types2: list<string>? — and at the second
//   $types3: list<string>? — and at the third
//   $from: list<string> — for each level an ISO day; '' for at any time
//   $to: list<string> — for each level an ISO day, included
//   $limit1: integer — most relations of an entity at the first level
//   $limit2: integer — and at the second
//   $limit3: integer — and at the third
//   $plain1: boolean — whether a hub keeps what the first level wants: relations in both directions, of any type, at any time, no more
//     than it keeps
//   $plain2: boolean — and the second
//   $plain3: boolean — and the third
//   $hubDegree: integer — a hub has more relations
//   $entityProperties: list<string> — what is wanted of entities
//   $relationProperties: list<string> — what is wanted of relations
// Columns
//   entities: list<map> — `{ id, label, values }`, every entity met, each once; values in the order of $entityProperties
//   levels: list<map> — for each level a list of `{ id, relations }`; relations: `{ type, source, target, values }` by sort key
//   loads: integer? — how many loads were announced when the answer was complete
MATCH (root:Entity)
WHERE root.id IN $ids
WITH collect(root) AS level0
CALL (level0) {
  UNWIND CASE WHEN $directions[0] = '' THEN [] ELSE level0 END AS entity
  OPTIONAL MATCH (hub:Hub { id: CASE WHEN $plain1 AND entity.degree > $hubDegree THEN entity.id END })
  CALL (entity, hub) {
    CALL (entity, hub) {
      WITH entity WHERE hub IS NULL AND $directions[0] <> 'IN'
      MATCH (entity)-[relation]->(other:Entity)
      RETURN relation, other
      UNION ALL
      WITH entity WHERE hub IS NULL AND $directions[0] <> 'OUT'
      MATCH (entity)<-[relation]-(other:Entity)
      WHERE $directions[0] = 'IN' OR other <> entity
      RETURN relation, other
      UNION ALL
      UNWIND CASE WHEN hub IS NULL THEN [] ELSE range(0, $limit1 - 1) END AS at
      WITH entity, hub.relations[at] AS id, hub.sources[at] AS sourceId, hub.targets[at] AS targetId
      MATCH (source:Entity { id: sourceId })
      MATCH (target:Entity { id: targetId })
      MATCH (source)-[relation]->(target)
      WHERE relation.id = id
      RETURN relation, CASE WHEN source = entity THEN target ELSE source END AS other
    }
    WITH relation, other
    WHERE ($types1 IS NULL OR type(relation) IN $types1)
      AND ($from[0] = '' OR relation.earliestStart <= $to[0] AND (relation.persists OR relation.latestEnd >= $from[0]))
    ORDER BY relation.sortKey
    LIMIT $limit1
    RETURN collect(relation) AS relations, collect(other) AS others
  }
  RETURN collect({ id: entity.id, relations: relations }) AS rows1, collect(others) AS found1
}
CALL (found1) {
  UNWIND found1 AS others
  UNWIND others AS other
  RETURN collect(DISTINCT other) AS level1
}
CALL (level1) {
  UNWIND CASE WHEN $directions[1] = '' THEN [] ELSE level1 END AS entity
  OPTIONAL MATCH (hub:Hub { id: CASE WHEN $plain2 AND entity.degree > $hubDegree THEN entity.id END })
  CALL (entity, hub) {
    CALL (entity, hub) {
      WITH entity WHERE hub IS NULL AND $directions[1] <> 'IN'
      MATCH (entity)-[relation]->(other:Entity)
      RETURN relation, other
      UNION ALL
      WITH entity WHERE hub IS NULL AND $directions[1] <> 'OUT'
      MATCH (entity)<-[relation]-(other:Entity)
      WHERE $directions[1] = 'IN' OR other <> entity
      RETURN relation, other
      UNION ALL
      UNWIND CASE WHEN hub IS NULL THEN [] ELSE range(0, $limit2 - 1) END AS at
      WITH entity, hub.relations[at] AS id, hub.sources[at] AS sourceId, hub.targets[at] AS targetId
      MATCH (source:Entity { id: sourceId })
      MATCH (target:Entity { id: targetId })
      MATCH (source)-[relation]->(target)
      WHERE relation.id = id
      RETURN relation, CASE WHEN source = entity THEN target ELSE source END AS other
    }
    WITH relation, other
    WHERE ($types2 IS NULL OR type(relation) IN $types2)
      AND ($from[1] = '' OR relation.earliestStart <= $to[1] AND (relation.persists OR relation.latestEnd >= $from[1]))
    ORDER BY relation.sortKey
    LIMIT $limit2
    RETURN collect(relation) AS relations, collect(other) AS others
  }
  RETURN collect({ id: entity.id, relations: relations }) AS rows2, collect(others) AS found2
}
CALL (found2) {
  UNWIND found2 AS others
  UNWIND others AS other
  RETURN collect(DISTINCT other) AS level2
}
CALL (level2) {
  UNWIND CASE WHEN $directions[2] = '' THEN [] ELSE level2 END AS entity
  OPTIONAL MATCH (hub:Hub { id: CASE WHEN $plain3 AND entity.degree > $hubDegree THEN entity.id END })
  CALL (entity, hub) {
    CALL (entity, hub) {
      WITH entity WHERE hub IS NULL AND $directions[2] <> 'IN'
      MATCH (entity)-[relation]->(other:Entity)
      RETURN relation, other
      UNION ALL
      WITH entity WHERE hub IS NULL AND $directions[2] <> 'OUT'
      MATCH (entity)<-[relation]-(other:Entity)
      WHERE $directions[2] = 'IN' OR other <> entity
      RETURN relation, other
      UNION ALL
      UNWIND CASE WHEN hub IS NULL THEN [] ELSE range(0, $limit3 - 1) END AS at
      WITH entity, hub.relations[at] AS id, hub.sources[at] AS sourceId, hub.targets[at] AS targetId
      MATCH (source:Entity { id: sourceId })
      MATCH (target:Entity { id: targetId })
      MATCH (source)-[relation]->(target)
      WHERE relation.id = id
      RETURN relation, CASE WHEN source = entity THEN target ELSE source END AS other
    }
    WITH relation, other
    WHERE ($types3 IS NULL OR type(relation) IN $types3)
      AND ($from[2] = '' OR relation.earliestStart <= $to[2] AND (relation.persists OR relation.latestEnd >= $from[2]))
    ORDER BY relation.sortKey
    LIMIT $limit3
    RETURN collect(relation) AS relations, collect(other) AS others
  }
  RETURN collect({ id: entity.id, relations: relations }) AS rows3, collect(others) AS found3
}
CALL (level0, level1, level2, found3) {
  UNWIND [level0, level1, level2] + found3 AS list
  UNWIND list AS entity
  WITH DISTINCT entity
  RETURN collect({
    id: entity.id, label: [label IN labels(entity) WHERE label <> 'Entity'][0], values: [key IN $entityProperties | entity[key]]
  }) AS entities
}
OPTIONAL MATCH (dataset:Dataset)
RETURN
  entities,
  [rows IN [rows1, rows2, rows3] | [row IN rows | {
    id: row.id,
    relations: [relation IN row.relations | {
      type: type(relation), source: startNode(relation).id, target: endNode(relation).id,
      values: [key IN $relationProperties | relation[key]]
    }]
  }]] AS levels,
  dataset.loads AS loads
