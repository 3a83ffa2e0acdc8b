import type { Entity, Source } from '../domain/model.js';
import type { EntitiesAfter, GraphStore, Keyset } from './port.js';

/** All entities of these kinds and this place, by id, `limit` at once; no batch is empty. */
export async function* entityBatches(store: GraphStore, question: Omit<EntitiesAfter, 'after'>): AsyncGenerator<Entity[]> {
  for (let after: string | null = null; ;) {
    const batch: Entity[] = await store.entitiesAfter({ ...question, after });
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    if (batch.length < question.limit) return;
    after = last.id;
  }
}

/** All sources, by title. */
export async function* sourceBatches(store: GraphStore): AsyncGenerator<Source[]> {
  const question = { words: [], publisherId: null, order: { by: 'TITLE', direction: 'ASC' }, limit: 1000 } as const;
  for (let after: Keyset | null = null; ;) {
    const { rows, more } = await store.sourcePage({ ...question, after });
    yield rows;
    const last = rows.at(-1);
    if (!more || last === undefined) return;
    after = { key: last.sortKey, id: last.id };
  }
}

/** A long list of ids as several questions. */
export function* idBatches(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += 1000) yield ids.slice(from, from + 1000);
}

/** What is asked about a long list of ids, in as many questions as that takes. */
export async function inBatches<T>(ids: readonly string[], ask: (some: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const answers: T[] = [];
  for (const some of idBatches(ids)) answers.push(...(await ask(some)));
  return answers;
}
