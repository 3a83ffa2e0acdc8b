/** Part of a score by which floating-point sums of the same numbers may differ. */
export const ROUNDING = 1e-12;

/**
 * The rank of each of these scores, which come largest first: 1 + how many are larger. Scores that differ by no more than rounding are
 * equal: the same sum can come out otherwise in another order.
 * @param rounding the part of a score that may be rounding; more where values are iterated
 */
export function sharedRanks(scores: readonly number[], rounding: number = ROUNDING): number[] {
  const ranks: number[] = [];
  for (const [i, score] of scores.entries()) {
    const before = scores[i - 1];
    ranks.push(before !== undefined && before - score <= Math.abs(before) * rounding ? ranks[i - 1]! : i + 1);
  }
  return ranks;
}
