import type { GraphStore } from '../store/port.js';
import { holding, type AsOf } from './as-of.js';
import type { Hop } from './hop.js';
import { edgesOver } from './influence-flow.js';
import type { Entity, Relation } from './model.js';
import { byId } from './order.js';

/** What keeps influence from passing over a relation. */
export const HOP_OBSTACLES = ['DATE', 'DISPUTED', 'RELATION_TYPES', 'NO_WEIGHT', 'PLACE'] as const;
/**
 * DATE: it did not hold then. DISPUTED: no source supports it. RELATION_TYPES: of a type that was not asked for. NO_WEIGHT: its type carries
 * nothing in this direction. PLACE: it leads into or out of a place, other than from its state to those who oversee it.
 */
export type HopObstacle = (typeof HOP_OBSTACLES)[number];

/** What is asked about, as of `influence`. */
export interface Asked {
  asOf: AsOf;
  /** null: all that carry influence */
  types: readonly string[] | null;
}

/** Why influence does not pass over a hop; nothing where it does. */
export function obstaclesTo(hop: Hop, { asOf, types }: Asked, isPlace: (id: string) => boolean): HopObstacle[] {
  const { relation, direction } = hop;
  const found: HopObstacle[] = [];
  if (holding(relation.time, asOf) === 'NO') found.push('DATE');
  if (relation.evidence.strength === 0) found.push('DISPUTED');
  if (types !== null && !types.includes(relation.type)) found.push('RELATION_TYPES');
  const flows = edgesOver(relation, isPlace, 1).some((edge) => edge.direction === direction);
  if (!flows) found.push(isPlace(hop.from) || isPlace(hop.to) ? 'PLACE' : 'NO_WEIGHT');
  return found;
}

/** What several searches around the same entities read of the store, each relation and entity once. */
export class ReadOnce {
  readonly #relations = new Map<string, Relation[]>();
  readonly #entities = new Map<string, Entity>();

  constructor(private readonly store: Pick<GraphStore, 'entities' | 'relationsOf'>) {}

  readonly isPlace = (id: string): boolean => this.#entities.get(id)?.label === 'Place';

  /** Every relation at these entities, each once, by id; what stands at their ends is known then. */
  async relationsAt(ids: readonly string[]): Promise<Relation[]> {
    const missing = ids.filter((id) => !this.#relations.has(id));
    if (missing.length > 0) {
      const question = { direction: 'BOTH', types: null, during: null, limit: null, after: null } as const;
      for (const { entityId, relations } of await this.store.relationsOf({ ...question, entityIds: missing })) {
        this.#relations.set(entityId, relations);
      }
    }
    const found = new Map(ids.flatMap((id) => this.#relations.get(id) ?? []).map((relation) => [relation.id, relation]));
    const relations = [...found.values()].sort(byId);
    const ends = new Set(relations.flatMap(({ source, target }) => [source, target]).filter((id) => !this.#entities.has(id)));
    if (ends.size > 0) for (const entity of await this.store.entities([...ends].sort())) this.#entities.set(entity.id, entity);
    return relations;
  }
}

/**
 * A shortest way from an entity to one of the targets over hops that may be taken, of at most so many; of equals the first by relation ids,
 * from the end. No hop leads out of a target. Null where there is none.
 */
export async function shortestWay(
  read: ReadOnce,
  from: string,
  targets: ReadonlySet<string>,
  most: number,
  mayTake: (hop: Hop) => boolean,
): Promise<Hop[] | null> {
  const next = new Map<string, Hop>();
  const seen = new Set(targets);
  let level = [...targets].sort();
  for (let steps = 1; steps <= most && level.length > 0; steps++) {
    const reached: string[] = [];
    const ends = new Set(level);
    for (const relation of await read.relationsAt(level)) {
      for (const hop of bothWays(relation)) {
        if (!ends.has(hop.to) || seen.has(hop.from) || !mayTake(hop)) continue;
        seen.add(hop.from);
        next.set(hop.from, hop);
        reached.push(hop.from);
      }
    }
    if (next.has(from)) return wayFrom(from, next);
    level = reached.sort();
  }
  return null;
}

function bothWays(relation: Relation): Hop[] {
  const { source, target } = relation;
  if (source === target) return [];
  return [
    { relation, from: source, to: target, direction: 'FORWARD' },
    { relation, from: target, to: source, direction: 'BACKWARD' },
  ];
}

function wayFrom(start: string, next: ReadonlyMap<string, Hop>): Hop[] {
  const hops: Hop[] = [];
  for (let hop = next.get(start); hop !== undefined; hop = next.get(hop.to)) hops.push(hop);
  return hops;
}
