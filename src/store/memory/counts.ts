import type { Entity, EntityLabel, Graph, Relation } from '../../domain/model.js';
import type { Counts } from '../port.js';

const KINDS_OF_REGION = new Set(['country', 'sub-region', 'region', 'world']);

/** How many there are of everything, counted once when a graph is loaded. */
export function countGraph({ entities, relations, claims }: Graph): Counts {
  const sourceOf = new Map(claims.map(({ id, source }) => [id, source]));
  const regions = new Set(entities.filter(({ kind }) => KINDS_OF_REGION.has(kind)).map(({ id }) => id));
  return {
    entitiesByKind: tally(entities.map(kindKey)).map(([key, count]) => {
      const [label, kind] = key.split('|') as [EntityLabel, string];
      return { label, kind, count };
    }),
    relationsByType: countByType(relations),
    entitiesByPlace: tally(entities.flatMap(({ within }) => within.filter((place) => regions.has(place)))).map(
      ([place, count]) => ({ place, count }),
    ),
    claimsBySource: tally(claims.map(({ source }) => source)).map(([source, count]) => ({ source, count })),
    relationsOfOneSource: tally(relations.flatMap((relation) => onlySource(relation, sourceOf))).map(([source, count]) => ({
      source,
      count,
    })),
    disputedRelations: relations.filter(({ evidence }) => evidence.disputing > 0).length,
    corroboratedRelations: relations.filter(({ evidence }) => evidence.supporting >= 2).length,
  };
}

/** How many there are of each type, by type. */
export const countByType = (relations: readonly Relation[]): { type: string; count: number }[] =>
  tally(relations.map(({ type }) => type)).map(([type, count]) => ({ type, count }));

/** The source of all its claims, where it is one. */
function onlySource({ claimIds }: Relation, sourceOf: ReadonlyMap<string, string>): string[] {
  const sources = new Set(claimIds.flatMap((id) => sourceOf.get(id) ?? []));
  return sources.size === 1 ? [...sources] : [];
}

const kindKey = ({ label, kind }: Entity): string => `${label}|${kind}`;

/** How often each key occurs, by key. */
function tally(keys: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
