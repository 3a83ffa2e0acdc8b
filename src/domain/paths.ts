import type { GraphStore } from '../store/port.js';
import { during, type AsOf } from './as-of.js';
import { BEGINNING_OF_TIME } from './edtf.js';
import { DomainError } from './errors.js';
import type { Hop } from './hop.js';
import { asKnown, type Known } from './known.js';
import { checkedRelationTypes, entitiesById } from './lookup.js';
import type { Relation } from './model.js';
import { byId } from './order.js';
import { soonest } from './time-respecting.js';

export const PATHS_DEFAULTS = { maxLength: 4, first: 10 } as const;
export const MOST_PATH_LENGTH = 6;

export interface PathsQuestion extends Known {
  from: string;
  to: string;
  /** Most hops, 1 to 6. */
  maxLength?: number | null | undefined;
  relationTypes?: readonly string[] | null | undefined;
  asOf?: AsOf;
  /** Only paths on which no hop need be made before the one before it (`time-respecting.ts`). */
  timeRespecting?: boolean | null | undefined;
  first?: number | null | undefined;
}

export interface Path {
  length: number;
  hops: Hop[];
}

export interface Paths {
  paths: Path[];
  /** True where there may be more paths of at most `maxLength` hops than those given. */
  truncated: boolean;
  truncation: string | null;
}

/**
 * Paths between two entities, shortest first; of equal length those that pass through no place first (that two actors work in one country says
 * little), then by relation ids. Relations are walked both ways, no entity twice; parallel relations make parallel paths.
 *
 * Both ends are widened level by level, the smaller side first, and no further than the paths asked for need.
 * @throws DomainError UNKNOWN_ID, INVALID_ARGUMENT, INVALID_DATE
 */
export async function findPaths(store: GraphStore, question: PathsQuestion): Promise<Paths> {
  const maxLength = question.maxLength ?? PATHS_DEFAULTS.maxLength;
  if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > MOST_PATH_LENGTH) {
    throw new DomainError(
      'INVALID_ARGUMENT',
      `maxLength is ${maxLength}; it must be a whole number from 1 to ${MOST_PATH_LENGTH}.`,
    );
  }
  if (question.from === question.to) {
    throw new DomainError('INVALID_ARGUMENT', `from and to are both "${question.from}"; a path needs two different entities.`);
  }
  const first = question.first ?? PATHS_DEFAULTS.first;
  const types = checkedRelationTypes(question.relationTypes);
  await entitiesById(store, [question.from, question.to]);

  const reads = asKnown(store, question);
  const known = new KnownGraph();
  const sides = [new Side(question.from), new Side(question.to)] as [Side, Side];
  const paths: Path[] = [];
  for (let length = 1; length <= maxLength; length++) {
    const smaller = sides[0].frontier.length <= sides[1].frontier.length ? sides[0] : sides[1];
    // Of a side without further entities everything is known.
    if (smaller.frontier.length > 0) {
      const answers = await reads.relationsOf({
        entityIds: smaller.frontier,
        direction: 'BOTH',
        types,
        during: during(question.asOf),
        limit: HUB_CAP,
        after: null,
      });
      for (const { entityId, relations, total } of answers) {
        if (total > relations.length) known.cappedHubs.add(entityId);
        for (const relation of relations) known.add(relation);
        smaller.reach(entityId, relations);
      }
      smaller.advance();
    }
    await known.learnPlaces(store, known.between(question.from, question.to, length));

    for (const through of ['NO_PLACE', 'A_PLACE'] as const) {
      const wanted = first + 1 - paths.length;
      if (wanted > 0) paths.push(...pathsOfLength(known, question, length, wanted, through));
    }
    if (paths.length > first || known.exhausted) break;
  }
  return { paths: paths.slice(0, first), ...truncationOf(paths.length > first, first, known) };
}

/** Most relations of one entity that are looked at, and most steps taken in looking for paths of one length. */
const HUB_CAP = 10_000;
const MOST_SEARCH_STEPS = 500_000;

/** One end of the search: what has been reached from it, and what was reached last. */
class Side {
  frontier: string[];
  private readonly reached: Set<string>;
  private next = new Set<string>();

  constructor(start: string) {
    this.frontier = [start];
    this.reached = new Set([start]);
  }

  reach(entityId: string, relations: readonly Relation[]): void {
    for (const { source, target } of relations) {
      const other = source === entityId ? target : source;
      if (!this.reached.has(other)) this.next.add(other);
    }
  }

  advance(): void {
    this.frontier = [...this.next].sort();
    for (const id of this.frontier) this.reached.add(id);
    this.next = new Set();
  }
}

/** The relations seen so far, as hops out of each entity. */
class KnownGraph {
  readonly hops = new Map<string, Map<string, Hop>>();
  readonly cappedHubs = new Set<string>();
  readonly places = new Set<string>();
  readonly #looked = new Set<string>();
  /** The search gave up before it had looked everywhere. */
  exhausted = false;

  add(relation: Relation): void {
    const { source, target } = relation;
    if (source === target) return;
    this.hopsFrom(source).set(relation.id, { relation, from: source, to: target, direction: 'FORWARD' });
    this.hopsFrom(target).set(relation.id, { relation, from: target, to: source, direction: 'BACKWARD' });
  }

  sortedHopsFrom(id: string): Hop[] {
    return [...(this.hops.get(id)?.values() ?? [])].sort((a, b) => byId(a.relation, b.relation));
  }

  /** The entities on ways of at most so many hops between two: few of the thousands that a hub leads to. */
  between(from: string, to: string, most: number): string[] {
    const [near, far] = [this.distancesTo(from, most), this.distancesTo(to, most)];
    return [...near.keys()].filter((id) => near.get(id)! + (far.get(id) ?? Infinity) <= most);
  }

  /** Looks which of these are places. */
  async learnPlaces(store: GraphStore, entityIds: readonly string[]): Promise<void> {
    const ids = entityIds.filter((id) => !this.#looked.has(id));
    if (ids.length === 0) return;
    const { entities } = await store.neighbourhood({ ids, levels: [], entityParts: [], relationParts: [] });
    for (const id of ids) {
      this.#looked.add(id);
      if (entities.get(id)?.label === 'Place') this.places.add(id);
    }
  }

  /** Fewest hops from each entity to the one given. */
  distancesTo(to: string, most: number): Map<string, number> {
    const distances = new Map([[to, 0]]);
    let frontier = [to];
    for (let distance = 1; distance <= most && frontier.length > 0; distance++) {
      const next: string[] = [];
      for (const id of frontier) {
        for (const hop of this.hops.get(id)?.values() ?? []) {
          if (distances.has(hop.to)) continue;
          distances.set(hop.to, distance);
          next.push(hop.to);
        }
      }
      frontier = next;
    }
    return distances;
  }

  private hopsFrom(id: string): Map<string, Hop> {
    let hops = this.hops.get(id);
    if (!hops) this.hops.set(id, (hops = new Map<string, Hop>()));
    return hops;
  }
}

/** Paths of exactly this length, at most `wanted`, depth first among the entities near enough to the end. */
function pathsOfLength(
  known: KnownGraph,
  { from, to, timeRespecting }: PathsQuestion,
  length: number,
  wanted: number,
  through: 'NO_PLACE' | 'A_PLACE',
): Path[] {
  const distances = known.distancesTo(to, length);
  if ((distances.get(from) ?? Infinity) > length) return [];
  const paths: Path[] = [];
  const hops: Hop[] = [];
  const visited = new Set([from]);
  let steps = 0;

  const walk = (at: string, day: string): void => {
    const left = length - hops.length - 1;
    for (const hop of known.sortedHopsFrom(at)) {
      if (paths.length >= wanted || known.exhausted) return;
      if (visited.has(hop.to) || (distances.get(hop.to) ?? Infinity) > left || (hop.to === to && left > 0)) continue;
      if (++steps > MOST_SEARCH_STEPS) {
        known.exhausted = true;
        return;
      }
      if (through === 'NO_PLACE' && hop.to !== to && known.places.has(hop.to)) continue;
      const made = timeRespecting ? soonest(hop, day) : day;
      if (made === null) continue;
      hops.push(hop);
      if (hop.to === to) {
        if (through === 'NO_PLACE' || hops.some((taken) => taken.to !== to && known.places.has(taken.to)))
          paths.push({ length, hops: [...hops] });
      } else {
        visited.add(hop.to);
        walk(hop.to, made);
        visited.delete(hop.to);
      }
      hops.pop();
    }
  };
  walk(from, BEGINNING_OF_TIME);
  return paths;
}

function truncationOf(more: boolean, first: number, known: KnownGraph): { truncated: boolean; truncation: string | null } {
  const sentences = [];
  if (more)
    sentences.push(
      `There are more than ${first} paths; the shortest are given. Raise \`first\`, or narrow by \`relationTypes\` or \`asOf\`.`,
    );
  if (known.exhausted)
    sentences.push(`The search gave up after ${MOST_SEARCH_STEPS} steps. Lower \`maxLength\` or narrow by \`relationTypes\`.`);
  if (known.cappedHubs.size > 0) {
    sentences.push(
      `Of ${[...known.cappedHubs].sort().join(', ')} only the first ${HUB_CAP} relations were looked at. Narrow by \`relationTypes\` or \`asOf\`.`,
    );
  }
  return { truncated: sentences.length > 0, truncation: sentences.length > 0 ? sentences.join(' ') : null };
}
