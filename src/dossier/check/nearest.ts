import { distance } from 'fastest-levenshtein';

/** The words most like this one, nearest first; none where nothing is near enough to be a slip of it. */
export function nearestWords(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const written = word.toLowerCase();
  const farthest = Math.max(2, Math.floor(word.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: distance(written, candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= farthest)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** `write "a", "b" or "c"`, or the other remedy where there is nothing to suggest. */
export function writeInstead(suggestions: readonly string[], otherwise: string): string {
  return suggestions.length > 0 ? `write ${oneOf(suggestions.map((word) => `"${word}"`))}` : otherwise;
}

/** `a, b or c` */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
