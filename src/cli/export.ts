import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { ExportError, exportGraph, formatNamed, type Format, type Selection } from '../export/index.js';
import type { GraphStore } from '../store/port.js';
import type { DossierFolder } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { openStore } from './open-store.js';

export interface ExportOptions extends DossierFolder, Selection {
  /** File; undefined: standard output. */
  out?: string;
}

/** Writes a part of the graph in a format, as it is read; how far it is, is said on standard error. */
export async function exportCommand(name: string, { seeds, cache, out, ...selection }: ExportOptions): Promise<void> {
  const format = named(name);
  const { store } = await openStore({ seeds, cache });
  try {
    await (out === undefined ? toStdout(store, format, selection) : toFile(store, format, selection, out));
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

/** A file that is there is whole: until then it has another name. */
async function toFile(store: GraphStore, format: Format, selection: Selection, out: string): Promise<void> {
  const partial = `${out}.part`;
  const file = createWriteStream(partial);
  await once(file, 'open');
  try {
    await write(store, format, selection, file);
    file.end();
    await once(file, 'close');
    await rename(partial, out);
  } catch (error) {
    file.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

async function toStdout(store: GraphStore, format: Format, selection: Selection): Promise<void> {
  // `custodes export … | head` is no mistake: who has read enough goes away.
  let gone = false;
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  await write(store, format, selection, process.stdout, () => gone);
}

async function write(
  store: GraphStore,
  format: Format,
  selection: Selection,
  to: Writable,
  enough: () => boolean = () => false,
): Promise<void> {
  const say = (sentence: string): void => console.error(sentence);
  const { chunks, truncation, dataVersion } = await exportGraph(store, format, selection, say);
  if (truncation !== null) say(truncation);
  let bytes = 0;
  let shown = 0;
  for await (const chunk of chunks) {
    if (enough()) return;
    bytes += Buffer.byteLength(chunk);
    if (!to.write(chunk)) await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => undefined);
    if (bytes - shown < SAY_EVERY) continue;
    shown = bytes;
    say(`${format.name}: ${megabytes(bytes)} so far`);
  }
  say(`${format.name}: ${megabytes(bytes)}, data version ${dataVersion.slice(0, 12)}`);
}

/** Bytes between two lines of progress. */
const SAY_EVERY = 10_000_000;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
