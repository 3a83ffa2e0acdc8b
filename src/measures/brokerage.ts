import { vocabulary } from '../domain/vocabulary.js';
import type { Arcs, MeasuredEntity } from './measured-graph.js';

/** Whom brokers stand between: sectors of actors (`schema/entity-kinds.yaml`), kinds, or the four labels. */
export const GROUPINGS = ['SECTOR', 'KIND', 'LABEL'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How often an entity B stands between A → B → C where A has no arc to C, by who of the three belong to one group. */
export interface BrokerageRoles {
  /** All of one group. */
  coordinator: number;
  /** A and C of one group, B of another. Also called consultant. */
  itinerant: number;
  /** B and C of one group, A of another: B lets in. */
  gatekeeper: number;
  /** A and B of one group, C of another: B speaks for A's group. */
  representative: number;
  /** Three groups. */
  liaison: number;
}

/** Roles of brokers (Gould and Fernández 1989), counted over directed ties. */
export function brokerage(arcs: Arcs, grouping: Grouping): Map<string, BrokerageRoles> {
  const group = new Map(arcs.mapNodes((id, entity) => [id, groupOf(entity, grouping)]));
  return new Map(
    arcs.mapNodes((broker) => {
      const roles: BrokerageRoles = { coordinator: 0, itinerant: 0, gatekeeper: 0, representative: 0, liaison: 0 };
      const onward = arcs.outNeighbors(broker);
      for (const from of arcs.inNeighbors(broker)) {
        for (const to of onward) {
          if (from === to || arcs.hasDirectedEdge(from, to)) continue;
          roles[roleOf(group.get(from)!, group.get(broker)!, group.get(to)!)]++;
        }
      }
      return [broker, roles];
    }),
  );
}

function roleOf(from: string, broker: string, to: string): keyof BrokerageRoles {
  if (from === broker) return broker === to ? 'coordinator' : 'representative';
  if (broker === to) return 'gatekeeper';
  return from === to ? 'itinerant' : 'liaison';
}

/** Whoever belongs to no sector stands with its kind; what is no actor, with its label. */
export function groupOf({ kind, label }: MeasuredEntity, grouping: Grouping): string {
  if (grouping === 'KIND') return kind;
  if (grouping === 'LABEL' || label !== 'Actor') return label;
  return vocabulary.entityKinds.get(kind)?.sector ?? kind;
}
