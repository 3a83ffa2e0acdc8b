import type { GraphStore } from '../store/port.js';
import { didYouMean, DomainError } from './errors.js';
import type { Entity } from './model.js';
import { entitiesNamedLike } from './search.js';

/**
 * The place that a region argument names: a place's id, an ISO 3166-1 code (`GT`, `GTM`), a UN M49 code (`013`, `320`) or a
 * place's name in any language.
 * @throws DomainError UNKNOWN_REGION with the nearest places
 */
export async function resolveRegion(store: GraphStore, region: string): Promise<Entity> {
  const asked = region.trim();
  const [byId] = (await store.entities([asked, asked.toLowerCase()])).filter(isPlace);
  if (byId) return byId;
  const [byCode] = (await store.entitiesByIdentifier([asked.toUpperCase()])).filter(isPlace);
  if (byCode) return byCode;

  const hits = await entitiesNamedLike(store, { text: asked, labels: ['Place'], first: 5 });
  const named = hits.filter((hit) => hit.reason === 'EXACT' || hit.reason === 'ACRONYM');
  if (named.length === 1 && named[0]) return named[0].entity;
  const suggestions = hits.map((hit) => hit.entity.id);
  const nearest = hits.map((hit) => `${hit.entity.id} (${hit.entity.name})`);
  const next = didYouMean(nearest) || ' Ask `search(text: "…", kinds: ["country"])` to find it.';
  throw new DomainError(
    'UNKNOWN_REGION',
    `There is no region "${region}". A region is a place's id, an ISO code (GT) or a UN M49 code (013).${next}`,
    suggestions,
  );
}

const isPlace = (entity: Entity): boolean => entity.label === 'Place';

/** The ids of the place, of every place within it and of every place that contains it. */
export async function surroundingPlaces(store: GraphStore, place: Entity): Promise<string[]> {
  // A place's `within` holds itself and everything it is part of, so containment upwards is known already.
  const places = new Set(place.within);
  places.add(place.id);
  let frontier = [place.id];
  while (frontier.length > 0) {
    const answers = await store.relationsOf({
      entityIds: frontier,
      direction: 'IN',
      types: ['PART_OF'],
      during: null,
      limit: null,
      after: null,
    });
    frontier = [];
    for (const { relations } of answers) {
      for (const { source } of relations) {
        if (places.has(source)) continue;
        places.add(source);
        frontier.push(source);
      }
    }
  }
  return [...places].sort();
}
