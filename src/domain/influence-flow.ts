import type { GraphStore } from '../store/port.js';
import { holding, relationsAround, type AsOf } from './as-of.js';
import type { Hop } from './hop.js';
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
export function flowOver(relation: Relation, asOf: AsOf): FlowEdge[] {
  const influence = vocabulary.relationTypes.get(relation.type)?.influence;
  if (!influence || relation.source === relation.target) return [];
  const factor = carriedBy(relation, asOf);
  const edges: FlowEdge[] = [
    { from: relation.source, to: relation.target, relation, direction: 'FORWARD', weight: influence.forward * factor },
    { from: relation.target, to: relation.source, relation, direction: 'BACKWARD', weight: influence.backward * factor },
  ];
  return edges.filter((edge) => edge.weight > 0);
}

/** The one way influence flows over a relation to a place: from its state into it, and out of it to whoever oversees private security there. */
function flowThroughPlace(relation: Relation, asOf: AsOf): FlowEdge[] {
  const type = vocabulary.relationTypes.get(relation.type);
  const weight = (type?.influence.throughPlace ?? 0) * carriedBy(relation, asOf);
  if (weight === 0) return [];
  const { source, target } = relation;
  if (!type?.oversight) return [{ from: source, to: target, relation, direction: 'FORWARD', weight }];
  return isOversight(relation) ? [{ from: target, to: source, relation, direction: 'BACKWARD', weight }] : [];
}

/** What the evidence carries, and half of that where it held only possibly. */
function carriedBy({ time, evidence }: Relation, asOf: AsOf): number {
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

/**
 * Walks back from the targets, one level a step, over the relations that carry influence. Influence passes through actors,
 * instruments and events, and through a place only from its state to those who oversee it (two actors of one country do not
 * influence each other by that).
 *
 * @param types the relation types that count; null: all that carry influence
 */
export async function flowTowards(
  store: GraphStore,
  targets: readonly Entity[],
  steps: number,
  types: readonly string[] | null,
  asOf: AsOf,
): Promise<FlowGraph> {
  const carrying = (weight: (type: RelationType) => number): string[] =>
    [...vocabulary.relationTypes.values()]
      .filter((type) => weight(type) > 0 && (types === null || types.includes(type.name)))
      .map((type) => type.name);
  const overAny = carrying(({ influence }) => influence.forward + influence.backward + influence.throughPlace);
  const intoPlaces = carrying(({ influence, oversight }) => (oversight ? 0 : influence.throughPlace));
  const entities = new Map(targets.map((target) => [target.id, target]));
  const absorbing = new Set(entities.keys());
  const edges = new Map<string, FlowEdge>();

  let frontier = { places: [] as string[], others: [...entities.keys()].sort() };
  for (let step = 0; step < steps && frontier.places.length + frontier.others.length > 0; step++) {
    const level = new Set([...frontier.places, ...frontier.others]);
    const relations = [
      ...(await relationsAround(store, frontier.others, overAny, asOf)),
      ...(await relationsAround(store, frontier.places, intoPlaces, asOf)),
    ];
    const incoming = (flow: (relation: Relation, asOf: AsOf) => FlowEdge[]): FlowEdge[] =>
      relations.flatMap((relation) => flow(relation, asOf)).filter((edge) => level.has(edge.to) && !absorbing.has(edge.from));
    const ordinary = incoming(flowOver);
    const throughPlaces = incoming(flowThroughPlace);

    const unknown = new Set([...ordinary, ...throughPlaces].map((edge) => edge.from).filter((id) => !entities.has(id)));
    const reached = unknown.size > 0 ? await store.entities([...unknown].sort()) : [];
    const known = new Map([...entities, ...reached.map((entity) => [entity.id, entity] as const)]);
    const isPlace = (id: string): boolean => known.get(id)?.label === 'Place';
    const atPlace = ({ from, to }: FlowEdge): boolean => isPlace(from) || isPlace(to);
    const toPlace = ({ relation: { source, target } }: FlowEdge): boolean => isPlace(target) && !isPlace(source);
    for (const edge of [...ordinary.filter((edge) => !atPlace(edge)), ...throughPlaces.filter(toPlace)]) {
      const from = known.get(edge.from);
      if (from === undefined) continue;
      entities.set(from.id, from);
      edges.set(`${edge.relation.id} ${edge.direction}`, edge);
    }
    const next = reached.filter(({ id }) => entities.has(id));
    frontier = {
      places: next.filter(({ label }) => label === 'Place').map(({ id }) => id),
      others: next.filter(({ label }) => label !== 'Place').map(({ id }) => id),
    };
  }
  return { entities, edgesFrom: groupedByStart(edges) };
}

function groupedByStart(edges: ReadonlyMap<string, FlowEdge>): Map<string, FlowEdge[]> {
  const edgesFrom = new Map<string, FlowEdge[]>();
  for (const edge of [...edges.values()].sort(byRelationThenDirection)) {
    const list = edgesFrom.get(edge.from);
    if (list) list.push(edge);
    else edgesFrom.set(edge.from, [edge]);
  }
  return edgesFrom;
}

function byRelationThenDirection(a: FlowEdge, b: FlowEdge): number {
  if (a.relation.id !== b.relation.id) return a.relation.id < b.relation.id ? -1 : 1;
  return a.direction === b.direction ? 0 : a.direction === 'FORWARD' ? -1 : 1;
}
