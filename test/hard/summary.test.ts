import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { summary } from '../../scripts/hard-summary.mjs';
import { wanting } from '../wanting.js';

/** What `npm run hard` says in the end of suites with cases that ended so. */
const suite = (name: string, ...statuses: string[]) => ({
  name: join(process.cwd(), 'test', name),
  status: statuses.includes('failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: statuses.map((status, index) => ({ fullName: `case ${index}`, status })),
});
const QUERIES = { what: 'queries', cases: 100, lost: 0, outcomes: { answered: 90, refused: 10 }, slowestMs: 5, growthMiB: 1 };

describe('the summary of npm run hard', () => {
  test('is a table of what was tried and lost, and says that nothing was', () => {
    const { text, exitCode } = summary(
      [suite('faults/b.test.ts', 'passed', 'passed'), suite('faults/a.test.ts', 'passed')],
      [QUERIES],
      false,
    );
    expect(exitCode).toBe(0);
    expect(text.slice(text.indexOf('| suite'))).toBe(
      [
        '| suite | cases tried | lost | not tried |',
        '|---|---|---|---|',
        '| faults/a.test.ts | 1 | 0 | 0 |',
        '| faults/b.test.ts | 2 | 0 | 0 |',
        '| generated: queries | 100 | 0 | 0 |',
        '| all | 103 | 0 | 0 |',
        '',
        'lost: nothing',
      ].join('\n'),
    );
    expect(text).toContain('| queries | 100 | 0 | 90 answered, 10 refused | 5 ms | 1 MiB |');

    const { what, cases, lost, outcomes } = QUERIES;
    expect(summary([], [{ what, cases, lost, outcomes }], false).text).toContain(
      '| queries | 100 | 0 | 90 answered, 10 refused | – | – |',
    );
  });

  test('names what was lost: a case, generated cases, a suite that broke off', () => {
    const broken = { ...suite('faults/b.test.ts'), status: 'failed', message: 'SyntaxError: here\n at there' };
    const { text, exitCode } = summary([suite('faults/a.test.ts', 'passed', 'failed'), broken], [{ ...QUERIES, lost: 3 }], true);
    expect(exitCode).toBe(1);
    expect(text.split('lost:\n')[1]?.split('\n')).toEqual([
      '  faults/a.test.ts: case 1',
      '  faults/b.test.ts: SyntaxError: here',
      '  3 of 100 cases of queries',
    ]);
  });

  test('is no success where something could not be tried, unless that was allowed', () => {
    const results = [suite('faults/a.test.ts', 'passed', 'pending', 'pending')];
    const { text, exitCode } = summary(results, [], false);
    expect(exitCode).toBe(2);
    expect(text).toContain('| faults/a.test.ts | 1 | 0 | 2 |');
    expect(text).toMatch(/^NOT TRIED: 2 cases\./m);
    expect(text).toMatch(/^ {2}2 want a real Neo4j: .*:\n {4}faults\/a\.test\.ts: case 1\n {4}faults\/a\.test\.ts: case 2$/m);
    expect(text).toMatch(/\n\nNOT TRIED: 2 cases, named above the table\nlost: nothing$/);
    expect(summary(results, [], true).exitCode).toBe(0);
  });

  test('says of each case that was not tried what is wanting', () => {
    const names: string[] = [];
    const skip = (name: string): void => void names.push(name);
    const declares = Object.assign(() => undefined, { skip });
    wanting(declares, 'faketime')('a clock that jumps', () => undefined);
    const clock = suite('faults/clock.test.ts', 'pending', 'pending');
    clock.assertionResults[0]!.fullName = names[0]!;
    const { text } = summary([clock, suite('faults/b.test.ts', 'pending')], [], false);
    expect(text).toContain('  1 want faketime:\n    faults/clock.test.ts: a clock that jumps [wants faketime]\n');
    expect(text).toMatch(/^ {2}2 want a real Neo4j: .*:\n {4}faults\/b\.test\.ts: case 0\n {4}faults\/clock\.test\.ts: case 1$/m);
    expect(wanting(declares, null)).toBe(declares);
  });
});
