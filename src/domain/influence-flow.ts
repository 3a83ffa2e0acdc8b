import type { GraphStore } from '../store/port.js';
import { holding, relationsAround, type AsOf } from './as-of.js';
import type { Hop } from './hop.js';
import { givingWay } from './long-calculation.js';
import type { Entity, Relation } from './model.js';
import { isOversight } from './oversight.js';
import { vocabulary, type RelationType } from './vocabulary.js';

/** Influence over one relation in one direction: what a step of a walk goes along. */
export interface FlowEdge extends Hop {
  /** In (0, 1]: weight of the type in this direction × strength of the evidence × 1 or, where it held possibly, 0.5. */
  weight: number;
}

/** What counts for a relation that possibly, not certainly, held at the date asked about. */
export const POSSIBLE_FACTOR = 0.5;

/**
 * The two ways influence flows over a relation between entities that are no places; none where the type carries none, the evidence
 * comes to nothing, or both ends are the same entity.
 */
function flowOver(relation: Relation, carried: number): FlowEdge[] {
  const influence = vocabulary.relationTypes.get(relation.type)?.influence;
  if (!influence || relation.source === relation.target) return [];
  const edges: FlowEdge[] = [
    { from: relation.source, to: relation.target, relation, direction: 'FORWARD', weight: influence.forward * carried },
    { from: relation.target, to: relation.source, relation, direction: 'BACKWARD', weight: influence.backward * carried },
  ];
  return edges.filter((edge) => edge.weight > 0);
}

/** The one way influence flows over a relation to a place: from its state into it, and out of it to whoever oversees private security there. */
function flowThroughPlace(relation: Relation, carried: number): FlowEdge[] {
  const type = vocabulary.relationTypes.get(relation.type);
  const weight = (type?.influence.throughPlace ?? 0) * carried;
  if (weight === 0) return [];
  const { source, target } = relation;
  if (!type?.oversight) return [{ from: source, to: target, relation, direction: 'FORWARD', weight }];
  return isOversight(relation) ? [{ from: target, to: source, relation, direction: 'BACKWARD', weight }] : [];
}

/** How influence flows over a relation, which carries this much, once it is known which of its ends are places. */
export function edgesOver(relation: Relation, isPlace: (id: string) => boolean, carried: number): FlowEdge[] {
  const { source, target } = relation;
  if (!isPlace(source) && !isPlace(target)) return flowOver(relation, carried);
  return isPlace(target) && !isPlace(source) ? flowThroughPlace(relation, carried) : [];
}

/** What the evidence carries, and half of that where it held only possibly. */
export function carriedBy({ time, evidence }: Relation, asOf: AsOf): number {
  const held = holding(time, asOf);
  return held === 'NO' ? 0 : evidence.strength * (held === 'POSSIBLY' ? POSSIBLE_FACTOR : 1);
}

/** Everything from which influence can flow to the targets within the steps given. */
export interface FlowGraph {
  /** Every entity reached, targets included, by id. */
  entities: Map<string, Entity>;
  /** Edges by the entity they start from; in the order of relation ids, forward first. Edges out of a target are left out. */
  edgesFrom: Map<string, FlowEdge[]>;
}

/** What the walk back from the targets needs of a store. */
export type FlowReads = Pick<GraphStore, 'entities' | 'relationsOf'>;

/**
 * Walks back from the targets, one level a step, over the relations that carry influence. Influence passes through actors,
 * instruments and events, and through a place only from its state to those who oversee it (two actors of one country do not
 * influence each other by that).
 *
 * @param types the relation types that count; null: all that carry influence
 * @param ends where walks end: at the first target, or nowhere, for edges that may count when a target is none any more
 */
export async function flowTowards(
  store: FlowReads,
  targets: readonly Entity[],
  steps: number,
  types: readonly string[] | null,
  asOf: AsOf,
  ends: 'AT_TARGETS' | 'NOWHERE' = 'AT_TARGETS',
): Promise<FlowGraph> {
  const carrying = (weight: (type: RelationType) => number): string[] =>
    [...vocabulary.relationTypes.values()]
      .filter((type) => weight(type) > 0 && (types === null || types.includes(type.name)))
      .map((type) => type.name);
  const overAny = carrying(({ influence }) => influence.forward + influence.backward + influence.throughPlace);
  const intoPlaces = carrying(({ influence, oversight }) => (oversight ? 0 : influence.throughPlace));
  const entities = new Map(targets.map((target) => [target.id, target]));
  const absorbing = new Set(ends === 'AT_TARGETS' ? entities.keys() : []);
  const edges = new Map<string, FlowEdge>();

  const giveWay = givingWay();
  let frontier = { places: [] as string[], others: [...entities.keys()].sort() };
  for (let step = 0; step < steps && frontier.places.length + frontier.others.length > 0; step++) {
    await giveWay();
    const level = new Set([...frontier.places, ...frontier.others]);
    const relations = [
      ...(await relationsAround(store, frontier.others, overAny, asOf)),
      ...(await relationsAround(store, frontier.places, intoPlaces, asOf)),
    ];
    await giveWay();
    const weighed = relations.map((relation) => ({ relation, carried: carriedBy(relation, asOf) }));
    const counts = (edge: FlowEdge): boolean => level.has(edge.to) && !absorbing.has(edge.from);
    const unknown = new Set<string>();
    for (const { relation, carried } of weighed) {
      for (const edge of [...flowOver(relation, carried), ...flowThroughPlace(relation, carried)]) {
        if (!entities.has(edge.from) && counts(edge)) unknown.add(edge.from);
      }
    }
    const reached = unknown.size > 0 ? await store.entities([...unknown].sort()) : [];
    const met = new Map(reached.map((entity) => [entity.id, entity]));
    const known = (id: string): Entity | undefined => entities.get(id) ?? met.get(id);
    const isPlace = (id: string): boolean => known(id)?.label === 'Place';
    for (const { relation, carried } of weighed) {
      for (const edge of edgesOver(relation, isPlace, carried)) {
        const from = counts(edge) ? known(edge.from) : undefined;
        if (from === undefined) continue;
        entities.set(from.id, from);
        edges.set(`${edge.relation.id} ${edge.direction}`, edge);
      }
    }
    const next = reached.filter(({ id }) => entities.has(id));
    frontier = {
      places: next.filter(({ label }) => label === 'Place').map(({ id }) => id),
      others: next.filter(({ label }) => label !== 'Place').map(({ id }) => id),
    };
  }
  return { entities, edgesFrom: groupedByStart(edges.values()) };
}

function groupedByStart(edges: Iterable<FlowEdge>): Map<string, FlowEdge[]> {
  const edgesFrom = new Map<string, FlowEdge[]>();
  for (const edge of edges) {
    const list = edgesFrom.get(edge.from);
    if (list) list.push(edge);
    else edgesFrom.set(edge.from, [edge]);
  }
  for (const list of edgesFrom.values()) list.sort(byRelationThenDirection);
  return edgesFrom;
}

function byRelationThenDirection(a: FlowEdge, b: FlowEdge): number {
  if (a.relation.id !== b.relation.id) return a.relation.id < b.relation.id ? -1 : 1;
  return a.direction === b.direction ? 0 : a.direction === 'FORWARD' ? -1 : 1;
}
