import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Problem } from '../problem.js';

/** A file of a dossier as it lies on disk. */
export interface DossierFile {
  /** Path from the working directory, or in full where it lies outside; with `/`. */
  file: string;
  bytes: Uint8Array;
}

/**
 * Every `*.yaml` in the folder and below, sorted by path, so that what is read does not depend on the file system; or the one
 * file named. A folder that is missing or holds no dossier is a problem: most likely it is the wrong one.
 */
export async function readDossierFiles(folder: string): Promise<{ files: DossierFile[]; problems: Problem[] }> {
  const paths = await pathsBelow(folder);
  const dossiers = paths.filter((path) => path.endsWith('.yaml'));
  const problems = paths.filter((path) => path.endsWith('.yml')).map((path) => wrongExtension(shown(path)));
  if (dossiers.length === 0 && problems.length === 0) problems.push(noDossiers(shown(folder), await whatIsAt(folder)));
  const files = await Promise.all(dossiers.map(async (path) => ({ file: shown(path), bytes: await readFile(path) })));
  return { files, problems };
}

async function pathsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (entries === null) return [folder];
  const paths = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('_'))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? await pathsBelow(path) : [path];
      }),
  );
  return paths.flat().sort();
}

function shown(path: string): string {
  const fromHere = relative(process.cwd(), path) || '.';
  return (fromHere.startsWith('..') ? path : fromHere).replaceAll('\\', '/');
}

async function whatIsAt(path: string): Promise<string> {
  const there = await stat(path).catch(() => null);
  if (there === null) return 'nothing at this path';
  return there.isDirectory() ? 'no dossier in this folder' : 'a file that is no dossier';
}

const noDossiers = (folder: string, found: string): Problem => ({
  file: folder,
  line: 1,
  column: 1,
  code: 'NO_DOSSIERS',
  found,
  expected: 'a folder with at least one file that ends in .yaml',
  remedy: 'check the path, or write a first dossier (docs/data.md)',
});

const wrongExtension = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'WRONG_EXTENSION',
  found: 'a file that ends in .yml, which would not be read',
  expected: '.yaml',
  remedy: `rename it to ${file.replace(/\.yml$/, '.yaml')}`,
});
