import DataLoader from 'dataloader';
import type { Connection } from '../domain/cursors.js';
import type { Claim, Entity, Relation, Source } from '../domain/model.js';
import { claimsOfSources, relationsOfEntities, type ClaimsOfFilter, type RelationsOfFilter } from '../domain/pages.js';
import type { GraphStore, RelationCountsOfEntity } from '../store/port.js';
import { DataChanged } from './errors.js';

/** One request's reads, gathered so that a level of a query costs one statement and not one a row. */
export interface Loaders {
  entity: DataLoader<string, Entity>;
  relation: DataLoader<string, Relation>;
  claim: DataLoader<string, Claim>;
  source: DataLoader<string, Source>;
  /** By id of the entity. */
  relationCounts: DataLoader<string, RelationCountsOfEntity>;
  /** Relations of an entity and claims of a source: loads with equal arguments make one question. */
  relationsOf: DataLoader<PageKey<RelationsOfFilter>, Connection<Relation>, string>;
  claimsOf: DataLoader<PageKey<ClaimsOfFilter>, Connection<Claim>, string>;
}

export interface PageKey<Arguments> {
  /** Of the entity or the source. */
  id: string;
  question: Arguments;
}

export function createLoaders(store: GraphStore): Loaders {
  return {
    entity: byId('entity', (ids) => store.entities(ids)),
    relation: byId('relation', (ids) => store.relations(ids)),
    claim: byId('claim', (ids) => store.claims(ids)),
    source: byId('source', (ids) => store.sources(ids)),
    relationCounts: new DataLoader<string, RelationCountsOfEntity>(async (ids) => {
      const found = new Map((await store.relationCounts(ids)).map((counts) => [counts.entityId, counts]));
      return ids.map((id) => found.get(id) ?? new DataChanged('entity', id));
    }),
    relationsOf: new DataLoader(
      (keys) =>
        pagesOfAll<RelationsOfFilter, Relation>(keys, 'entity', (ids, question) => relationsOfEntities(store, ids, question)),
      {
        cacheKeyFn,
      },
    ),
    claimsOf: new DataLoader(
      (keys) => pagesOfAll<ClaimsOfFilter, Claim>(keys, 'source', (ids, question) => claimsOfSources(store, ids, question)),
      {
        cacheKeyFn,
      },
    ),
  };
}

function cacheKeyFn<Arguments>({ id, question }: PageKey<Arguments>): string {
  return `${id}|${questionKey(question)}`;
}

/** These records are named by others that were just read, so one that is missing means that the data was swapped in between. */
function byId<T extends { id: string }>(what: string, read: (ids: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
  return new DataLoader<string, T>(async (ids) => {
    const found = new Map((await read(ids)).map((record) => [record.id, record]));
    return ids.map((id) => found.get(id) ?? new DataChanged(what, id));
  });
}

/** Gathers keys with equal arguments into one question about many owners (entities, sources). */
async function pagesOfAll<Arguments, Row>(
  keys: readonly PageKey<Arguments>[],
  what: string,
  read: (ids: readonly string[], question: Arguments) => Promise<Map<string, Connection<Row>>>,
): Promise<(Connection<Row> | Error)[]> {
  const idsOfQuestion = new Map<string, { question: Arguments; ids: Set<string> }>();
  for (const { id, question } of keys) {
    const asked = idsOfQuestion.get(questionKey(question));
    if (asked) asked.ids.add(id);
    else idsOfQuestion.set(questionKey(question), { question, ids: new Set([id]) });
  }
  const answers = new Map<string, Map<string, Connection<Row>>>();
  for (const [key, { question, ids }] of idsOfQuestion) answers.set(key, await read([...ids], question));
  return keys.map(({ id, question }) => answers.get(questionKey(question))?.get(id) ?? new DataChanged(what, id));
}

/** The same for equal arguments, whether absent or null and in whatever order. */
const questionKey = (question: unknown): string =>
  JSON.stringify(
    Object.entries(question as object)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(),
  );
