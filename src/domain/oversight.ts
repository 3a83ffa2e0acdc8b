import type { GraphStore } from '../store/port.js';
import { during, holding, type AsOf } from './as-of.js';
import { foldText } from './folding.js';
import type { Entity, Relation } from './model.js';
import { surroundingPlaces } from './regions.js';
import { vocabulary } from './vocabulary.js';
import { byId } from './order.js';

export const OVERSIGHT_TYPES = [...vocabulary.relationTypes.values()].filter((type) => type.oversight).map((type) => type.name);

/** An actor that regulates, licenses or oversees private security in the region, in a place within it or in one around it. */
export interface OversightBody {
  actor: Entity;
  /** Whether one of the relations certainly held at the date asked about. */
  holds: 'CERTAINLY' | 'POSSIBLY';
  /** The relations that make it one, by id. */
  relations: Relation[];
}

/** The oversight bodies of a region, by id. */
export async function oversightBodies(store: GraphStore, region: Entity, asOf: AsOf): Promise<OversightBody[]> {
  const answers = await store.relationsOf({
    entityIds: await surroundingPlaces(store, region),
    direction: 'IN',
    types: OVERSIGHT_TYPES,
    during: during(asOf),
    limit: null,
    after: null,
  });
  const relationsOfBody = new Map<string, Relation[]>();
  for (const relation of answers.flatMap((answer) => answer.relations)) {
    if (!isOversight(relation)) continue;
    relationsOfBody.set(relation.source, [...(relationsOfBody.get(relation.source) ?? []), relation]);
  }
  const actors = await store.entities([...relationsOfBody.keys()].sort());
  return actors
    .filter((actor) => actor.label === 'Actor')
    .map((actor) => {
      const relations = (relationsOfBody.get(actor.id) ?? []).sort(byId);
      const certain = relations.some((relation) => holding(relation.time, asOf) === 'CERTAINLY');
      return { actor, holds: certain ? 'CERTAINLY' : 'POSSIBLY', relations };
    });
}

/** Whether it says of its source that it oversees private security, and some source supports it. */
export const isOversight = (relation: Relation): boolean =>
  OVERSIGHT_TYPES.includes(relation.type) && relation.evidence.strength > 0 && concernsPrivateSecurity(relation);

/** Oversight of another sector (firearms, say) does not make an oversight body of private security. */
function concernsPrivateSecurity(relation: Relation): boolean {
  const sector = relation.qualifiers['sector'];
  return sector === undefined || foldText(sector).includes('private security');
}
