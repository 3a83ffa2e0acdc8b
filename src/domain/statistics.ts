import type { Counts, Dataset, GraphStore } from '../store/port.js';

/** What the graph holds. */
export interface Statistics extends Counts {
  /** null where nothing is loaded */
  dataset: Dataset | null;
}

export async function statistics(store: GraphStore): Promise<Statistics> {
  const [dataset, counts] = await Promise.all([store.dataset(), store.counts()]);
  return { dataset, ...counts };
}
