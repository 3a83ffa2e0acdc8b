import type { GraphStore } from '../store/port.js';
import type { Entity } from './model.js';
import type { OversightBody } from './oversight.js';

/** In which countries things are: read once for all of them, then asked one by one. */
export interface Countries {
  /** Ids of the countries that a source ties the entity to, directly or by a place in them; none where no source says. */
  of(entity: Entity): string[];
  /** Ids of the countries that the body oversees, wholly or a part of them; none where it stands over a larger region. */
  overseenBy(body: OversightBody): string[];
}

/** @param entities whose countries will be asked for, and the bodies' own places */
export async function countriesOf(
  store: GraphStore,
  entities: readonly Entity[],
  bodies: readonly OversightBody[],
): Promise<Countries> {
  const targets = [...new Set(bodies.flatMap(({ relations }) => relations.map(({ target }) => target)))];
  const overseen = new Map((await store.entities(targets)).map((place) => [place.id, [place.id, ...place.within]]));
  const places = new Set([...entities.flatMap(({ within }) => within), ...[...overseen.values()].flat()]);
  const isCountry = new Set((await store.entities([...places])).filter(({ kind }) => kind === 'country').map(({ id }) => id));
  return {
    of: ({ within }) => within.filter((place) => isCountry.has(place)),
    overseenBy: ({ relations }) =>
      [...new Set(relations.flatMap(({ target }) => overseen.get(target) ?? []))].filter((place) => isCountry.has(place)).sort(),
  };
}
