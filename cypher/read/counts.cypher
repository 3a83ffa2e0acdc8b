// Counts over the whole graph, each list by its keys.
//
// Columns
//   entitiesByKind: list<map> — `{ label, kind, count }`
//   relationsByType: list<map> — `{ type, count, disputed, corroborated }`; corroborated: on two or more independent sources
//   entitiesByPlace: list<map> — `{ place, count }`, of countries, sub-regions, regions and the world
//   claimsBySource: list<map> — `{ source, count }`
//   relationsOfOneSource: list<map> — `{ source, count }`, of relations all of whose claims are of the source
//   loads: integer? — how many loads were announced when the answer was complete
WITH
  COLLECT {
    MATCH (entity:Entity)
    WITH [label IN labels(entity) WHERE label <> 'Entity'][0] AS label, entity.kind AS kind, count(*) AS count
    ORDER BY label, kind
    RETURN { label: label, kind: kind, count: count }
  } AS entitiesByKind,
  COLLECT {
    MATCH (:Entity)-[relation]->(:Entity)
    WITH type(relation) AS type, count(*) AS count,
      count(CASE WHEN relation.disputing > 0 THEN 1 END) AS disputed,
      count(CASE WHEN relation.supporting > 1 THEN 1 END) AS corroborated
    ORDER BY type
    RETURN { type: type, count: count, disputed: disputed, corroborated: corroborated }
  } AS relationsByType,
  COLLECT {
    MATCH (entity:Entity)
    UNWIND entity.within AS within
    WITH within, count(*) AS count
    MATCH (place:Entity { id: within })
    WHERE place.kind IN ['country', 'sub-region', 'region', 'world']
    WITH place.id AS place, count
    ORDER BY place
    RETURN { place: place, count: count }
  } AS entitiesByPlace,
  COLLECT {
    MATCH (source:Source)
    WITH source.id AS source, COUNT { (source)<-[:FROM_SOURCE]-() } AS count
    WHERE count > 0
    ORDER BY source
    RETURN { source: source, count: count }
  } AS claimsBySource,
  COLLECT {
    MATCH (:Entity)-[relation]->(:Entity)
    // The id of a claim begins with that of its source, which has no dot in it.
    WITH [claim IN relation.claimIds | split(claim, '.')[0]] AS sources
    WHERE size(sources) > 0 AND all(source IN sources WHERE source = sources[0])
    WITH sources[0] AS source, count(*) AS count
    ORDER BY source
    RETURN { source: source, count: count }
  } AS relationsOfOneSource
OPTIONAL MATCH (dataset:Dataset)
RETURN entitiesByKind, relationsByType, entitiesByPlace, claimsBySource, relationsOfOneSource, dataset.loads AS loads
