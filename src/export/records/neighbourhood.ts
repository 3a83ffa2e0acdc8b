import { network } from '../../domain/network.js';
import type { GraphStore } from '../../store/port.js';
import { BATCH, type Chosen } from './records.js';
import type { Selection } from './selection.js';

/** The neighbourhood of some entities: at most 2000 of them, so it is read at once, and is what the API shows. */
export async function neighbourhood(store: GraphStore, selection: Selection): Promise<Chosen> {
  const { nodes, edges, truncation } = await network(store, { ...selection, centers: selection.centers ?? [] });
  return {
    entities: () => batches(nodes.map(({ entity }) => entity)),
    relations: () => batches(edges),
    everything: false,
    truncation,
  };
}

async function* batches<T>(records: readonly T[]): AsyncGenerator<T[]> {
  for (let from = 0; from < records.length; from += BATCH) yield records.slice(from, from + BATCH);
}
