import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import ts from 'typescript';

/** One row of the table of rooms in CONTRIBUTING.md. */
interface Room {
  /** `src/store/` or `src/main.ts` */
  path: string;
  /** Rooms, single files, or `src/*` for all. */
  files: string[];
  /** Packages; `@fastify/*` for all of a scope, null for any. */
  packages: string[] | null;
}

const ROOMS = roomsOf(readFileSync('CONTRIBUTING.md', 'utf8'));

describe('the rooms', () => {
  test('every file of src/ and web/ is in a room of the table, and every such room has files', () => {
    const files = [...filesIn('src'), ...filesIn('web')];
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    const used = new Set(files.map((file) => roomOf(file)?.path));
    expect(ROOMS.map(({ path }) => path).filter((path) => /^(src|web)\//.test(path) && !used.has(path))).toEqual([]);
  });

  test.each([...filesIn('src'), ...filesIn('web')])('%s uses only what its room may', (file) => {
    expect(trespasses(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  test('the table allows only packages that some file of the room uses', () => {
    const used = filesIn('src').map((file) => ({ room: roomOf(file)?.path, imports: importsOf(readFileSync(file, 'utf8')) }));
    const idle = ROOMS.flatMap(({ path, packages }) => {
      const names = used.filter(({ room }) => room === path).flatMap(({ imports }) => imports.map(packageOf));
      return (packages ?? []).filter((allowed) => !names.some((name) => fits(name, allowed))).map((name) => `${path} ${name}`);
    });
    expect(idle).toEqual([]);
  });
});

describe('a trespass is seen', () => {
  test.each([
    ['an import', "import { a } from '../http/server.js';", 'src/http/server.ts'],
    ['an import of a type', "import type { A } from '../http/server.js';", 'src/http/server.ts'],
    ['an import for its effect', "import '../http/server.js';", 'src/http/server.ts'],
    ['an import when needed', "await import('../http/server.js');", 'src/http/server.ts'],
    ['the type of an import', "type A = import('../http/server.js').A;", 'src/http/server.ts'],
    ['an export of what another file has', "export * from '../http/server.js';", 'src/http/server.ts'],
    ['a room within an allowed one', "import { a } from '../store/neo4j/statements.js';", 'src/store/neo4j/statements.ts'],
    ['a package', "import neo4j from 'neo4j-driver';", 'neo4j-driver'],
    ['a part of a package', "import fastify from '@fastify/static/types';", '@fastify/static'],
    ['a required file of a package', 'require(`cldr-core/${name}.json`);', 'cldr-core'],
    ['a package required at once', "createRequire(import.meta.url)('graphql');", 'graphql'],
  ])('%s', (_, text, trespass) => {
    expect(trespasses('src/domain/paths.ts', text)).toEqual([trespass]);
  });

  test('and what the room may use is none', () => {
    const text =
      "import { readFile } from 'node:fs';\nimport { load } from 'js-yaml';\nimport type { A } from '../store/port.js';";
    expect(trespasses('src/domain/paths.ts', `${text}\nimport { b } from './model.js';`)).toEqual([]);
  });
});

/** The files and packages that the file uses and its room may not. */
function trespasses(file: string, text: string): string[] {
  const room = roomOf(file);
  return importsOf(text).flatMap((specifier) => {
    if (isBuiltin(specifier)) return [];
    if (!specifier.startsWith('.')) {
      const name = packageOf(specifier);
      return room?.packages === null || room?.packages.some((allowed) => fits(name, allowed)) ? [] : [name];
    }
    const imported = join(dirname(file), specifier).replaceAll('\\', '/').replace(/\.js$/, '.ts');
    const its = roomOf(imported);
    const allowed = its !== undefined && its.path === room?.path;
    return allowed || room?.files.some((use) => use === imported || use === its?.path || fits(imported, use)) ? [] : [imported];
  });
}

/** `src/http/server.ts` fits `src/*`. */
const fits = (name: string, allowed: string): boolean =>
  allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed;

function roomOf(file: string): Room | undefined {
  const around = ROOMS.filter(({ path }) => (path.endsWith('/') ? file.startsWith(path) : file === path));
  return around.sort((a, b) => b.path.length - a.path.length)[0];
}

/** Whatever the text imports or requires, as it is written there. */
function importsOf(text: string): string[] {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  // TypeScript does not see what a `require` made at hand or a text with parts in it names.
  const required = [...text.matchAll(/(?:\brequire|createRequire\(import\.meta\.url\))\(\s*['"`]([^'"`$]+)/g)];
  return [...new Set([...imported, ...required.map((match) => match[1] ?? '')])];
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function roomsOf(contributing: string): Room[] {
  const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const rows = [...contributing.matchAll(/^\| `([^`]+)` \|[^|]*\|([^|]*)\|([^|]*)\|$/gm)];
  return rows.map(([, path = '', files = '', packages = '']) => ({
    path,
    files: quoted(files),
    packages: packages.trim() === 'any' ? null : quoted(packages),
  }));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => /\.(tsx?|mjs)$/.test(name));
}
