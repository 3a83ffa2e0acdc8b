import type { GraphStore } from '../store/port.js';
import { holding, relationsAround, type AsOf } from './as-of.js';
import type { Hop } from './hop.js';
import type { Entity, Relation } from './model.js';
import { vocabulary } from './vocabulary.js';

/** Influence over one relation in one direction: what a step of a walk goes along. */
export interface FlowEdge extends Hop {
  /** In (0, 1]: weight of the type in this direction × strength of the evidence × 1 or, where it held possibly, 0.5. */
  weight: number;
}

/** What counts for a relation that possibly, not certainly, held at the date asked about. */
export const POSSIBLE_FACTOR = 0.5;

/**
 * The two ways influence flows over a relation; none where the type carries none, the evidence comes to nothing, or both
 * ends are the same entity.
 */
export function flowOver(relation: Relation, asOf: AsOf): FlowEdge[] {
  const influence = vocabulary.relationTypes.get(relation.type)?.influence;
  if (!influence || relation.source === relation.target) return [];
  const held = holding(relation.time, asOf);
  if (held === 'NO') return [];
  const factor = relation.evidence.strength * (held === 'POSSIBLY' ? POSSIBLE_FACTOR : 1);
  const edges: FlowEdge[] = [
    { from: relation.source, to: relation.target, relation, direction: 'FORWARD', weight: influence.forward * factor },
    { from: relation.target, to: relation.source, relation, direction: 'BACKWARD', weight: influence.backward * factor },
  ];
  return edges.filter((edge) => edge.weight > 0);
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
 * instruments and events, never through places (two actors of one country do not influence each other by that).
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
  const carrying = [...vocabulary.relationTypes.values()].filter((type) => type.influence.forward + type.influence.backward > 0);
  const asked = carrying.map((type) => type.name).filter((name) => types === null || types.includes(name));
  const entities = new Map(targets.map((target) => [target.id, target]));
  const places = new Set<string>();
  const absorbing = new Set(entities.keys());
  const edges = new Map<string, FlowEdge>();

  let frontier = [...entities.keys()].sort();
  for (let step = 0; step < steps && frontier.length > 0; step++) {
    const level = new Set(frontier);
    const relations = await relationsAround(store, frontier, asked, asOf);
    const incoming = relations
      .flatMap((relation) => flowOver(relation, asOf))
      .filter((edge) => level.has(edge.to) && !absorbing.has(edge.from) && !places.has(edge.from));

    const unknown = [...new Set(incoming.map((edge) => edge.from).filter((id) => !entities.has(id)))].sort();
    const reached = unknown.length > 0 ? await store.entities(unknown) : [];
    for (const entity of reached) {
      if (entity.label === 'Place') places.add(entity.id);
      else entities.set(entity.id, entity);
    }
    for (const edge of incoming) {
      if (entities.has(edge.from)) edges.set(`${edge.relation.id} ${edge.direction}`, edge);
    }
    frontier = reached.filter((entity) => entity.label !== 'Place').map((entity) => entity.id);
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
