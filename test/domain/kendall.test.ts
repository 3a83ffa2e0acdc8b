import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kendallDistance } from '../../src/domain/kendall.js';

/** Pair by pair, as the definition has it. */
function byDefinition(pairs: readonly (readonly [number, number])[]): number {
  let sum = 0;
  let all = 0;
  for (const [i, [a, b]] of pairs.entries()) {
    for (const [c, d] of pairs.slice(i + 1)) {
      all += 1;
      const [one, other] = [Math.sign(a === c ? 0 : a - c), Math.sign(b === d ? 0 : b - d)];
      if (one === other) continue;
      sum += one === 0 || other === 0 ? 0.5 : 1;
    }
  }
  return all === 0 ? 0 : sum / all;
}

const place = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 8 }) }, fc.constant(Infinity));
const rankings = fc.array(fc.tuple(place, place), { maxLength: 40 });

describe("Kendall's distance of two rankings", () => {
  test('is 0 for the same, 1 for the reverse, half a pair for a tie in one', () => {
    expect(
      kendallDistance([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toBe(0);
    expect(
      kendallDistance([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toBe(1);
    expect(
      kendallDistance([
        [1, 1],
        [2, 1],
      ]),
    ).toBe(0.5);
    expect(kendallDistance([[1, 1]])).toBe(0);
  });

  test('is what the definition says, and a distance', () => {
    fc.assert(
      fc.property(rankings, (pairs) => {
        expect(kendallDistance(pairs)).toBeCloseTo(byDefinition(pairs), 12);
        expect(kendallDistance(pairs.map(([a, b]) => [b, a]))).toBeCloseTo(kendallDistance(pairs), 12);
        expect(kendallDistance(pairs.map(([a]) => [a, a]))).toBe(0);
      }),
    );
    const three = fc.array(fc.tuple(place, place, place), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(three, (places) => {
        const between = (i: 0 | 1 | 2, j: 0 | 1 | 2): number => kendallDistance(places.map((of) => [of[i], of[j]]));
        expect(between(0, 2)).toBeLessThanOrEqual(between(0, 1) + between(1, 2) + 1e-12);
      }),
    );
  });
});
