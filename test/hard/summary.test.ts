import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { summary } from '../../scripts/hard-summary.mjs';

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
    expect(text).toMatch(/^NOT TRIED: 2 cases\. They need a real Neo4j/m);
    expect(text).toContain('  faults/a.test.ts: case 2');
    expect(text).toMatch(/\n\nNOT TRIED: 2 cases, named above the table\nlost: nothing$/);
    expect(summary(results, [], true).exitCode).toBe(0);
  });
});
