import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const THIS_FILE = fileURLToPath(import.meta.url);

/** The folder of package.json: where `schema/`, `cypher/` and `seeds/` lie, whether this runs as TypeScript, compiled or bundled. */
const PROJECT = folderOfPackage(dirname(THIS_FILE));

/** `src` or `dist`. */
const [CODE = 'dist'] = relative(PROJECT, THIS_FILE).split(sep);

/** The full path of a file or folder of the project. @param path from the project's folder, with `/`: `schema/attributes.yaml` */
export function projectFile(path: string): string {
  return join(PROJECT, path);
}

/** The full path of a room as it runs, TypeScript in `src/` or compiled in `dist/`: `domain`. A bundle lies beside what it is made of. */
export function codeFolder(room: string): string {
  return join(PROJECT, CODE, room);
}

/** The version of the program. */
export const RELEASE = (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }).version;

function folderOfPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return folderOfPackage(dirname(folder));
}
