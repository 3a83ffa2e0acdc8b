/**
 * How far two rankings of the same things lie apart: the share of pairs that stand in the opposite order, a pair that is tied in one of
 * the two only counting half (Kendall 1938; with ties Fagin, Kumar, Mahdian, Sivakumar and Vee 2006, "Comparing partial rankings": K with
 * p = 1/2). 0 for the same order, 1 for the reverse; 0 of fewer than two things.
 * @param pairs for each thing its place in the one and in the other; equal places are ties
 */
export function kendallDistance(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  if (n < 2) return 0;
  const sorted = [...pairs].sort(([a, b], [c, d]) => a - c || b - d);
  const tiedInOne = tiedPairs(sorted.map(([a]) => a));
  const tiedInOther = tiedPairs(sorted.map(([, b]) => b));
  const tiedInBoth = tiedPairs(sorted.map(([a, b]) => `${a} ${b}`));
  const opposite = inversions(sorted.map(([, b]) => b));
  return (opposite + (tiedInOne + tiedInOther - 2 * tiedInBoth) / 2) / ((n * (n - 1)) / 2);
}

function tiedPairs(places: readonly (number | string)[]): number {
  const counts = new Map<number | string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

/** How many pairs stand the larger before the smaller, by merging (Knight 1966). */
function inversions(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const list = [...values];
  let spare = new Array<number>(list.length);
  let from = list;
  let count = 0;
  for (let width = 1; width < list.length; width *= 2) {
    for (let start = 0; start < list.length; start += 2 * width) {
      const middle = Math.min(start + width, list.length);
      const end = Math.min(start + 2 * width, list.length);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) spare[at] = from[left++]!;
        else {
          spare[at] = from[right++]!;
          count += middle - left;
        }
      }
    }
    [from, spare] = [spare, from];
  }
  return count;
}
