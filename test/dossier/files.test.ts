import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadDossiers, passageDigest } from '../../src/dossier/index.js';
import { BASE, CLAIM, HEAD } from './dossiers.js';

describe('a folder of dossiers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossiers-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is read with everything below it', async () => {
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    await writeFile(join(folder, 'base.yaml'), BASE);
    await writeFile(
      join(folder, 'a', 'b', 'more.yaml'),
      `${HEAD}relations:\n  - { type: ADVISED, from: dcaf, to: icoca, claims: [${CLAIM}] }\n`,
    );
    await writeFile(join(folder, 'notes.txt'), 'no dossier');
    const loaded = await loadDossiers(folder);
    expect('graph' in loaded && loaded.graph.relations.some(({ id }) => id === 'dcaf.advised.icoca')).toBe(true);
  });

  test('with a mistake in one dossier gives no graph, and names the file', async () => {
    await writeFile(join(folder, 'base.yaml'), BASE);
    await writeFile(join(folder, 'wrong.yaml'), `${HEAD}relations: [{}]\n`);
    const loaded = await loadDossiers(folder);
    expect(loaded).not.toHaveProperty('graph');
    expect('problems' in loaded && new Set(loaded.problems.map(({ file }) => file))).toEqual(
      new Set([join(folder, 'wrong.yaml')]),
    );
  });

  test('may be a single dossier', async () => {
    const path = join(folder, 'base.yaml');
    await writeFile(path, BASE);
    expect(await loadDossiers(path)).toHaveProperty('graph');
  });

  test('.yml would be overlooked', async () => {
    await writeFile(join(folder, 'base.yaml'), BASE);
    await writeFile(join(folder, 'more.yml'), HEAD);
    expect(await loadDossiers(folder)).toMatchObject({ problems: [{ code: 'WRONG_EXTENSION', file: join(folder, 'more.yml') }] });
  });

  test('that is empty, or is not there, is most likely the wrong one', async () => {
    expect(await loadDossiers(folder)).toMatchObject({
      problems: [{ code: 'NO_DOSSIERS', file: folder, found: 'no dossier in this folder' }],
    });
    expect(await loadDossiers(join(folder, 'none'))).toMatchObject({
      problems: [{ code: 'NO_DOSSIERS', found: 'nothing at this path' }],
    });
    expect(await loadDossiers('README.md')).toMatchObject({
      problems: [{ code: 'NO_DOSSIERS', found: 'a file that is no dossier' }],
    });
  });
});

describe('the digest of a passage', () => {
  test('is SHA-256 of the text with white space normalised', () => {
    // printf 'a b' | sha256sum
    const digest = 'c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65';
    expect(passageDigest('  a\n\t b\u00a0')).toBe(passageDigest('a b'));
    expect(passageDigest('a b')).toBe(digest);
  });
});
