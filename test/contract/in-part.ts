import type { EntityInPart, Neighbourhood, NeighbourhoodOf, RelationInPart } from '../../src/store/port.js';

/** The answer in the order of ids, with only the parts that were asked for: a store may give more of a record, and its rows in any order. */
export function inPart({ entities, levels }: Neighbourhood, { entityParts, relationParts }: NeighbourhoodOf): Neighbourhood {
  const entityOf = (entity: EntityInPart): EntityInPart => pick(entity, ['id', 'label', ...entityParts]);
  const relationOf = (relation: RelationInPart): RelationInPart => pick(relation, ['type', 'source', 'target', ...relationParts]);
  return {
    entities: inOrder(entities, entityOf),
    levels: levels.map((rows) => inOrder(rows, (relations) => relations.map(relationOf))),
  };
}

const inOrder = <T>(rows: ReadonlyMap<string, T>, shown: (row: T) => T): Map<string, T> =>
  new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, row]) => [id, shown(row)]));

function pick<T extends object>(record: T, keys: readonly (keyof T)[]): T {
  return Object.fromEntries(keys.map((key) => [key, record[key]])) as T;
}
