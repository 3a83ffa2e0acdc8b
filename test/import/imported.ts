import type { Graph } from '../../src/domain/model.js';
import { formatProblems, graphOfFiles } from '../../src/dossier/index.js';
import { assembleDossier, type Imported } from '../../src/import/assemble.js';
import { dossierText, readImport, type ImportFormat } from '../../src/import/import.js';
import { readMapping, type Mapping } from '../../src/import/mapping.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

export const SOURCE = {
  ...{ id: 'somebody-2026-register', title: 'A register', publisher: 'Somebody', url: 'https://somebody.example/register' },
  ...{ language: 'en', kind: 'register', retrieved: '2026-11-29' },
};

/** Countries and regions, and nothing else. */
export function emptyGraph(): Graph {
  const loaded = graphOfFiles([]);
  if ('problems' in loaded) throw new Error(formatProblems(loaded.problems));
  return loaded.graph;
}

export const mappingOf = (yaml: string): Mapping => readMapping('mapping.yaml', Buffer.from(yaml));

/** The file as a dossier that was checked, and the graph that it makes with the countries and regions. */
export async function imported(
  content: string | Uint8Array,
  format: ImportFormat,
  { mapping = {}, known = emptyGraph(), check = true }: { mapping?: Mapping; known?: Graph; check?: boolean } = {},
): Promise<Imported & { graph: Graph }> {
  const store = new MemoryStore();
  await store.load(known);
  const file = readImport('data', typeof content === 'string' ? Buffer.from(content) : content, format, mapping);
  const made = await assembleDossier(store, { file, mapping, source: SOURCE, recordedBy: 'A test', recorded: '2026-11-29' });
  await store.close();
  if (!check) return { ...made, graph: known };
  const loaded = graphOfFiles([{ file: 'made.yaml', bytes: Buffer.from(dossierText(made.dossier, 'data')) }]);
  if ('problems' in loaded) throw new Error(formatProblems(loaded.problems));
  return { ...made, graph: loaded.graph };
}
