import { describe, expect, test } from '@jest/globals';
import type { Conflict } from '../../src/domain/conflicts.js';
import { custodes } from './custodes.js';

describe('custodes conflicts', () => {
  test('says what each side says, with its sources', async () => {
    const { exitCode, out } = await custodes(['conflicts', '--within', 'GT']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^1 conflict between sources in GT \(DISPUTED, DATES, ATTRIBUTE\)\.\n\nDATES \S+\n {2}2017-05-/);
    expect(out).toMatch(/^ {4}\S.* \[.*: \S+\]$/m);
  });

  test('as JSON, of some kinds, the first ones', async () => {
    const { exitCode, out } = await custodes(['conflicts', '--kinds', 'disputed,attribute', '--first', '1', '--json']);
    expect(exitCode).toBe(0);
    const { dataVersion, totalCount, conflicts } = JSON.parse(out) as {
      dataVersion: string;
      totalCount: number;
      conflicts: Conflict[];
    };
    expect(dataVersion).toMatch(/^[0-9a-f]{64}$/);
    expect(totalCount).toBeGreaterThan(1);
    expect(conflicts).toHaveLength(1);
    expect(['DISPUTED', 'ATTRIBUTE']).toContain(conflicts[0]?.kind);
    expect(conflicts[0]?.sides.length).toBeGreaterThan(1);
  });

  test('a kind that is none is a wrong command line', async () => {
    expect(await custodes(['conflicts', '--kinds', 'FEUDS'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('DISPUTED, DATES, ATTRIBUTE'),
    });
  });
});
