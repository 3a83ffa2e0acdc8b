import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StatedTime } from '../../src/domain/edtf.js';
import { timedWalkScores } from '../../src/domain/influence-timed-walks.js';
import type { FlowEdge } from '../../src/domain/influence-flow.js';
import { largestWalks, walkTables } from '../../src/domain/influence-walks.js';
import { findPaths } from '../../src/domain/paths.js';
import { daysOfHop } from '../../src/domain/time-respecting.js';
import type { Relation } from '../../src/domain/model.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

/** Within 2010 to 2015, so that every assignment of years can be tried. */
const YEARS = [2010, 2011, 2012, 2013, 2014, 2015];
const year = fc.integer({ min: 2010, max: 2015 });
const dates: fc.Arbitrary<StatedTime> = fc.oneof(
  fc.constant({}),
  year.map((start) => ({ start: String(start) })),
  year.map((end) => ({ end: String(end) })),
  year.map((on) => ({ on: String(on) })),
  year.map((at) => ({ at: [String(at)] })),
  fc.tuple(year, year).map(([a, b]) => ({ start: String(Math.min(a, b)), end: String(Math.max(a, b)) })),
);
const ends = ['a', 'b', 'c', 'd', 'e', 's'];
const relations = fc
  .array(
    fc.record({
      type: fc.constantFrom('FUNDED', 'CONDUCTED'),
      from: fc.constantFrom(...ends),
      to: fc.constantFrom(...ends),
      dates,
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((list) => list.map(({ type, from, to, dates: stated }, n) => plainRelation(type, from, to, stated, 0.8, n + 1)));

/** Whether years can be chosen for the hops that never decrease: by trying every choice. */
function canFollow(way: readonly Relation[], notBefore = 0): boolean {
  const [first, ...rest] = way;
  if (first === undefined) return true;
  const { earliest, latest } = daysOfHop(first.time);
  return YEARS.some((y) => y >= notBefore && earliest <= `${y}-12-31` && latest >= `${y}-01-01` && canFollow(rest, y));
}

describe('ways that respect time', () => {
  test('an event is passed while it took place, a state while it lasted, an unknown date at any time', () => {
    const days = (type: string, stated: StatedTime): [string, string] => {
      const { earliest, latest } = daysOfHop(plainRelation(type, 'a', 'b', stated).time);
      return [earliest, latest];
    };
    expect(days('CONDUCTED', { on: '2021-06-24' })).toEqual(['2021-06-24', '2021-06-24']);
    expect(days('CONDUCTED', { start: '2012' })).toEqual(['2012-01-01', '2012-12-31']);
    expect(days('FUNDED', { start: '2012', end: '..', ongoingAt: '2020' })).toEqual(['2012-01-01', '9999-12-31']);
    expect(days('CONDUCTED', {})).toEqual(['0000-01-01', '9999-12-31']);
  });

  test('paths are those for whose hops some choice of days never decreases', async () => {
    for (const list of fc.sample(relations, { numRuns: 150, seed: 2012 })) {
      const store = new MemoryStore();
      await store.load(
        plainGraph(
          ends.map((id) => plainEntity(id, 'Actor', 'centre')),
          list,
        ),
      );
      const question = { from: 'a', to: 's', maxLength: 4, first: 1000 };
      const ids = async (timeRespecting: boolean): Promise<{ way: Relation[]; key: string }[]> =>
        (await findPaths(store, { ...question, timeRespecting })).paths.map(({ hops }) => {
          const way = hops.map(({ relation }) => relation);
          return { way, key: way.map(({ id }) => id).join(' ') };
        });
      const expected = (await ids(false)).filter(({ way }) => canFollow(way)).map(({ key }) => key);
      expect((await ids(true)).map(({ key }) => key)).toEqual(expected);
    }
  });

  test('scores sum exactly the walks that respect time, and the largest of these are listed', async () => {
    const targets = new Set(['s']);
    const walksFrom = (
      at: string,
      edgesFrom: ReadonlyMap<string, FlowEdge[]>,
      most: number,
      taken: FlowEdge[] = [],
    ): FlowEdge[][] => {
      if (targets.has(at)) return [taken];
      if (taken.length === most) return [];
      const onward = (edgesFrom.get(at) ?? []).filter((edge) => edge.to !== taken.at(-1)?.from);
      return onward.flatMap((edge) => walksFrom(edge.to, edgesFrom, most, [...taken, edge]));
    };
    await fc.assert(
      fc.asyncProperty(relations, fc.integer({ min: 1, max: 5 }), fc.constantFrom(0.3, 1), async (list, maxSteps, decay) => {
        const edgesFrom = new Map<string, FlowEdge[]>();
        for (const [n, relation] of list.entries()) {
          const { source: from, target: to } = relation;
          if (from === to || targets.has(from)) continue;
          const edge: FlowEdge = { relation, from, to, direction: 'FORWARD', weight: 0.2 + (n % 7) / 10 };
          edgesFrom.set(from, [...(edgesFrom.get(from) ?? []), edge]);
        }
        const scores = await timedWalkScores(edgesFrom, targets, { maxSteps, decay });
        const tables = await walkTables(edgesFrom, targets, maxSteps, decay, true);
        for (const from of ['a', 'b', 'c', 'd', 'e']) {
          const expected = walksFrom(from, edgesFrom, maxSteps)
            .filter((walk) => canFollow(walk.map(({ relation }) => relation)))
            .map((walk) => decay ** (walk.length - 1) * walk.reduce((product, { weight }) => product * weight, 1))
            .sort((x, y) => y - x);
          expect(scores.get(from) ?? 0).toBeCloseTo(
            expected.reduce((sum, part) => sum + part, 0),
            10,
          );
          const listed = largestWalks(from, edgesFrom, tables, decay, 1000, true).map(({ contribution }) => contribution);
          expect(listed).toHaveLength(expected.length);
          for (const [i, contribution] of listed.entries()) expect(contribution).toBeCloseTo(expected[i]!, 10);
        }
      }),
      { numRuns: 200 },
    );
  });
});
