import { resolve } from 'node:path';
import { settingsInForce } from '../configuration/read.js';
import type { Graph } from '../domain/model.js';
import type { LoadedDossiers } from '../dossier/load.js';
import { loadWithSnapshot } from '../dossier/snapshot/load.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { ON_STANDARD_ERROR } from './progress.js';
import { projectFile } from '../project-files.js';

/** The project's own dossiers. */
export const SEEDS_FOLDER = projectFile('seeds');

/** Where compiled graphs are kept unless told otherwise: beside the project. */
export const CACHE_FOLDER = projectFile('.custodes');

/** The dossiers of a command, as its options name them. */
export interface DossierFolder {
  /** The folder, or one dossier. */
  seeds: string;
  /** Folder of the compiled graphs; null: the dossiers are read each time. */
  cache: string | null;
  /** A file that `custodes archive` wrote: its version of the data instead of the dossiers'; null: none. */
  archive: string | null;
}

/** As options, environment and `.env` say. @throws SettingsMistaken */
export function dossierFolder({ seeds, cache, archive }: TypedFolder): DossierFolder {
  return dossiersAt({ seeds, archive, cache: settingsInForce(['cache'], { cache }).settings.cache });
}

/** @param cache null: none; empty: the usual one */
export function dossiersAt({ seeds, cache, archive }: Omit<TypedFolder, 'cache'> & { cache: string | null }): DossierFolder {
  return {
    seeds: resolve(seeds),
    cache: cache === null ? null : resolve(cache || CACHE_FOLDER),
    archive: archive === undefined ? null : resolve(archive),
  };
}

/** The options as typed. */
export interface TypedFolder {
  seeds: string;
  cache?: string | false | undefined;
  archive?: string | undefined;
}

/** The graph of the dossiers or their mistakes. @param warn told where the compiled graph cannot be used */
export async function readDossiers(
  { seeds, cache, archive }: DossierFolder,
  warn = ON_STANDARD_ERROR.warn,
): Promise<LoadedDossiers> {
  if (archive !== null) return { graph: await archivedGraph(archive) };
  if (cache !== null) return loadWithSnapshot(seeds, { folder: cache, warn });
  const { loadDossiers } = await import('../dossier/load.js');
  return loadDossiers(seeds);
}

async function archivedGraph(archive: string): Promise<Graph> {
  const { ArchiveError, graphOfArchive } = await import('../archive/read.js');
  try {
    return await graphOfArchive(archive);
  } catch (error) {
    throw error instanceof ArchiveError ? new CommandFailed(`${error.code}: ${error.message}`, EXIT.wrongInput) : error;
  }
}
