import { describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

describe('custodes robustness', () => {
  test('prints how each place holds, and what the ranking rests on', async () => {
    const { exitCode, out } = await custodes(['robustness', 'GT', '--first', '2', ...SEED_STORY]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^How far does the ranking for Guatemala \(gt\) hold\? 8 actors; \d+ sources and \d+ publishers/);
    expect(out).toMatch(/^1 +icoca +0\.5978 +1–9 /m);
    expect(out).toMatch(/^icoca-2021-06-25-digessp +0\.\d{4} +-100\.0 % +icoca: 1 → none +−digessp$/m);
  });

  test('prints JSON with the data version', async () => {
    const { out } = await custodes(['robustness', 'GT', '--as-of', '2021', '--json', ...SEED_STORY]);
    expect(JSON.parse(out)).toMatchObject({ dataVersion: expect.stringMatching(/^[0-9a-f]{64}$/), asOf: '2021', ranked: 8 });
  });

  test('refuses a region that it does not know', async () => {
    expect(await custodes(['robustness', 'Guatemola', ...SEED_STORY])).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^UNKNOWN_REGION/),
    });
  });
});
