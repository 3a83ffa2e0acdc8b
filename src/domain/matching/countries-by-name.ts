import type { GraphStore } from '../../store/port.js';
import { foldText } from '../folding.js';
import type { Entity } from '../model.js';

/** The countries of the graph, by what people call them. */
export interface CountriesByName {
  /** Ids of those with this name in any language, folded; names of three letters or fewer do not count, for they are words too. */
  named: (folded: string) => readonly string[];
  /** Ids of those that a value is the id, the name or the code of, in any spelling: `gt`, `GTM`, `320`, `Guatemala`. */
  meantBy: (value: string) => readonly string[];
  /** Ids of those that the entity is, or that a source ties it to. */
  of: (entity: Entity) => string[];
  /** The country with this id. */
  byId: (id: string) => Entity | undefined;
}

/** There are 250 countries and areas in ISO 3166-1. */
const MOST_COUNTRIES = 1000;
const LEAST_LETTERS = 4;

/** Read once for all names of a batch. */
export async function countriesByName(store: GraphStore): Promise<CountriesByName> {
  const { rows } = await store.entityPage({
    ...{ label: 'Place', kinds: ['country'], within: null, words: [], during: null, relationTypes: null },
    ...{ counted: false, order: { by: 'NAME', direction: 'ASC' }, after: null, limit: MOST_COUNTRIES },
  });
  const byId = new Map(rows.map((country) => [country.id, country]));
  const byName = new Map<string, Set<string>>();
  const byCode = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, id: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(id));
  };
  for (const { id, names, identifiers } of rows) {
    for (const { text } of names) put(byName, foldText(text), id);
    put(byCode, id, id);
    for (const { value } of identifiers) put(byCode, value.toLowerCase(), id);
  }
  return {
    named: (folded) => (folded.length < LEAST_LETTERS ? [] : [...(byName.get(folded) ?? [])]),
    meantBy: (value) => [...(byCode.get(value.trim().toLowerCase()) ?? byName.get(foldText(value)) ?? [])],
    of: ({ id, within }) => [id, ...within].filter((place) => byId.has(place)),
    byId: (id) => byId.get(id),
  };
}
