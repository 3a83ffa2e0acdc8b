import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { graphDifference, type FieldChange, type GraphDifference, type RecordsDifference } from '../domain/graph-difference.js';
import type { Graph } from '../domain/model.js';
import { DamagedSnapshot, readSnapshotAt } from '../dossier/snapshot/file.js';
import { SEEDS_FOLDER } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { graphOf } from './open-store.js';
import { ON_STANDARD_ERROR } from './progress.js';

export interface DiffOptions {
  /** Folder of the compiled graphs; null: none. */
  cache: string | null;
  json: boolean;
}

/** Prints what changed from one graph to another; each is a folder of dossiers, one dossier, an archive (`*.zip`) or a compiled graph (`*.snapshot`). */
export async function diffCommand(before: string, after: string, { cache, json }: DiffOptions): Promise<void> {
  const difference = await graphDifference(await graphAt(before, cache), await graphAt(after, cache));
  console.log(json ? JSON.stringify(difference, null, 2) : differenceReport(difference));
}

/** The graph of a folder of dossiers, of one dossier, of an archive or a compiled one. @throws CommandFailed */
export async function graphAt(path: string, cache: string | null, warn = ON_STANDARD_ERROR.warn): Promise<Graph> {
  await stat(path);
  if (path.endsWith('.zip')) return graphOf({ seeds: SEEDS_FOLDER, cache, archive: resolve(path) });
  if (!path.endsWith('.snapshot')) return graphOf({ seeds: resolve(path), cache, archive: null }, warn);
  return readSnapshotAt(path).catch((error: unknown) => {
    if (!(error instanceof DamagedSnapshot)) throw error;
    throw new CommandFailed(`SNAPSHOT_DAMAGED: ${path} is no compiled graph: ${error.message}.`, EXIT.wrongInput);
  });
}

function differenceReport({ before, after, ...of }: GraphDifference): string {
  if (before === after) return `The same data: version ${before.slice(0, 12)}.`;
  const parts = [
    records('sources', of.sources, ({ title }) => title),
    records('entities', of.entities, ({ name, kind }) => `${name} (${kind})`),
    records('relations', of.relations, ({ time }) => time.start ?? ''),
    records('claims', of.claims, ({ statement }) => statement),
  ];
  return [`From data version ${before.slice(0, 12)} to ${after.slice(0, 12)}.`, ...parts].join('\n\n');
}

function records<T extends { id: string }>(
  what: string,
  { added, removed, changed }: RecordsDifference<T>,
  label: (record: T) => string,
): string {
  const line = (sign: string, record: T): string => `  ${sign} ${record.id}  ${label(record)}`.trimEnd();
  return [
    `${added.length} ${what} added, ${removed.length} removed, ${changed.length} changed`,
    ...added.map((record) => line('+', record)),
    ...removed.map((record) => line('-', record)),
    ...changed.flatMap(({ id, changes }) => [`  ~ ${id}`, ...changes.map((change) => `      ${changeText(change)}`)]),
  ].join('\n');
}

/** Of a list what came and what went; of anything else both values. */
function changeText({ field, before, after }: FieldChange): string {
  if (!Array.isArray(before) || !Array.isArray(after)) return `${field}: ${shown(before)} → ${shown(after)}`;
  const texts = (list: readonly unknown[]): string[] => list.map(shown);
  const came = texts(after).filter((text) => !texts(before).includes(text));
  const went = texts(before).filter((text) => !texts(after).includes(text));
  const parts = [...came.map((text) => `+ ${text}`), ...went.map((text) => `- ${text}`)];
  return `${field}: ${parts.length > 0 ? parts.join('  ') : 'in another order'}`;
}

const shown = (value: unknown): string => (value === null ? 'none' : typeof value === 'string' ? value : JSON.stringify(value));
