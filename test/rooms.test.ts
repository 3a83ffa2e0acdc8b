import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Which room of src/ may import which, as in CONTRIBUTING.md. A room may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['src/store/port'],
  store: ['src/domain/'],
  dossier: ['src/domain/'],
  audit: ['src/domain/', 'src/dossier/index'],
  export: ['src/domain/', 'src/store/port'],
  graphql: ['src/domain/', 'src/store/port', 'src/store/errors'],
  http: ['src/graphql/', 'src/domain/', 'src/store/port', 'src/store/errors'],
  cli: ['src/audit/', 'src/domain/', 'src/dossier/', 'src/export/', 'src/graphql/', 'src/http/', 'src/store/'],
  'main.ts': ['src/cli/', 'src/domain/', 'src/store/errors'],
};

describe('the rooms of src/', () => {
  test.each(filesIn('src'))('%s imports only what its room may', (file) => {
    const allowed = MAY_IMPORT[roomOf(file)] ?? [];
    const trespasses = importsOf(file).filter(
      (imported) => roomOf(imported) !== roomOf(file) && !allowed.some((prefix) => imported.startsWith(prefix)),
    );
    expect(trespasses).toEqual([]);
  });

  test('the explorer and the playground use nothing of the server', () => {
    const trespasses = filesIn('web').flatMap((file) => importsOf(file).filter((imported) => !imported.startsWith('web/')));
    expect(trespasses).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name));
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** The project's own files that this one imports. */
function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g);
  return [...specifiers].map((match) => join(dirname(file), match[1] ?? '').replaceAll('\\', '/'));
}
