import { linesOf } from './lines.js';
import { PLURALS, type Batch, type Kind, type RecordOf } from './shape.js';

/**
 * The records of a file that was checked, from the one after the first `done` on, in batches.
 * @param size most records of a batch
 */
export async function* recordsOf(path: string, done: number, size: number): AsyncGenerator<Batch> {
  let batch = emptyBatch();
  let records = 0;
  // The first line is the header.
  let at = -1;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (at++ < done) continue;
      const [kind, record] = Object.entries(JSON.parse(line.toString('utf8')) as object)[0] as [Kind | 'end', never];
      if (kind === 'end') break;
      (batch[PLURALS[kind]] as RecordOf[Kind][]).push(record);
      if (++records < size) continue;
      yield batch;
      batch = emptyBatch();
      records = 0;
    }
  }
  if (records > 0) yield batch;
}

const emptyBatch = (): Batch => ({ sources: [], entities: [], relations: [], claims: [] });
