import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FlowEdge } from '../../src/domain/influence-flow.js';
import { largestWalks, walkTables } from '../../src/domain/influence-walks.js';
import { plainRelation } from '../fixtures/plain-graph.js';

/** Random edges among a…f towards the targets s and t; no edge leaves a target. */
const edges = fc
  .array(
    fc.record({
      from: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      to: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 's', 't'),
      weight: fc.constantFrom(0.1, 0.25, 0.5, 0.8, 1),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((list) =>
    list
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, weight }, n): FlowEdge => ({
        from,
        to,
        weight,
        relation: plainRelation('FUNDED', from, to, {}, 1, n + 1),
        direction: 'FORWARD',
      })),
  );

function groupByStart(list: readonly FlowEdge[]): Map<string, FlowEdge[]> {
  const grouped = new Map<string, FlowEdge[]>();
  for (const edge of list) grouped.set(edge.from, [...(grouped.get(edge.from) ?? []), edge]);
  return grouped;
}

/** Every absorbed walk of at most `most` steps that never steps straight back, by trying them all. */
function allWalks(from: string, grouped: ReadonlyMap<string, FlowEdge[]>, most: number, taken: FlowEdge[] = []): FlowEdge[][] {
  if (from === 's' || from === 't') return [taken];
  if (taken.length === most) return [];
  const onward = (grouped.get(from) ?? []).filter((edge) => edge.to !== taken.at(-1)?.from);
  return onward.flatMap((edge) => allWalks(edge.to, grouped, most, [...taken, edge]));
}

describe('influence walks', () => {
  const targets = new Set(['s', 't']);

  test('the table sums exactly the walks that a plain enumeration finds, and the largest come first', async () => {
    await fc.assert(
      fc.asyncProperty(edges, fc.integer({ min: 1, max: 5 }), fc.constantFrom(0.3, 0.5, 1), async (list, maxSteps, decay) => {
        const grouped = groupByStart(list);
        const tables = await walkTables(grouped, targets, maxSteps, decay);
        for (const from of ['a', 'b', 'c', 'd', 'e', 'f']) {
          const expected = allWalks(from, grouped, maxSteps)
            .map((walk) => decay ** (walk.length - 1) * walk.reduce((product, edge) => product * edge.weight, 1))
            .sort((x, y) => y - x);
          const score = expected.reduce((sum, contribution) => sum + contribution, 0);
          expect(tables.score.get(from) ?? 0).toBeCloseTo(score, 10);

          const listed = largestWalks(from, grouped, tables, decay, 100_000).map((walk) => walk.contribution);
          expect(listed).toHaveLength(expected.length);
          for (const [i, contribution] of listed.entries()) expect(contribution).toBeCloseTo(expected[i]!, 10);
          expect(largestWalks(from, grouped, tables, decay, 3).map((walk) => walk.contribution)).toEqual(listed.slice(0, 3));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a walk ends where it first reaches a target', async () => {
    const [toTarget, onwards] = [
      { from: 'a', to: 's', weight: 0.5, relation: plainRelation('FUNDED', 'a', 's'), direction: 'FORWARD' as const },
      { from: 'b', to: 'a', weight: 0.5, relation: plainRelation('FUNDED', 'b', 'a'), direction: 'FORWARD' as const },
    ];
    const grouped = groupByStart([toTarget, onwards]);
    const tables = await walkTables(grouped, targets, 4, 0.5);
    expect(Object.fromEntries(tables.score)).toEqual({ a: 0.5, b: 0.125 });
    expect(largestWalks('b', grouped, tables, 0.5, 5)).toMatchObject([
      { contribution: 0.125, edges: [{ to: 'a' }, { to: 's' }] },
    ]);
  });
});
