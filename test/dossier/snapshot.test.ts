import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDossiers } from '../../src/dossier/index.js';
import { DamagedSnapshot, readSnapshot, writeSnapshot } from '../../src/dossier/snapshot/file.js';
import { graphFingerprint } from '../../src/dossier/snapshot/fingerprint.js';
import { loadWithSnapshot } from '../../src/dossier/snapshot/load.js';
import type { Graph } from '../../src/domain/model.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { file } from './dossiers.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';

let folder: string;
let seeds: string;
let cache: string;
let warnings: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodes-snapshot-'));
  [seeds, cache] = [join(folder, 'seeds'), join(folder, 'cache')];
  await mkdir(seeds);
  await cp(SEED_STORY, join(seeds, 'story.yaml'));
  warnings = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** What a start loads. */
async function load(from = cache): Promise<Graph> {
  const loaded = await loadWithSnapshot(seeds, { folder: from, warn: (message) => warnings.push(message) });
  if ('problems' in loaded) throw new Error(`${loaded.problems.length} mistakes in the dossiers`);
  return loaded.graph;
}

const codes = (): string[] => warnings.map((warning) => warning.split(':')[0] ?? '');
const snapshots = async (): Promise<string[]> => (await readdir(cache)).map((name) => join(cache, name));
const onlySnapshot = async (): Promise<string> => {
  const [only, ...more] = await snapshots();
  expect(more).toEqual([]);
  return only!;
};
const fingerprintOf = async (path: string): Promise<string> =>
  (JSON.parse((await readFile(path, 'utf8')).split('\n')[0]!) as { fingerprint: string }).fingerprint;

describe('the second start', () => {
  test('gives the very graph that the dossiers give', async () => {
    const first = await load();
    const second = await load();
    expect(second).not.toBe(first);
    expect(second).toStrictEqual(first);
    expect({ graph: second }).toStrictEqual(await loadDossiers(seeds));
    expect(warnings).toEqual([]);
  });

  test('reads the snapshot and not the dossiers', async () => {
    await load();
    // A graph that no dossier of the folder makes up, put where their snapshot was.
    await writeSnapshot(cache, await fingerprintOf(await onlySnapshot()), smallGraph);
    expect(await load()).toStrictEqual(smallGraph);
  });

  test('makes the graph anew where a dossier was changed, added or taken away', async () => {
    await load();
    const story = await readFile(join(seeds, 'story.yaml'), 'utf8');
    await writeFile(join(seeds, 'story.yaml'), story.replace('Instituto de Enseñanza', 'Instituto de la Enseñanza'));
    expect((await load()).entities.find(({ id }) => id === 'iepades')?.name).toContain('Instituto de la Enseñanza');

    const more = 'recorded: 2026-11-24\nrecorded_by: Tests\nentities: []\n';
    await writeFile(join(seeds, 'more.yaml'), more);
    expect(await snapshots()).toHaveLength(2);
    await load();
    expect(await snapshots()).toHaveLength(3);
    await rm(join(seeds, 'more.yaml'));
    await load();
    expect(await snapshots()).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  test('keeps none of dossiers with mistakes, and finds the mistakes again', async () => {
    await load();
    await appendFile(join(seeds, 'story.yaml'), '\nunknown: key\n');
    for (const start of ['first', 'second']) {
      const loaded = await loadWithSnapshot(seeds, { folder: cache, warn: (message) => warnings.push(message) });
      expect([start, 'problems' in loaded && loaded.problems.map(({ code }) => code)]).toEqual([start, ['UNKNOWN_KEY']]);
    }
    expect(await snapshots()).toHaveLength(1);
  });
});

describe('a snapshot that cannot be used is said, and the graph made anew from the dossiers', () => {
  const damages: Record<string, (path: string) => Promise<void>> = {
    'cut off': (path) => truncate(path, 5_000),
    'emptied, as by a full disk': (path) => truncate(path, 0),
    'with one letter changed': async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('digessp', 'digesst')),
    'of another format': async (path) =>
      writeFile(path, (await readFile(path, 'utf8')).replace('custodes-graph-2', 'custodes-graph-0')),
    'of other dossiers': async (path) => {
      await writeSnapshot(cache, 'f'.repeat(64), smallGraph);
      await cp(join(cache, `graph-${'f'.repeat(16)}.snapshot`), path);
    },
    'with anything else in it': (path) => writeFile(path, '{"format":"custodes-graph-2"}'),
  };
  test.each(Object.keys(damages))('%s', async (damage) => {
    const graph = await load();
    const path = await onlySnapshot();
    await damages[damage]!(path);
    expect(await load()).toStrictEqual(graph);
    expect(codes()).toEqual(['SNAPSHOT_DAMAGED']);
    // And mended by the way.
    expect(await load()).toStrictEqual(graph);
    expect(warnings).toHaveLength(1);
  });

  test('whatever byte of it is changed, and wherever it is cut off', async () => {
    const fingerprint = 'a'.repeat(64);
    await writeSnapshot(cache, fingerprint, smallGraph);
    const path = await onlySnapshot();
    const written = await readFile(path);
    const anywhere = fc.nat({ max: written.length - 1 });
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 255 }), fc.boolean(), async (place, difference, cut) => {
        const bytes = cut ? written.subarray(0, place) : Buffer.from(written);
        if (!cut) bytes[place] = (written[place] ?? 0) ^ difference;
        await writeFile(path, bytes);
        await expect(readSnapshot(cache, fingerprint)).rejects.toThrow(DamagedSnapshot);
      }),
    );
  });

  test('a folder in its place', async () => {
    const graph = await load();
    const path = await onlySnapshot();
    await rm(path);
    await mkdir(join(path, 'not-empty'), { recursive: true });
    expect(await load()).toStrictEqual(graph);
    expect(codes()).toEqual(['SNAPSHOT_UNREADABLE']);
  });
});

describe('a snapshot that cannot be kept is said, and the graph served all the same', () => {
  test('a folder that nobody may write to', async () => {
    const { version } = await load();
    // Nobody, root included, makes files there.
    expect((await load('/proc')).version).toBe(version);
    expect(codes()).toEqual(['SNAPSHOT_NOT_WRITTEN']);
    expect(warnings[0]).toContain('--no-cache');
  });

  test('a folder that cannot be made', async () => {
    const { version } = await load();
    for (const folder of ['/proc/nope', '/proc/nope/deeper']) expect((await load(folder)).version).toBe(version);
    expect(codes()).toEqual(['SNAPSHOT_NOT_WRITTEN', 'SNAPSHOT_NOT_WRITTEN']);
  });

  test('a file where the folder should be', async () => {
    const { version } = await load();
    expect((await load(join(seeds, 'story.yaml'))).version).toBe(version);
    expect(codes()).toEqual(['SNAPSHOT_NOT_WRITTEN']);
  });
});

test('the newest four snapshots are kept, and what a killed write left is removed after an hour', async () => {
  await mkdir(cache);
  const [old, fresh] = ['graph-0.snapshot.0a.unfinished', 'graph-1.snapshot.0b.unfinished'].map((name) => join(cache, name));
  const others = join(cache, 'notes.txt');
  for (const path of [old!, fresh!, others]) await writeFile(path, 'half');
  for (const [minutes, path] of [
    [90, old!],
    [90, others],
  ] as const) {
    const then = new Date(Date.now() - minutes * 60_000);
    await utimes(path, then, then);
  }
  for (const [index, digit] of [...'123456'].entries()) {
    await writeSnapshot(cache, digit.repeat(64), smallGraph);
    const then = new Date(Date.now() - (10 - index) * 60_000);
    await utimes(join(cache, `graph-${digit.repeat(16)}.snapshot`), then, then);
  }
  const names = (await readdir(cache)).sort();
  expect(names).toEqual(
    [fresh, ...[...'3456'].map((digit) => join(cache, `graph-${digit.repeat(16)}.snapshot`)), others].map((path) =>
      path!.slice(cache.length + 1),
    ),
  );
});

test('the fingerprint tells dossiers apart that have the same bytes in other files', () => {
  const prints = [['ab', 'c'], ['a', 'bc'], ['abc'], ['c', 'ab']].map((texts) =>
    graphFingerprint(texts.map((text) => file('a.yaml', text))),
  );
  expect(new Set(prints).size).toBe(4);
});
