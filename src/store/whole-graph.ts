import type { Claim, Entity, Graph, Relation, Source } from '../domain/model.js';
import { entityBatches, idBatches, sourceBatches } from './batches.js';
import type { GraphStore, LoadProgress } from './port.js';

/** Entities that are asked for at once. */
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
  for await (const batch of entityBatches(held, { kinds: null, within: null, limit: BATCH })) {
    kept(entities, batch);
    const entityIds = batch.map(({ id }) => id);
    const all = { direction: 'OUT', types: null, during: null, limit: null, after: null } as const;
    const outgoing = (await held.relationsOf({ ...all, entityIds })).flatMap((answer) => answer.relations);
    kept(relations, outgoing);
    for (const ids of idBatches([...batch, ...outgoing].flatMap(({ claimIds }) => claimIds)))
      kept(claims, await held.claims(ids));
  }
  return { version: dataset.version, entities, relations, claims, sources };
}
