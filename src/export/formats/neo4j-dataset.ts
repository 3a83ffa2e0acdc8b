import type { Dataset } from '../../store/port.js';
import type { Records } from '../records/records.js';

/** A part of a graph is not the version that the whole is, and says so. */
export async function datasetOf(records: Records): Promise<Dataset> {
  const { everything, dataset } = records;
  if (everything) return dataset;
  const count = async (batches: AsyncIterable<readonly unknown[]>): Promise<number> => {
    let sum = 0;
    for await (const batch of batches) sum += batch.length;
    return sum;
  };
  return {
    version: `part of ${dataset.version}`,
    entities: await count(records.entities()),
    relations: await count(records.relations()),
    claims: await count(records.claims()),
    sources: await count(records.sources()),
  };
}
