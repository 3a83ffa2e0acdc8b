import type { EntityInPart, Neighbourhood, NeighbourhoodOf, RelationInPart } from '../../src/store/port.js';

import { byId } from '../../src/domain/order.js';

/** The answer by id, with only the parts that were asked for: a store may give more of a record, and its rows in any order. */
export function inPart({ entities, levels }: Neighbourhood, { entityParts, relationParts }: NeighbourhoodOf): Neighbourhood {
  return {
    entities: [...entities].sort(byId).map((entity) => pick<EntityInPart>(entity, ['id', 'label', ...entityParts])),
    levels: levels.map((rows) =>
      [...rows]
        .sort((a, b) => (a.entityId < b.entityId ? -1 : 1))
        .map(({ entityId, relations }) => ({
          entityId,
          relations: relations.map((relation) => pick<RelationInPart>(relation, ['type', 'source', 'target', ...relationParts])),
        })),
    ),
  };
}

function pick<T extends object>(record: T, keys: readonly (keyof T)[]): T {
  return Object.fromEntries(keys.map((key) => [key, record[key]])) as T;
}
