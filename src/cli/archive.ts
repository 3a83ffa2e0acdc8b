import { archive, archiveName } from '../archive/write.js';
import { ArchiveTooLarge } from '../archive/zip.js';
import { dataSetOf } from '../cite/data-set.js';
import { MemoryStore } from '../store/memory/memory-store.js';
import type { DossierFolder } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { graphOf } from './open-store.js';
import { writeWhole } from './whole-file.js';
import { projectFile, RELEASE } from '../project-files.js';

export interface ArchiveOptions extends DossierFolder {
  /** File; undefined: named by the data version, in the working directory. */
  out?: string;
  doi?: string;
  address?: string;
}

const SCHEMA_FOLDER = projectFile('schema');

/** Writes the dossiers, their graph in every format, the model, checksums and descriptions as one ZIP, to be deposited. */
export async function archiveCommand({ out, doi, address, ...dossiers }: ArchiveOptions): Promise<void> {
  const graph = await graphOf(dossiers);
  const store = new MemoryStore();
  await store.load(graph);
  const data = (await dataSetOf(store))!;
  const path = out ?? `${archiveName(graph.version)}.zip`;
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    const source = { store, graph, data, dossiers: dossiers.seeds, schema: SCHEMA_FOLDER, release: RELEASE, doi, address };
    for await (const chunk of archive(source)) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  try {
    await writeWhole(path, counted());
  } catch (error) {
    if (!(error instanceof ArchiveTooLarge)) throw error;
    throw new CommandFailed(
      `${error.code}: ${error.message} Keep the dossiers and the exports in files of their own.`,
      EXIT.wrongInput,
    );
  } finally {
    await store.close();
  }
  console.error(`${path}: ${(bytes / 1e6).toFixed(1)} MB, data version ${graph.version}`);
}
