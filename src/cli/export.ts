import { pipeline } from 'node:stream/promises';
import { ExportError, exportGraph, formatNamed, type Format, type Selection } from '../export/index.js';
import type { GraphStore } from '../store/port.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';
import { writeWhole } from './whole-file.js';

export interface ExportOptions extends GraphPlace, Selection {
  /** File; undefined: standard output. */
  out?: string;
}

/** Writes a part of the graph in a format, as it is read; how far it is, is said on standard error. */
export async function exportCommand(
  name: string,
  { seeds, cache, archive, neo4j, out, ...selection }: ExportOptions,
): Promise<void> {
  const format = named(name);
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    await (out === undefined ? toStdout(store, format, selection) : writeWhole(out, progressing(store, format, selection)));
  } catch (error) {
    if (error instanceof ExportError) throw failed(error);
    throw error;
  } finally {
    await store.close();
  }
}

function named(name: string): Format {
  try {
    return formatNamed(name);
  } catch (error) {
    throw error instanceof ExportError ? failed(error) : error;
  }
}

const failed = ({ code, message }: ExportError): CommandFailed =>
  new CommandFailed(`${code}: ${message}`, code === 'UNKNOWN_FORMAT' ? EXIT.wrongUsage : EXIT.wrongInput);

async function toStdout(store: GraphStore, format: Format, selection: Selection): Promise<void> {
  let refused: unknown;
  process.stdout.once('error', (error: Error) => (refused = error));
  try {
    await pipeline(progressing(store, format, selection), process.stdout, { end: false });
  } catch (error) {
    // What standard output does not take is said where the program starts.
    if (error !== refused) throw error;
  }
}

/** The chunks of the export; how far it is goes to standard error. */
async function* progressing(store: GraphStore, format: Format, selection: Selection): AsyncGenerator<string> {
  const say = (sentence: string): void => console.error(sentence);
  const { chunks, truncation, dataVersion } = await exportGraph(store, format, selection, say);
  if (truncation !== null) say(truncation);
  let bytes = 0;
  let shown = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytes += Buffer.byteLength(chunk);
    if (bytes - shown < SAY_EVERY) continue;
    shown = bytes;
    say(`${format.name}: ${megabytes(bytes)} so far`);
  }
  say(`${format.name}: ${megabytes(bytes)}, data version ${dataVersion.slice(0, 12)}`);
}

/** Bytes between two lines of progress. */
const SAY_EVERY = 10_000_000;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
