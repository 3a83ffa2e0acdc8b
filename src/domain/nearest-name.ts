import { distance } from 'fastest-levenshtein';

/** The nearest of the names that there are; none where more than a third of the letters asked for would have to change. */
export function nearestTo(asked: string, known: readonly string[]): string[] {
  const edits = (name: string): number => distance(asked.toLowerCase(), name.toLowerCase());
  const [nearest] = [...known].sort((a, b) => edits(a) - edits(b));
  return nearest !== undefined && edits(nearest) * 3 <= asked.length ? [nearest] : [];
}
