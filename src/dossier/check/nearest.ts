import { distance } from 'fastest-levenshtein';

/**
 * The words most like this one, nearest first; none where nothing is near enough to be a slip of it: a third of its letters
 * wrong at most, or letters swapped.
 */
export function nearestWords(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const written = word.toLowerCase();
  const farthest = Math.floor(written.length / 3);
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: distance(written, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= farthest || (edits === 2 && sorted(written) === sorted(candidate.toLowerCase())))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

const sorted = (word: string): string => [...word].sort().join('');

/** Words that this one begins, or that begin it: `news` for `newspaper`. */
export function wordsOfSameBeginning(word: string, candidates: readonly string[]): string[] {
  const begins = (shorter: string, longer: string): boolean => shorter.length >= 4 && longer.startsWith(shorter);
  return candidates.filter((candidate) => begins(word, candidate) || begins(candidate, word)).slice(0, 3);
}

/** `write "a", "b" or "c"`, or the other remedy where there is nothing to suggest. */
export function writeInstead(suggestions: readonly string[], otherwise: string): string {
  return suggestions.length > 0 ? `write ${oneOf(suggestions.map((word) => `"${word}"`))}` : otherwise;
}

/** `a, b or c` */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
