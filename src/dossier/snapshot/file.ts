import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../domain/model.js';
import { makeFolder } from '../make-folder.js';

/**
 * A snapshot: one file with a graph in it, named by its fingerprint. Its first line says what it is and gives the digest of the
 * rest, which is the graph as JSON. JSON because it was as fast to read as `v8.deserialize` (docs/performance.md), is the same for every release
 * of Node, and can do no harm when it is read; in ASCII because a text of one byte a character is read in two thirds of the time.
 */
interface Header {
  format: typeof FORMAT;
  fingerprint: string;
  /** SHA-256 (hex) of the bytes after the first line. */
  digest: string;
}

/** Counted up when a snapshot is laid out in another way. */
const FORMAT = 'custodes-graph-2';

/** A snapshot that is not what was written: cut off, changed, or not a snapshot at all. */
export class DamagedSnapshot extends Error {}

/** @returns null where there is none; @throws DamagedSnapshot, or what the file system says */
export async function readSnapshot(folder: string, fingerprint: string): Promise<Graph | null> {
  const bytes = await readFile(pathOf(folder, fingerprint)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (bytes === null) return null;
  return graphIn(bytes, fingerprint);
}

/** The graph of a snapshot, whatever it was made of; @throws DamagedSnapshot, or what the file system says */
export async function readSnapshotAt(path: string): Promise<Graph> {
  const bytes = await readFile(path);
  const [, fingerprint] = /"fingerprint":"([0-9a-f]+)"/.exec(bytes.toString('utf8', 0, bytes.indexOf('\n') + 1)) ?? [];
  return graphIn(bytes, fingerprint ?? '');
}

function graphIn(bytes: Buffer, fingerprint: string): Graph {
  const endOfHeader = bytes.indexOf('\n');
  const content = bytes.subarray(endOfHeader + 1);
  const expected = headerLine({ format: FORMAT, fingerprint, digest: sha256(content) });
  // Its whole first line can be told from what was asked for and from the rest: another format or another graph differs too.
  if (endOfHeader === -1 || bytes.toString('utf8', 0, endOfHeader) !== expected) {
    throw new DamagedSnapshot('its content is not what was written');
  }
  return JSON.parse(content.toString('latin1')) as Graph;
}

/**
 * Writes the snapshot beside its place and moves it there, so that nobody reads half of one; then takes away all but the newest few.
 * @throws what the file system says; then nothing is left behind
 */
export async function writeSnapshot(folder: string, fingerprint: string, graph: Graph): Promise<void> {
  const content = Buffer.from(asciiJson(graph), 'latin1');
  const header = headerLine({ format: FORMAT, fingerprint, digest: sha256(content) });
  await makeFolder(folder);
  const path = pathOf(folder, fingerprint);
  const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
  try {
    await writeFile(unfinished, [`${header}\n`, content]);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await removeOld(folder);
}

/** JSON in which every other character is escaped. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const pathOf = (folder: string, fingerprint: string): string => join(folder, `graph-${fingerprint.slice(0, 16)}${SNAPSHOT}`);
const SNAPSHOT = '.snapshot';
const UNFINISHED = '.unfinished';

const headerLine = (header: Header): string => JSON.stringify(header);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Several folders of dossiers, or two checkouts, may share the folder of snapshots. */
const SNAPSHOTS_KEPT = 4;
/** No write takes this long: it was cut off. In milliseconds. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** What cannot be removed stays: it is in nobody's way. */
async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^graph-.*\.(snapshot|unfinished)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, written: (await stat(path).catch(() => ({ mtimeMs: Infinity }))).mtimeMs };
    }),
  );
  const snapshots = files.filter(({ path }) => path.endsWith(SNAPSHOT)).sort((a, b) => b.written - a.written);
  const abandoned = files.filter(({ path, written }) => path.endsWith(UNFINISHED) && written < Date.now() - ABANDONED_AFTER);
  for (const { path } of [...snapshots.slice(SNAPSHOTS_KEPT), ...abandoned])
    await rm(path, { force: true }).catch(() => undefined);
}
