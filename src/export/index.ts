import { DataReplaced } from '../store/errors.js';
import type { GraphStore } from '../store/port.js';
import { ExportError } from './errors.js';
import type { Format } from './formats/format.js';
import { selectRecords } from './records/select.js';
import type { Selection } from './records/selection.js';

export { ExportError, type ExportErrorCode } from './errors.js';
export type { Format } from './formats/format.js';
export { FORMATS, formatNamed } from './formats/formats.js';
export type { Selection } from './records/selection.js';

/** An export that is ready to be read: the question was in order, nothing has been written yet. */
export interface Export {
  dataVersion: string;
  /** What a limit left out and what to do about it; null where nothing was. */
  truncation: string | null;
  /** Reads the records as it is read. @throws ExportError DATA_CHANGED where they were replaced meanwhile */
  chunks: AsyncGenerator<string>;
}

/**
 * A part of the graph in a format.
 * @param tell is told, in a sentence, what the format has no place for
 * @throws DomainError UNKNOWN_ID, UNKNOWN_REGION, INVALID_ARGUMENT, INVALID_DATE; ExportError NO_DATA
 */
export async function exportGraph(
  live: GraphStore,
  format: Format,
  selection: Selection,
  tell: (note: string) => void = () => undefined,
): Promise<Export> {
  const store = live.snapshot();
  const records = await selectRecords(store, selection);
  async function* chunks(): AsyncGenerator<string> {
    // One chunk is held back: what is complete must be known to be of one data version.
    let ready: string | null = null;
    try {
      for await (const chunk of format.write(records, tell)) {
        if (ready !== null) yield ready;
        ready = chunk;
      }
    } catch (error) {
      throw error instanceof DataReplaced ? dataChanged(format.name) : error;
    }
    const now = await store.dataset();
    if (now?.version !== records.dataset.version) throw dataChanged(format.name);
    if (ready !== null) yield ready;
  }
  return { dataVersion: records.dataset.version, truncation: records.truncation, chunks: chunks() };
}

const dataChanged = (format: string): ExportError =>
  new ExportError(
    'DATA_CHANGED',
    `The data was replaced while it was exported as ${format}; what was written is not whole. Export again.`,
  );
