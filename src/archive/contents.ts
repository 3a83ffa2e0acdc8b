import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { citationOfDataSet, type DataSet } from '../cite/data-set.js';
import { citationFormatNamed } from '../cite/formats/formats.js';
import type { Graph } from '../domain/model.js';
import { canonicalJson } from '../dossier/digest.js';
import { exportGraph, FORMATS } from '../export/index.js';
import type { GraphStore } from '../store/port.js';
import { readme } from './readme.js';
import { LICENCE_TEXT } from './licence.js';
import { zenodoMetadata } from './zenodo.js';

/** One file of an archive; its path is below the archive's own folder, with `/`. */
export interface ArchivedFile {
  path: string;
  /** What it is, in a sentence. */
  about: string;
  mediaType: string;
  chunks: () => AsyncIterable<string | Uint8Array>;
}

export interface ArchiveSource {
  /** The data in memory. */
  store: GraphStore;
  graph: Graph;
  data: DataSet;
  /** Folder of the dossiers, or one dossier. */
  dossiers: string;
  /** Folder of the model. */
  schema: string;
  /** Version of the program. */
  release: string;
  doi: string | undefined;
  address: string | undefined;
}

/** The parts of the graph in the order in which the data version is the digest of their lines. */
export const GRAPH_PARTS = ['entities', 'relations', 'claims', 'sources'] as const;
export const graphPath = (part: (typeof GRAPH_PARTS)[number]): string => `graph/${part}.ndjson`;

/** Every file of an archive in its order, but for the two that list the others. */
export async function contentsOf(source: ArchiveSource): Promise<ArchivedFile[]> {
  const { store, graph, data, dossiers, schema, release, doi, address } = source;
  const whole = citationOfDataSet(data, { doi, address });
  const cff = citationFormatNamed('cff').write({ whole });
  return [
    text('README.md', 'What this is and how to use it', 'text/markdown', readme({ data, release, whole, doi })),
    text('LICENSE.txt', 'The licence of the data', 'text/plain', LICENCE_TEXT),
    text('CITATION.cff', 'How to cite the data', 'application/yaml', cff),
    text('.zenodo.json', 'Metadata for a deposit at Zenodo', 'application/json', zenodoMetadata(whole)),
    ...GRAPH_PARTS.map((part) => ({
      path: graphPath(part),
      about: `All ${part}, a JSON object a line`,
      mediaType: 'application/x-ndjson',
      chunks: () => lines(graph[part]),
    })),
    ...(await filesBelow(dossiers, 'dossiers', 'Dossier: what people wrote down from pages')),
    ...(await filesBelow(schema, 'schema', 'The model: kinds, relation types, formats')),
    ...FORMATS.map(({ name, title, mediaType, ending }) => ({
      path: `exports/custodes.${name === ending ? name : `${name}.${ending.split('.').at(-1)}`}`,
      about: title,
      mediaType: mediaType.split(';')[0]!,
      chunks: async function* () {
        yield* (
          await exportGraph(
            store,
            FORMATS.find((format) => format.name === name)!,
            {},
          )
        ).chunks;
      },
    })),
  ];
}

const text = (path: string, about: string, mediaType: string, content: string): ArchivedFile => ({
  path,
  about,
  mediaType,
  chunks: async function* () {
    yield content;
  },
});

const LINES_A_CHUNK = 500;

/** Canonical JSON, so that the digest of all lines is the data version. */
async function* lines(records: readonly object[]): AsyncGenerator<string> {
  for (let from = 0; from < records.length; from += LINES_A_CHUNK) {
    yield records
      .slice(from, from + LINES_A_CHUNK)
      .map((record) => `${canonicalJson(record)}\n`)
      .join('');
  }
}

async function filesBelow(folder: string, under: string, about: string): Promise<ArchivedFile[]> {
  const single = (await stat(folder)).isFile();
  const paths = single
    ? [folder]
    : (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path): ArchivedFile => {
    const below = single ? basename(path) : relative(folder, path).split(sep).join('/');
    return { path: `${under}/${below}`, about, mediaType: mediaTypeOf(path), chunks: () => createReadStream(path) };
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function mediaTypeOf(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.yaml') ? 'application/yaml' : 'text/plain';
}
