import type { EntityPart, GraphStore, NeighbourhoodLevel, RelationPart } from '../store/port.js';
import { during } from './as-of.js';
import { checkedRelationTypes } from './lookup.js';
import type { Entity, Relation } from './model.js';
import type { RelationsOfFilter } from './pages.js';

/** What a nested query asks of entities, of their relations, of the entities at the other ends, and so on. */
export interface NeighbourhoodQuestion {
  ids: readonly string[];
  /** The first page of relations at each level, nearest first. */
  levels: readonly RelationsOfFilter[];
  /** What is read of each entity beside its id and label, and of each relation beside its type and ends. */
  entityParts: readonly EntityPart[];
  relationParts: readonly RelationPart[];
}

/** Records hold only the parts asked for; nothing else of them may be looked at. */
export interface NeighbourhoodAnswer {
  /** Every entity met, by id. */
  entities: ReadonlyMap<string, Entity>;
  /** For each level the relations by the id of the entity: one more than its page has room for where there are more (`pageOfRelations`). */
  levels: readonly ReadonlyMap<string, readonly Relation[]>[];
}

/**
 * Several levels of a neighbourhood in one question to the store, where asking level by level would take one each.
 * @throws DomainError for an unknown type or a wrong date, as the pages of an entity do
 */
export async function readNeighbourhood(store: GraphStore, question: NeighbourhoodQuestion): Promise<NeighbourhoodAnswer> {
  const { ids, levels, entityParts, relationParts } = question;
  const found = await store.neighbourhood({ ids, levels: levels.map(levelOf), entityParts, relationParts });
  // Whoever asks takes records in part for whole ones, and looks at the parts only.
  return found as unknown as NeighbourhoodAnswer;
}

/** One relation more than the page has room for: it says whether there are more. */
function levelOf({ direction, types, asOf, first }: RelationsOfFilter): NeighbourhoodLevel {
  const days = during(asOf);
  return {
    direction: direction ?? 'BOTH',
    types: checkedRelationTypes(types),
    days: days && { from: days.from, to: days.to },
    limit: first + 1,
  };
}
