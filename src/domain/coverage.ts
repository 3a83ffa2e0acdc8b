import type { GraphStore } from '../store/port.js';
import type { Entity, Relation } from './model.js';
import { byId } from './order.js';
import { isOversight, OVERSIGHT_TYPES } from './oversight.js';
import { resolveRegion, surroundingPlaces } from './regions.js';

/** What of a UN M49 sub-region the graph knows. */
export interface SubRegionCoverage {
  id: string;
  name: string;
  countries: number;
  /** Countries with at least one oversight body, of the whole or of a part of it, by id. */
  overseen: string[];
}

/** The sub-regions that hold countries directly, by id; for the store that is asked, as `coverageOf` has them for a graph at hand. */
export async function coverage(store: GraphStore): Promise<SubRegionCoverage[]> {
  const [world] = await store.entities(['001']);
  if (world === undefined) return [];
  const places = await store.entities(await surroundingPlaces(store, await resolveRegion(store, '001')));
  const entityIds = places.map(({ id }) => id);
  const all = { during: null, limit: null, after: null };
  const [partOf, oversight] = await Promise.all([
    store.relationsOf({ entityIds, direction: 'OUT', types: ['PART_OF'], ...all }),
    store.relationsOf({ entityIds, direction: 'IN', types: OVERSIGHT_TYPES, ...all }),
  ]);
  return coverageOf(
    places,
    [...partOf, ...oversight].flatMap(({ relations }) => relations),
  );
}

/**
 * @param entities at least all places
 * @param relations at least those of oversight, and those by which places are part of others
 */
export function coverageOf(entities: readonly Entity[], relations: readonly Relation[]): SubRegionCoverage[] {
  const places = new Map(entities.filter(({ label }) => label === 'Place').map((place) => [place.id, place]));
  const isCountry = (id: string): boolean => places.get(id)?.kind === 'country';
  // Who oversees a province or a city oversees a part of its country.
  const overseen = new Set(
    relations.filter(isOversight).flatMap(({ target }) => places.get(target)?.within.filter(isCountry) ?? []),
  );
  const countriesOf = new Map<string, string[]>();
  for (const { type, source, target } of relations) {
    if (type !== 'PART_OF' || !isCountry(source)) continue;
    countriesOf.set(target, [...(countriesOf.get(target) ?? []), source]);
  }
  return [...countriesOf]
    .filter(([id]) => places.get(id)?.kind === 'sub-region')
    .map(([id, countries]) => ({
      id,
      name: places.get(id)?.name ?? id,
      countries: countries.length,
      overseen: countries.filter((country) => overseen.has(country)).sort(),
    }))
    .sort(byId);
}
