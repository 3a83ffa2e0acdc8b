import type { Claim, Entity, Graph, Relation, Source } from '../domain/model.js';
import type { GraphStore, Keyset, LoadProgress } from './port.js';

/** Records that are asked for at once. */
const BATCH = 1_000;

/**
 * Every record that a store holds, for a copy of it.
 * @returns null where nothing is loaded
 * @throws DataReplaced where another graph was loaded meanwhile
 */
export async function wholeGraph(store: GraphStore, progress: LoadProgress = () => undefined): Promise<Graph | null> {
  const held = store.snapshot();
  const dataset = await held.dataset();
  if (dataset === null) return null;
  const total = dataset.entities + dataset.relations + dataset.claims + dataset.sources;
  let read = 0;
  const kept = <T>(records: T[], batch: readonly T[]): void => {
    for (const record of batch) records.push(record);
    progress((read += batch.length), total);
  };

  const sources: Source[] = [];
  for await (const batch of sourceBatches(held)) kept(sources, batch);
  const [entities, relations, claims]: [Entity[], Relation[], Claim[]] = [[], [], []];
  for await (const batch of entityBatches(held)) {
    kept(entities, batch);
    const entityIds = batch.map(({ id }) => id);
    const all = { direction: 'OUT', types: null, during: null, limit: null, after: null } as const;
    const outgoing = (await held.relationsOf({ ...all, entityIds })).flatMap((answer) => answer.relations);
    kept(relations, outgoing);
    for (const ids of slices([...batch, ...outgoing].flatMap(({ claimIds }) => claimIds))) kept(claims, await held.claims(ids));
  }
  return { version: dataset.version, entities, relations, claims, sources };
}

async function* entityBatches(store: GraphStore): AsyncGenerator<Entity[]> {
  for (let after: string | null = null; ;) {
    const batch: Entity[] = await store.entitiesAfter({ after, kinds: null, within: null, limit: BATCH });
    yield batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    after = last.id;
  }
}

async function* sourceBatches(store: GraphStore): AsyncGenerator<Source[]> {
  const question = { words: [], publisherId: null, order: { by: 'TITLE', direction: 'ASC' }, limit: BATCH } as const;
  for (let after: Keyset | null = null; ;) {
    const { rows, more } = await store.sourcePage({ ...question, after });
    yield rows;
    const last = rows.at(-1);
    if (!more || last === undefined) return;
    after = { key: last.sortKey, id: last.id };
  }
}

function* slices(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += BATCH) yield ids.slice(from, from + BATCH);
}
