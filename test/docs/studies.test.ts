import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { filled, numbersByHand } from '../../scripts/studies/study-page.mjs';

describe('the studies', () => {
  // Built first by `npm test`; the studies ask the built API.
  test('say what the data says now (npm run studies)', async () => {
    await promisify(execFile)(process.execPath, ['scripts/studies/run.mjs', '--check'], {
      env: { ...process.env, NEO4J_URI: '' },
    });
  });

  test('have a mark for every value, and a value for every mark', () => {
    const page = 'Of <!-- =states -->59<!-- / --> states';
    expect(filled(page, { states: 60 })).toBe('Of <!-- =states -->60<!-- / --> states');
    expect(filled('<!-- =t -->\n\nold\n\n<!-- / -->', { t: '| a |' })).toBe('<!-- =t -->\n\n| a |\n\n<!-- / -->');
    expect(() => filled(page, {})).toThrow('"states"');
    expect(() => filled(page, { states: 60, laws: 3 })).toThrow('laws');
  });

  test('have no number in their prose that nobody calculates', () => {
    const byHand = 'In 59 states, or <!-- =n -->60<!-- / -->.';
    const written = 'Of `013` and [1](a-1.md) <!-- =n -->60<!-- / -->.\n\n    x = 3\n';
    expect([numbersByHand(byHand).length, numbersByHand(written).length]).toEqual([1, 0]);
  });
});
