import { describe, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

describe('custodes why-not', () => {
  test('says what stands in the way, with the way', async () => {
    const { exitCode, out } = await custodes(['why-not', 'swiss-embassy-guatemala', 'GT', '--as-of', '2015', ...SEED_STORY]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(
      /does not reach private security oversight in Guatemala \(gt\) as of 2015 in 3 steps\. It would\n\n {2}without the date:\n/,
    );
    expect(out).toContain('[DATE 2021-06-24 to 2021-06-24: swiss-embassy-guatemala.facilitated.icoca-digessp-session-2021]');
  });

  test('has its own word for a body, and for who reaches one', async () => {
    expect((await custodes(['why-not', 'digessp', 'GT', ...SEED_STORY])).out).toContain(
      'is itself an oversight body in Guatemala',
    );
    expect((await custodes(['why-not', 'icoca', 'GT', ...SEED_STORY])).out).toContain('rank 1, score 0.5978');
  });
});
