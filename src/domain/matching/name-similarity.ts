import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { foldedWords } from '../folding.js';

/** A name made ready to be compared with many. */
export interface ComparedName {
  /** Folded words, a space between them. */
  text: string;
  words: readonly string[];
  /** What the words weigh together. */
  weight: number;
}

export interface Similarity {
  /** 1 for the same name, accents, case and punctuation aside; less than 1 for every other. */
  value: number;
  /** Letters to add, leave out or replace to make one of the other. */
  edits: number;
}

/** Words that say little, in the languages that lists of organisations are mostly written in; folded. */
const FUNCTION_WORDS = new Set([
  ...['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'the', 'to'],
  ...['da', 'das', 'de', 'del', 'den', 'der', 'des', 'di', 'die', 'do', 'dos', 'du', 'e', 'el', 'en', 'et', 'fur', 'il'],
  ...['l', 'la', 'las', 'le', 'les', 'los', 'na', 'para', 'per', 'por', 'pour', 'sur', 'und', 'van', 'von', 'y', 'zu', 'zur'],
]);
const WEIGHT_OF_FUNCTION_WORD = 0.2;

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (isFunctionWord(word) ? WEIGHT_OF_FUNCTION_WORD : 1), 0);

/** A name has fewer words; of a longer text the rest does not count, so that nobody can make a comparison cost much. */
const MOST_WORDS = 30;

export function comparedWords(all: readonly string[]): ComparedName {
  const words = all.slice(0, MOST_WORDS);
  return { text: words.join(' '), words, weight: weightOf(words) };
}

/** Ready to compare; null where the text has no letter or digit. */
export function compared(text: string): ComparedName | null {
  const words = foldedWords(text);
  return words.length === 0 ? null : comparedWords(words);
}

/** The same in Latin letters; null where it is written in them already. */
export function inLatin(text: string): ComparedName | null {
  // Combining marks are gone from what is folded, so what is left beyond ASCII is another script, or a letter such as þ.
  return /[^ -~]/.test(foldedWords(text).join('')) ? compared(anyAscii(text)) : null;
}

/** What two names can come to that are not the same: all their words agree, in another order. */
const MOST_UNLESS_SAME = 0.98;

/**
 * How like two names are: the larger of
 * - the share of words that have a counterpart, `2 · Σ fit / (weight of one + weight of the other)`, whatever their order;
 * - the share of letters that agree, `1 − edits / letters of the longer`, which finds words written together or apart.
 */
export function similarity(one: ComparedName, other: ComparedName): Similarity {
  if (one.text === other.text) return { value: 1, edits: 0 };
  const byWords = (2 * fitOfWords(one.words, other.words)) / (one.weight + other.weight);
  const edits = distance(one.text, other.text);
  const byLetters = 1 - edits / Math.max(one.text.length, other.text.length);
  return { value: Math.min(MOST_UNLESS_SAME, Math.max(byWords, byLetters)), edits };
}

/** The weight of the words that have a counterpart, each by how well it fits; a word is counterpart of one. */
function fitOfWords(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  let sum = 0;
  const unlike = words.filter((word) => {
    const at = left.indexOf(word);
    if (at < 0) return true;
    left.splice(at, 1);
    sum += isFunctionWord(word) ? WEIGHT_OF_FUNCTION_WORD : 1;
    return false;
  });
  for (const word of unlike) {
    const [best, at] = left.reduce<[number, number]>(
      (best, other, i) => {
        const fit = fitOfWord(word, other);
        return fit > best[0] ? [fit, i] : best;
      },
      [0, -1],
    );
    if (at < 0) continue;
    left.splice(at, 1);
    sum += best;
  }
  return sum;
}

/** At least so much of two words must agree for one to be a spelling of the other. */
const LEAST_FIT = 0.75;

/** Two different words: a beginning of three letters or more (`min` of `ministry`), or a misspelling; numbers agree or do not. */
function fitOfWord(word: string, other: string): number {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (short.length < 3 || /\d/.test(word + other)) return 0;
  if (long.startsWith(short)) return 0.6 + (0.4 * short.length) / long.length;
  if (short.length < long.length * LEAST_FIT) return 0;
  const fit = 1 - distance(word, other) / long.length;
  return fit >= LEAST_FIT ? fit : 0;
}
