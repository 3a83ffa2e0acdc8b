import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Graph } from '../domain/model.js';
import { vocabulary } from '../domain/vocabulary.js';
import { GRAPH_PARTS, graphPath } from './contents.js';
import { inModelOrder } from './property-order.js';
import { CHECKSUMS } from './write.js';

export type ArchiveErrorCode = 'ARCHIVE_DAMAGED' | 'ARCHIVE_UNKNOWN' | 'ARCHIVE_OF_ANOTHER_MODEL';

/** A file that is no archive of ours, is not whole, or needs another release of the program. */
export class ArchiveError extends Error {
  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The graph of an archive, checked: every file that it comes from has the digest that the archive lists, and all of it that of the data version.
 * @throws ArchiveError, or what the file system says
 */
export async function graphOfArchive(path: string): Promise<Graph> {
  const parts = unzipped(path, await readFile(path));
  const sums = new Map(
    strFromU8(parts.get(CHECKSUMS) ?? new Uint8Array())
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const version = createHash('sha256');
  for (const part of GRAPH_PARTS) {
    const bytes = parts.get(graphPath(part))!;
    if (sums.get(graphPath(part)) !== createHash('sha256').update(bytes).digest('hex'))
      throw damaged(path, `${graphPath(part)} is not what was written`);
    version.update(bytes);
  }
  const records = <T>(part: (typeof GRAPH_PARTS)[number], ordered: (record: T) => T): T[] =>
    recordsOf<T>(parts.get(graphPath(part))!).map(ordered);
  const graph: Graph = {
    version: version.digest('hex'),
    entities: records('entities', inModelOrder.entities),
    relations: records('relations', inModelOrder.relations),
    claims: records('claims', inModelOrder.claims),
    sources: records('sources', inModelOrder.sources),
  };
  checkModel(path, graph);
  return graph;
}

/** The files that a graph comes from, by their paths below the archive's folder. */
function unzipped(path: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const wanted = [CHECKSUMS, ...GRAPH_PARTS.map(graphPath)];
  const below = (name: string): string => name.slice(name.indexOf('/') + 1);
  let found: Record<string, Uint8Array>;
  try {
    found = unzipSync(bytes, { filter: ({ name }) => wanted.includes(below(name)) });
  } catch (error) {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw damaged(path, error instanceof Error ? error.message : String(error));
    throw unknown(path, 'it is no ZIP file');
  }
  const parts = new Map(Object.entries(found).map(([name, content]) => [below(name), content]));
  const missing = wanted.find((name) => !parts.has(name));
  if (missing !== undefined) throw unknown(path, `it holds no ${missing}`);
  return parts;
}

const recordsOf = <T>(bytes: Uint8Array): T[] =>
  strFromU8(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Kinds and relation types come and go: an answer about one that this release does not know would be wrong or none. */
function checkModel(path: string, { entities, relations }: Graph): void {
  const kind = entities.find((entity) => !vocabulary.entityKinds.has(entity.kind))?.kind;
  const type = relations.find((relation) => !vocabulary.relationTypes.has(relation.type))?.type;
  const unknownName = kind ?? type;
  if (unknownName === undefined) return;
  throw new ArchiveError(
    'ARCHIVE_OF_ANOTHER_MODEL',
    `${path} has "${unknownName}", which this release does not know. Its README.md names the release that it was made with: ask it with that one.`,
  );
}

const damaged = (path: string, why: string): ArchiveError =>
  new ArchiveError(
    'ARCHIVE_DAMAGED',
    `${path} is damaged: ${why}. Fetch it again, and check it with \`sha256sum\` where its digest was published.`,
  );

const unknown = (path: string, why: string): ArchiveError =>
  new ArchiveError('ARCHIVE_UNKNOWN', `${path} is no archive of Custodes: ${why}. \`custodes archive\` makes one.`);
