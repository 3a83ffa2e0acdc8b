import type { EntityInPart, Neighbourhood, NeighbourhoodOf, RelationInPart } from '../../src/store/port.js';

/** The answer with only the parts that were asked for: a store may give more of a record. */
export function inPart({ entities, levels }: Neighbourhood, { entityParts, relationParts }: NeighbourhoodOf): Neighbourhood {
  return {
    entities: entities.map((entity) => pick<EntityInPart>(entity, ['id', 'label', ...entityParts])),
    levels: levels.map((rows) =>
      rows.map(({ entityId, relations }) => ({
        entityId,
        relations: relations.map((relation) => pick<RelationInPart>(relation, ['type', 'source', 'target', ...relationParts])),
      })),
    ),
  };
}

function pick<T extends object>(record: T, keys: readonly (keyof T)[]): T {
  return Object.fromEntries(keys.map((key) => [key, record[key]])) as T;
}
