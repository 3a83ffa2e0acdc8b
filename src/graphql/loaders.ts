import DataLoader from 'dataloader';
import type { Connection } from '../domain/cursors.js';
import type { Claim, Entity, Relation, Source } from '../domain/model.js';
import { relationsOfEntities, type RelationsOfFilter } from '../domain/pages.js';
import type { GraphStore } from '../store/port.js';
import { DataChanged } from './errors.js';

/** One request's reads, gathered so that a level of a query costs one statement and not one a row. */
export interface Loaders {
  entity: DataLoader<string, Entity>;
  relation: DataLoader<string, Relation>;
  claim: DataLoader<string, Claim>;
  source: DataLoader<string, Source>;
  /** Loads with equal arguments make one question. */
  relationsOf: DataLoader<RelationsOfKey, Connection<Relation>, string>;
}

export interface RelationsOfKey {
  entityId: string;
  question: RelationsOfFilter;
}

export function createLoaders(store: GraphStore): Loaders {
  return {
    entity: byId('entity', (ids) => store.entities(ids)),
    relation: byId('relation', (ids) => store.relations(ids)),
    claim: byId('claim', (ids) => store.claims(ids)),
    source: byId('source', (ids) => store.sources(ids)),
    relationsOf: new DataLoader((keys) => relationsOfAll(store, keys), {
      cacheKeyFn: ({ entityId, question }) => `${entityId}|${questionKey(question)}`,
    }),
  };
}

/** These records are named by others that were just read, so one that is missing means that the data was swapped in between. */
function byId<T extends { id: string }>(what: string, read: (ids: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
  return new DataLoader<string, T>(async (ids) => {
    const found = new Map((await read(ids)).map((record) => [record.id, record]));
    return ids.map((id) => found.get(id) ?? new DataChanged(what, id));
  });
}

async function relationsOfAll(store: GraphStore, keys: readonly RelationsOfKey[]): Promise<(Connection<Relation> | Error)[]> {
  const groups = new Map<string, RelationsOfKey[]>();
  for (const key of keys) {
    const group = groups.get(questionKey(key.question));
    if (group) group.push(key);
    else groups.set(questionKey(key.question), [key]);
  }
  const answers = new Map<string, Map<string, Connection<Relation>>>();
  for (const [group, members] of groups) {
    const [{ question }] = members as [RelationsOfKey];
    const ids = [...new Set(members.map((key) => key.entityId))];
    answers.set(group, await relationsOfEntities(store, ids, question));
  }
  return keys.map(
    ({ entityId, question }) => answers.get(questionKey(question))?.get(entityId) ?? new DataChanged('entity', entityId),
  );
}

const questionKey = ({ direction, types, asOf, first, after }: RelationsOfFilter): string =>
  JSON.stringify([direction ?? null, types ?? null, asOf ?? null, first, after ?? null]);
