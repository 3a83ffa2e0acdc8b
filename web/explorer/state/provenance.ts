/** The sources behind the relations in view. The view itself carries none: they are asked for when a filter or a file needs them. */
import { computed, signal } from '@preact/signals';
import { ask } from '../api/ask.js';
import { follow, shown } from '../api/asked.js';
import {
  EntityRelationSourcesDocument,
  InfluenceSourcesDocument,
  PathsSourcesDocument,
  type EntityRelationSourcesQuery,
  type RelationSourcesFragment,
  type RelationTypeName,
} from '../api/operations.js';
import { pagesOf } from '../api/pages.js';
import { view } from './history.js';
import { influenceVariables, NEIGHBOURS_PAGE, part, pathsAsked } from './questions.js';
import type { Expansion } from './view.js';

export type CitedSource = RelationSourcesFragment['claims'][number]['source'];
type RelationsOf = NonNullable<EntityRelationSourcesQuery['entity']>['relations'];

/** Set while the choice of publishers is looked at. */
export const publishersWanted = signal(false);

const wanted = computed(() => publishersWanted.value || view.value.publishers.length > 0);
const expanded = part(() => view.value.expanded);
const asOf = part(() => view.value.asOf);

/** Relations in view with their sources; asked while a filter needs them. */
export const provenance = follow(() => (wanted.value ? sourcesOfView() : null));

/** Of each relation in view by id; null while it is not known. */
export const publishersOf = computed<ReadonlyMap<string, ReadonlySet<string>> | null>(() => {
  const relations = wanted.value ? shown(provenance.asked.value) : null;
  return relations && new Map(relations.map(({ id, claims }) => [id, new Set(claims.map(({ source }) => source.publisher))]));
});

/** Reads what is in view now; asks when called. */
export function sourcesOfView(): () => Promise<RelationSourcesFragment[]> {
  const [answer, paths, entities, date] = [influenceVariables(), pathsAsked(), expanded(), asOf()];
  return async () => {
    const parts = await Promise.all([
      answer && ofAnswer(answer.region, date, answer.first),
      paths && ofPathsBetween(paths),
      ...entities.map((expansion) => ofExpansion(expansion, date)),
    ]);
    return parts.flatMap((relations) => relations ?? []);
  };
}

async function ofAnswer(region: string, date: string | null, first: number): Promise<RelationSourcesFragment[]> {
  const { influence } = await ask(InfluenceSourcesDocument, { region, asOf: date, first });
  return (influence?.influencers.nodes ?? []).flatMap(({ paths }) => ofHops(paths));
}

async function ofPathsBetween(asked: NonNullable<ReturnType<typeof pathsAsked>>): Promise<RelationSourcesFragment[]> {
  const { from, to, types, asOf: date, maxLength, first } = asked;
  const { paths } = await ask(PathsSourcesDocument, { from, to, types, asOf: date, maxLength, first });
  return ofHops(paths?.paths ?? []);
}

async function ofExpansion({ id, type, pages }: Expansion, date: string | null): Promise<RelationSourcesFragment[]> {
  const types = type === null ? null : [type as RelationTypeName];
  const brought = await pagesOf(pages * NEIGHBOURS_PAGE, async (first, after): Promise<RelationsOf> => {
    const { entity } = await ask(EntityRelationSourcesDocument, { id, types, asOf: date, first, after });
    return entity?.relations ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  });
  return brought.flatMap(({ nodes }) => nodes);
}

const ofHops = (paths: { hops: { relation: RelationSourcesFragment }[] }[]): RelationSourcesFragment[] =>
  paths.flatMap(({ hops }) => hops.map(({ relation }) => relation));
