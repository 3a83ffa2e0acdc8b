import type { Direction, GraphStore, RelationsAmongEntities } from '../store/port.js';
import { during, type AsOf } from './as-of.js';
import { DomainError } from './errors.js';
import { asKnown, type Known } from './known.js';
import { checkedKinds, checkedRelationTypes, entitiesById } from './lookup.js';
import type { Entity, Relation } from './model.js';

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
  const days = during(question.asOf);

  const shown = new Map<string, { entity: Entity; depth: number }>();
  for (const entity of await entitiesById(store, question.centers)) shown.set(entity.id, { entity, depth: 0 });
  let frontier = [...shown.keys()];
  let leftOut = 0;
  for (let level = 1; level <= depth && frontier.length > 0; level++) {
    const { entities, total } = await reads.neighbours({
      entityIds: frontier,
      direction: question.direction ?? 'BOTH',
      types,
      during: days,
      kinds,
      except: [...shown.keys()],
      limit: limit - shown.size,
    });
    leftOut += total - entities.length;
    for (const entity of entities) shown.set(entity.id, { entity, depth: level });
    frontier = entities.map(({ id }) => id);
  }

  const { relations, totals } = await reads.relationsAmong({ entityIds: [...shown.keys()], types, during: days });
  const nodes = networkNodes(shown, relations, totals);
  return {
    nodes,
    edges: relations,
    truncated: leftOut > 0,
    truncation: leftOut > 0 ? truncationOf(leftOut, limit) : null,
    beyond: nodes.reduce((sum, node) => sum + node.beyond, 0),
  };
}

function networkNodes(
  shown: ReadonlyMap<string, { entity: Entity; depth: number }>,
  edges: Iterable<Relation>,
  totals: RelationsAmongEntities['totals'],
): NetworkNode[] {
  const nodes = new Map<string, NetworkNode>();
  const levels: NetworkNode[][] = [];
  // The store gives them by id, so every level is in that order.
  for (const { entityId, total } of totals) {
    const { entity, depth } = shown.get(entityId)!;
    const node = { entity, depth, degree: 0, beyond: total };
    nodes.set(entityId, node);
    (levels[depth] ??= []).push(node);
  }
  const showEdgeAt = (id: string): void => {
    const node = nodes.get(id)!;
    node.degree += 1;
    node.beyond -= 1;
  };
  for (const { source, target } of edges) {
    showEdgeAt(source);
    if (target !== source) showEdgeAt(target);
  }
  return levels.flat();
}

function truncationOf(leftOut: number, limit: number): string {
  return `${leftOut} more entities are within reach than the limit of ${limit} nodes shows; the best connected are kept. Raise \`limit\`, or narrow by \`relationTypes\`, \`kinds\` or \`asOf\`.`;
}

function inRange(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new DomainError('INVALID_ARGUMENT', `${name} is ${value}; it must be a whole number from ${least} to ${most}.`);
}
