import type { GraphStore } from '../store/port.js';
import { during, holding, type AsOf } from './as-of.js';
import type { Holding } from './edtf.js';
import { foldText } from './folding.js';
import { asKnown, type Known } from './known.js';
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
export async function oversightBodies(
  store: GraphStore,
  region: Entity,
  asOf: AsOf,
  known: Known = {},
): Promise<OversightBody[]> {
  return bodiesOver(asKnown(store, known), await surroundingPlaces(store, region), asOf);
}

/** The oversight bodies of these places, by id. */
export async function bodiesOver(
  store: Pick<GraphStore, 'entities' | 'relationsOf'>,
  places: readonly string[],
  asOf: AsOf,
): Promise<OversightBody[]> {
  const answers = await store.relationsOf({
    entityIds: places,
    direction: 'IN',
    types: OVERSIGHT_TYPES,
    during: during(asOf),
    limit: null,
    after: null,
  });
  const relations = answers.flatMap((answer) => answer.relations).filter(isOversight);
  const actors = await store.entities([...new Set(relations.map(({ source }) => source))].sort());
  return bodiesBy(relations, actors, ({ time }) => holding(time, asOf));
}

/**
 * The bodies that relations of oversight make, by id.
 * @param actors at the sources of the relations, by id; what is no actor is no body
 * @param holds whether a relation held at the time asked about
 */
export function bodiesBy(
  relations: readonly Relation[],
  actors: readonly Entity[],
  holds: (relation: Relation) => Holding,
): OversightBody[] {
  const relationsOfBody = new Map<string, Relation[]>();
  for (const relation of relations) {
    if (!isOversight(relation) || holds(relation) === 'NO') continue;
    relationsOfBody.set(relation.source, [...(relationsOfBody.get(relation.source) ?? []), relation]);
  }
  return actors
    .filter(({ id, label }) => label === 'Actor' && relationsOfBody.has(id))
    .map((actor) => {
      const own = relationsOfBody.get(actor.id)!.sort(byId);
      const certain = own.some((relation) => holds(relation) === 'CERTAINLY');
      return { actor, holds: certain ? 'CERTAINLY' : 'POSSIBLY', relations: own };
    });
}

/** Whether it says of its source that it oversees private security, and some source supports it. */
export const isOversight = (relation: Relation): boolean =>
  OVERSIGHT_TYPES.includes(relation.type) && relation.evidence.strength > 0 && concernsPrivateSecurity(relation);

/** Oversight of another sector (firearms, say) does not make an oversight body of private security. */
function concernsPrivateSecurity(relation: Relation): boolean {
  const sector = relation.qualifiers['sector'];
  if (sector === undefined) return true;
  let concerns = sectorsRead.get(sector);
  if (concerns === undefined) sectorsRead.set(sector, (concerns = foldText(sector).includes('private security')));
  return concerns;
}

/** A graph names a few dozen sectors, and one answer can look at each of them thousands of times. */
const sectorsRead = new Map<string, boolean>();
