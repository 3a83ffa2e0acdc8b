import { describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

describe('custodes cite', () => {
  test('says how to cite the data', async () => {
    const { exitCode, out } = await custodes(['cite', '--accessed', '2026-11-29', ...SEED_STORY]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^@dataset\{custodes-[0-9a-f]{12},\n/);
    expect(out).toContain('urldate = {2026-11-29}');
  });

  test('cites an answer, and asks for the address that it cannot know', async () => {
    const query = '{ influence(region: "GT") { influencers { totalCount } } }';
    const unknown = await custodes(['cite', query, ...SEED_STORY]);
    expect(unknown.err).toContain('--address');
    const { out, err } = await custodes([
      'cite',
      query,
      '--address',
      'https://custodes.example',
      '--format',
      'cff',
      ...SEED_STORY,
    ]);
    expect([out, err]).toEqual([expect.stringContaining('url: https://custodes.example/graphql#query='), '']);
  });

  test('gives the pages that an answer rests on', async () => {
    const query = '{ influence(region: "GT") { influencers { nodes { paths { hops { relation { type } } } } } } }';
    const { out } = await custodes(['cite', '-', '--sources', '--format', 'csl-json', ...SEED_STORY], {}, query);
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual([
      'icoca-2021-06-25-digessp',
      'icoca-2021-06-25-digessp-fr',
    ]);
  });

  test('does not cite what has no answer', async () => {
    expect(await custodes(['cite', '{ nope }', ...SEED_STORY])).toMatchObject({
      exitCode: 1,
      out: '',
      err: expect.stringContaining('GRAPHQL_VALIDATION_FAILED'),
    });
    expect(await custodes(['cite', '--format', 'endnote', ...SEED_STORY])).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^INVALID_ARGUMENT: .*bibtex, csl-json, ris, cff/),
    });
  });
});
