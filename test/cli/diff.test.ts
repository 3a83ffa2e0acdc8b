import { beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphDifference } from '../../src/domain/graph-difference.js';
import { custodes } from './custodes.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';

describe('custodes diff', () => {
  let folder: string;
  let later: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'custodes-diff-'));
    later = join(folder, 'later.yaml');
    const story = readFileSync(SEED_STORY, 'utf8');
    const supported = '{ type: OVERSEES, from: digessp, to: gt, sector: private security, at: 2021-06-25, claims: [';
    expect(story).toContain(supported);
    writeFileSync(
      later,
      story
        .replace(
          supported,
          `${supported}{ passage: session-fr, stance: disputes, statement: A claim that the story does not make. }, `,
        )
        .replace('text: Swiss Embassy in Guatemala,', 'text: Embassy of the Swiss,')
        .replace(/ {2}- \{ type: PARTNERED_WITH, .*\n/, ''),
    );
  });
  const diff = async (...args: string[]): Promise<GraphDifference> => {
    const { exitCode, out } = await custodes(['diff', ...args, '--json', '--no-cache']);
    expect(exitCode).toBe(0);
    return JSON.parse(out) as GraphDifference;
  };

  test('says which records came, went and changed, and how', async () => {
    const { relations, entities, claims, sources } = await diff(SEED_STORY, later);
    expect(relations.removed.map(({ id }) => id)).toEqual(['dcaf.partnered-with.icoca']);
    expect(relations.added).toEqual([]);
    expect(relations.changed.map(({ id }) => id)).toEqual(['digessp.oversees.gt.private-security']);
    expect(relations.changed[0]?.changes.map(({ field }) => field)).toEqual([
      'claimIds',
      'evidence.disputing',
      'evidence.strength',
    ]);
    expect(entities.changed.find(({ id }) => id === 'swiss-embassy-guatemala')?.changes).toContainEqual({
      field: 'name',
      before: 'Swiss Embassy in Guatemala',
      after: 'Embassy of the Swiss',
    });
    expect(claims.added.map(({ statement }) => statement)).toContain('A claim that the story does not make.');
    expect(sources.changed).toEqual([]);
  });

  test('as text', async () => {
    const { out } = await custodes(['diff', SEED_STORY, later, '--no-cache']);
    expect(out).toMatch(/^From data version [0-9a-f]{12} to [0-9a-f]{12}\.$/m);
    expect(out).toMatch(/^0 relations added, 1 removed, 1 changed\n {2}- dcaf\.partnered-with\.icoca/m);
    expect(out).toMatch(
      /^ {2}~ digessp\.oversees\.gt\.private-security\n {6}claimIds: \+ icoca-2021-06-25-digessp-fr\.[0-9a-f]{10}$/m,
    );
    expect(out).toContain('      name: Swiss Embassy in Guatemala → Embassy of the Swiss');
  });

  test('reads a compiled graph as it reads its dossiers', async () => {
    const cache = join(folder, 'cache');
    expect(await custodes(['query', '{ dataVersion }', '--seeds', SEED_STORY, '--cache', cache])).toMatchObject({ exitCode: 0 });
    const [compiled = ''] = readdirSync(cache);
    expect(await custodes(['diff', join(cache, compiled), SEED_STORY, '--no-cache'])).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^The same data: version [0-9a-f]{12}\.$/m),
    });
    const damaged = join(folder, 'damaged.snapshot');
    writeFileSync(damaged, readFileSync(join(cache, compiled), 'utf8').replace('Swiss', 'Welsh'));
    expect(await custodes(['diff', damaged, SEED_STORY])).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^SNAPSHOT_DAMAGED: /),
    });
  });

  test('of what is not there says to check the path', async () => {
    expect(await custodes(['diff', join(folder, 'nothing'), SEED_STORY])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('Check the path.'),
    });
  });
});
