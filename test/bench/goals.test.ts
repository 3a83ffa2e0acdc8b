import { describe, expect, test } from '@jest/globals';
import { goals, type SeedWorld } from '../../scripts/bench/api/goals.mjs';
import { SERVERS, shares, tables, type Row } from '../../scripts/bench/api/table.mjs';

const row = (server: keyof typeof SERVERS, rate: number, connections = 16, rest: Partial<Row> = {}): Row => ({
  ...{ question: 'one hop', connections, server: SERVERS[server], rate, p50: 0.2, p99: 12.7, ...rest },
});
const world: SeedWorld = {
  slowest: { region: '001', ms: 10.4, http: 11.6 },
  first: 48,
  network: { nodes: 459, ms: 6, kept: 1.2, json: 1, bare: 1.1, bareGraphql: 3.4 },
};
/** The cells of the line that begins with this. */
const line = (table: string, start: string): string[] | undefined =>
  table
    .split('\n')
    .find((text) => text.startsWith(`| ${start}`))
    ?.split(' | ')
    .slice(1)
    .map((cell) => cell.replace(/ \|$/, ''));

describe('the goals of the benchmark', () => {
  const rows = [
    ...[row('peer', 100), row('neo4j', 399), row('driver', 450), row('copy', 400), row('memory', 999)],
    ...[row('graphql', 3_000), row('again', 2_000), row('hello', 5_000)],
    ...[row('driver', 130, 1), row('neo4j', 100, 1), row('copy', 650, 1)],
  ];
  const told = goals(rows, world);

  test.each([
    ['one hop, every answer asked of the same Neo4j', '× 4.0', 'not met', 'bare driver: × 4.5'],
    ['one hop, on the same Neo4j by its copy', '× 4.0', 'met', 'bare GraphQL over memory: × 30.0'],
    ['one hop, in the memory store', '× 10.0', 'not met', 'bare GraphQL over memory: × 30.0'],
    ['one hop, asked again', '× 20.0', 'met', 'a few bytes, bare HTTP: × 50.0'],
    ['one hop, Neo4j answering, one connection', '× 1.30; the copy × 0.20', 'met', '× 1'],
    [
      '`network` of 459 entities',
      '× 6.0 worked out anew; × 1.2 from the answers that a server keeps',
      'not met',
      'graphql-jit over the answer itself, bare HTTP: × 3.4; the same bytes, bare HTTP: × 1.1',
    ],
  ])('%s: %s', (goal, ...cells) => {
    expect(line(told, goal)).toEqual(cells);
  });

  test('one that was not measured is not told of', () => {
    expect(line(told, 'entity by id')).toBeUndefined();
    expect(line(goals(rows.slice(1), world), 'one hop, every answer')).toBeUndefined();
  });

  test('a driver that is slower than the peer is no floor', () => {
    const slower = goals([row('peer', 100), row('neo4j', 70), row('driver', 80)], world);
    expect(line(slower, 'one hop, every answer')?.at(-1)).toBe(
      'bare driver: × 0.8, so our statement is slower, which is no floor',
    );
  });

  test('influence is held to its slowest region, over HTTP too', () => {
    expect(line(told, '`influence`')?.[1]).toBe('met');
    expect(line(goals(rows, { ...world, slowest: { region: '001', ms: 10, http: 51 } }), '`influence`')?.[1]).toBe('not met');
  });
});

describe('the tables of the benchmark', () => {
  test('answers a second, beside the peer where it can be asked, and given up where nothing came', () => {
    const table = tables([row('neo4j', 399.6), row('peer', 100), row('bytes', 9_000), row('driver', 0)]);
    expect(line(table, 'one hop')).toEqual([
      ...['400 (× 4.0), < 1 / 13', '–', '–', '–', '100, < 1 / 13', 'given up after 30 s', '–', '9000, < 1 / 13', '–'],
    ]);
  });

  test('the parts of a request are what it takes in all, and none is less than nothing', () => {
    const watched = row('watched', 100, 1, { operationMs: 9, statementsMs: 12 });
    const told = shares([row('neo4j', 90, 1), watched, row('driver', 135, 1, { databaseMs: 15 })]);
    expect(line(told, 'one hop')).toEqual(['10 ms', '1.0 ms (10 %)', '0.0 ms (0 %)', '0.0 ms (0 %)', '9.0 ms (90 %)', '× 1.5']);
  });
});
