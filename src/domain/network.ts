import type { Direction, GraphStore, RelationsOfEntity } from '../store/port.js';
import { during, type AsOf } from './as-of.js';
import { DomainError } from './errors.js';
import { asKnown, type Known } from './known.js';
import { checkedKinds, checkedRelationTypes, entitiesById } from './lookup.js';
import type { Entity, Relation } from './model.js';
import { byId } from './order.js';

export const NETWORK_DEFAULTS = { depth: 1, limit: 200 } as const;
export const MOST_NETWORK_DEPTH = 4;
export const MOST_NETWORK_NODES = 2000;

export interface NetworkQuestion extends Known {
  /** Ids of the entities in the middle; always shown. */
  centers: readonly string[];
  /** Steps from a centre, 0 to 4. */
  depth?: number | null | undefined;
  /** Which way steps go: OUT from source to target. */
  direction?: Direction | null | undefined;
  relationTypes?: readonly string[] | null | undefined;
  /** Only entities of these kinds are shown and walked through. */
  kinds?: readonly string[] | null | undefined;
  asOf?: AsOf;
  /** Most nodes shown, centres included, 1 to 2000. */
  limit?: number | null | undefined;
}

export interface NetworkNode {
  entity: Entity;
  /** Steps from the nearest centre. */
  depth: number;
  /** Edges shown at it. */
  degree: number;
  /** Its relations under the same types and date that are not shown. */
  beyond: number;
}

/** A neighbourhood, ready for a graph view: nodes by depth then id, every edge between them by id. */
export interface Network {
  nodes: NetworkNode[];
  edges: Relation[];
  truncated: boolean;
  /** What was left out and what to do about it; null where nothing was. */
  truncation: string | null;
  /** Relations of the shown nodes that lead beyond the view. */
  beyond: number;
}

/**
 * The neighbourhood of the centres, level by level. Where a level has more entities than `limit` leaves room for, the
 * best connected are kept (by degree, then id).
 * @throws DomainError UNKNOWN_ID, INVALID_ARGUMENT, INVALID_DATE
 */
export async function network(store: GraphStore, question: NetworkQuestion): Promise<Network> {
  const depth = inRange('depth', question.depth ?? NETWORK_DEFAULTS.depth, 0, MOST_NETWORK_DEPTH);
  const limit = inRange('limit', question.limit ?? NETWORK_DEFAULTS.limit, 1, MOST_NETWORK_NODES);
  const types = checkedRelationTypes(question.relationTypes);
  const kinds = checkedKinds(question.kinds);
  inRange('the number of centers', new Set(question.centers).size, 1, limit);

  const reads = asKnown(store, question);
  const ask = (entityIds: string[], direction: Direction): Promise<RelationsOfEntity[]> =>
    reads.relationsOf({ entityIds, direction, types, during: during(question.asOf), limit: HUB_CAP, after: null });

  const shown = new Map<string, { entity: Entity; depth: number }>();
  for (const entity of await entitiesById(store, question.centers)) shown.set(entity.id, { entity, depth: 0 });
  let frontier = [...shown.keys()].sort();
  let leftOut = 0;
  for (let level = 1; level <= depth && frontier.length > 0; level++) {
    const neighbours = neighboursOf(await ask(frontier, question.direction ?? 'BOTH'), shown);
    const entities = (await store.entities(neighbours)).filter((entity) => kinds === null || kinds.includes(entity.kind));
    const room = limit - shown.size;
    const kept = entities.sort((a, b) => b.degree - a.degree || byId(a, b)).slice(0, room);
    leftOut += entities.length - kept.length;
    for (const entity of kept) shown.set(entity.id, { entity, depth: level });
    frontier = kept.map((entity) => entity.id).sort();
  }

  const answers = await ask([...shown.keys()].sort(), 'BOTH');
  const edges = new Map<string, Relation>();
  for (const relation of answers.flatMap((answer) => answer.relations)) {
    if (shown.has(relation.source) && shown.has(relation.target)) edges.set(relation.id, relation);
  }
  const nodes = networkNodes(shown, edges.values(), answers);
  const cappedHubs = answers.filter((answer) => answer.total > answer.relations.length).map((answer) => answer.entityId);
  return {
    nodes,
    edges: [...edges.values()].sort(byId),
    truncated: leftOut > 0 || cappedHubs.length > 0,
    truncation: truncationOf(leftOut, limit, cappedHubs),
    beyond: nodes.reduce((sum, node) => sum + node.beyond, 0),
  };
}

/** Most relations of one entity that are looked at. */
const HUB_CAP = 10_000;

function neighboursOf(answers: readonly RelationsOfEntity[], shown: ReadonlyMap<string, unknown>): string[] {
  const neighbours = new Set<string>();
  for (const { entityId, relations } of answers) {
    for (const { source, target } of relations) {
      const other = source === entityId ? target : source;
      if (!shown.has(other)) neighbours.add(other);
    }
  }
  return [...neighbours].sort();
}

function networkNodes(
  shown: ReadonlyMap<string, { entity: Entity; depth: number }>,
  edges: Iterable<Relation>,
  answers: readonly RelationsOfEntity[],
): NetworkNode[] {
  const degree = new Map<string, number>();
  for (const { source, target } of edges) {
    for (const id of new Set([source, target])) degree.set(id, (degree.get(id) ?? 0) + 1);
  }
  const total = new Map(answers.map((answer) => [answer.entityId, answer.total]));
  return [...shown.values()]
    .map(({ entity, depth }) => {
      const edgesShown = degree.get(entity.id) ?? 0;
      return { entity, depth, degree: edgesShown, beyond: (total.get(entity.id) ?? 0) - edgesShown };
    })
    .sort((a, b) => a.depth - b.depth || byId(a.entity, b.entity));
}

function truncationOf(leftOut: number, limit: number, cappedHubs: readonly string[]): string | null {
  const sentences = [];
  if (leftOut > 0) {
    sentences.push(
      `${leftOut} more entities are within reach than the limit of ${limit} nodes shows; the best connected are kept. Raise \`limit\`, or narrow by \`relationTypes\`, \`kinds\` or \`asOf\`.`,
    );
  }
  if (cappedHubs.length > 0) {
    sentences.push(
      `Of ${cappedHubs.join(', ')} only the first ${HUB_CAP} relations were looked at. Narrow by \`relationTypes\` or \`asOf\`.`,
    );
  }
  return sentences.length > 0 ? sentences.join(' ') : null;
}

function inRange(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new DomainError('INVALID_ARGUMENT', `${name} is ${value}; it must be a whole number from ${least} to ${most}.`);
}
