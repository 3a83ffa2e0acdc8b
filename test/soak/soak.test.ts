import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { BOUNDS, judge } from '../../scripts/soak/bounds.mjs';

/** The short form of `npm run soak`; docs/performance.md has what the long one found. */
const MINUTES = process.env['CUSTODES_TEST_SOAK_MINUTES'] ?? '1';

interface Found {
  counts: Record<string, Record<string, number>>;
  lost: string[];
  exitCode: number;
  figures: ReturnType<typeof judge>;
}

test('a server under mixed load holds no more after a minute than when it was warm', () => {
  const run = spawnSync(process.execPath, ['--no-warnings', 'scripts/soak/soak.mjs', '--minutes', MINUTES, '--json'], {
    encoding: 'utf8',
  });
  const { counts, lost, exitCode, figures } = JSON.parse(run.stdout) as Found;
  expect({ lost, exitCode }).toEqual({ lost: [], exitCode: 0 });
  expect(figures.filter(({ kept }) => !kept)).toEqual([]);
  expect(run.status).toBe(0);
  const outcomes = Object.fromEntries(Object.entries(counts).map(([kind, all]) => [kind, Object.keys(all)]));
  expect(Object.keys(outcomes)).toHaveLength(10);
  expect(outcomes['persisted queries by GET, with the ETag of the last answer']).toContain('not modified');
  expect(outcomes['exports, to the end']).toContain('all of the graph');
  expect(outcomes['exports whose client leaves']).toContain('left');
}, 600_000);

test('growth beyond a bound is seen, of each thing that is looked at', () => {
  const warm = { heap: 60, outside: 4, rss: 200, handles: 5, descriptors: 20 };
  expect(judge([warm, warm]).filter(({ kept }) => !kept)).toEqual([]);
  for (const [what, bound] of Object.entries(BOUNDS)) {
    const grown = { ...warm, [what]: warm[what as keyof typeof warm] + bound + 1 };
    expect(judge([warm, grown]).filter(({ kept }) => !kept)).toHaveLength(1);
  }
});
