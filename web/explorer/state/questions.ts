/** What the page has asked of the API for the view it shows. Each is asked anew when the part of the view it hangs on changes. */
import { computed } from '@preact/signals';
import { ask } from '../api/ask.js';
import { follow, shown } from '../api/asked.js';
import { LARGEST_PAGE, pagesOf } from '../api/pages.js';
import {
  EntityDetailsDocument,
  EntityRelationsDocument,
  InfluenceDocument,
  PathsDocument,
  PlacesWithAnswersDocument,
  RelationClaimsDocument,
  VocabularyDocument,
  type EntityRelationsQuery,
  type InfluenceQuery,
  type PathsQuery,
  type PlacesWithAnswersQuery,
  type RelationClaimsQuery,
  type RelationCoreFragment,
  type RelationTypeName,
} from '../api/operations.js';
import type { Entity } from '../entity/names.js';
import { view } from './history.js';
import { MOST_PATHS, type Expansion } from './view.js';

export type Relation = RelationCoreFragment;
export type Influence = NonNullable<InfluenceQuery['influence']>;
export type Influencer = Influence['influencers']['nodes'][number];
export type InfluencePath = Influencer['paths'][number];
export type FoundPath = NonNullable<PathsQuery['paths']>['paths'][number];
export type RelationWithClaims = NonNullable<RelationClaimsQuery['relation']>;
export type RelationsPage = NonNullable<EntityRelationsQuery['entity']>['relations'];
export type RelationWithEnds = RelationsPage['nodes'][number];
export type PlaceWithAnswer = NonNullable<PlacesWithAnswersQuery['places']>['nodes'][number];

/** Influencers on a page of the list. */
export const INFLUENCERS_PAGE = 25;
/** Relations brought in at a time. */
export const NEIGHBOURS_PAGE = 25;

/** The date asked about, as every operation takes it. `holds` needs a date even where it is not asked for. */
export const dating = (): { asOf: string | null; when: string; dated: boolean } => {
  const { asOf } = view.value;
  return { asOf, when: asOf ?? '2000', dated: asOf !== null };
};

/** Parts of the view as signals of their own, so that a change elsewhere asks nothing anew. */
export const part = <Value>(read: () => Value): (() => Value) => {
  const value = computed(() => JSON.stringify(read()));
  return () => JSON.parse(value.value) as Value;
};

export const influenceVariables = part(() => {
  const { region, pages } = view.value;
  return region === null ? null : { region, first: INFLUENCERS_PAGE * pages, ...dating() };
});

export const influence = follow(() => {
  const variables = influenceVariables();
  return variables && (() => ask(InfluenceDocument, variables).then(({ influence: answer }) => answer ?? null));
});

export const vocabulary = follow(() => () => ask(VocabularyDocument, {}));

const relationAsked = part(() => (view.value.relation === null ? null : { id: view.value.relation, ...dated() }));
export const relation = follow(() => {
  const variables = relationAsked();
  return variables && (() => ask(RelationClaimsDocument, variables).then(({ relation: found }) => found ?? null));
});

const entityAsked = part(() => view.value.entity);
export const entity = follow(() => {
  const id = entityAsked();
  return id === null ? null : () => ask(EntityDetailsDocument, { id }).then(({ entity: found }) => found ?? null);
});

/** Filters that the API does not take are applied to what it gives, so it is asked for all it may give. */
const filteredHere = (): boolean => {
  const { withoutFamilies, withoutKinds, places, publishers, certainOnly, sources, hidden } = view.value;
  const lists = [withoutFamilies, withoutKinds, places, publishers, hidden];
  return lists.some(({ length }) => length > 0) || certainOnly || sources > 1;
};

export const pathsAsked = part(() => {
  const { from, to, withoutTypes, steps, shortest } = view.value;
  if (from === null || to === null) return null;
  const all = withoutTypes.length === 0 ? [] : (shown(vocabulary.asked.value)?.relationTypes ?? null);
  // Which types are left is known once all are.
  if (all === null) return null;
  const types = withoutTypes.length === 0 ? null : all.map(({ name }) => name).filter((name) => !withoutTypes.includes(name));
  return { from, to, types, maxLength: steps, first: filteredHere() ? MOST_PATHS : shortest, ...dating() };
});
export const pathsBetween = follow(() => {
  const variables = pathsAsked();
  return variables && (() => ask(PathsDocument, variables).then(({ paths }) => paths ?? null));
});

/** What an expansion has brought in so far. */
export interface Expanded extends Expansion {
  entity: Entity;
  relations: RelationWithEnds[];
  /** How many there are in all. */
  total: number;
}

const expansionsAsked = part(() => ({ expanded: view.value.expanded, dates: dating() }));
export const expansions = follow(() => {
  const { expanded, dates } = expansionsAsked();
  return expanded.length === 0 ? null : () => Promise.all(expanded.map((expansion) => expand(expansion, dates)));
});

async function expand({ id, type, pages }: Expansion, dates: ReturnType<typeof dating>): Promise<Expanded> {
  const asked = async (first: number, after: string | null): Promise<RelationsPage & { entity: Entity }> => {
    const entity = await relationsPage(id, type, after, first, dates);
    return { ...entity.relations, entity };
  };
  const brought = await pagesOf(pages * NEIGHBOURS_PAGE, asked);
  const relations = brought.flatMap(({ nodes }) => nodes);
  const { entity, totalCount } = brought[0] ?? (await asked(1, null));
  return { id, type, pages, entity, relations, total: totalCount };
}

export async function relationsPage(
  id: string,
  type: string | null,
  after: string | null,
  first: number,
  dates = dating(),
): Promise<NonNullable<EntityRelationsQuery['entity']>> {
  const types = type === null ? null : [type as RelationTypeName];
  const { entity: found } = await ask(EntityRelationsDocument, { id, types, first, after, ...dates });
  if (!found) throw new Error(`no entity ${id}`);
  return found;
}

const loadPlaces = async (): Promise<{
  countries: PlaceWithAnswer[];
  statistics: PlacesWithAnswersQuery['statistics'];
}> => {
  const countries: PlaceWithAnswer[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: PlacesWithAnswersQuery = await ask(PlacesWithAnswersDocument, { first: LARGEST_PAGE, after });
    countries.push(...(answer.places?.nodes ?? []));
    after = answer.places?.pageInfo.endCursor ?? null;
    if (!answer.places?.pageInfo.hasNextPage) return { countries, statistics: answer.statistics };
  }
};

/** What the graph has of each place, and where it has an oversight body. */
export const places = follow(() => loadPlaces);

function dated(): { when: string; dated: boolean } {
  const { when, dated: has } = dating();
  return { when, dated: has };
}
