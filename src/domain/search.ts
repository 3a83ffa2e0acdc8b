import { distance } from 'fastest-levenshtein';
import type { GraphStore, NameCandidates } from '../store/port.js';
import { DomainError } from './errors.js';
import { foldText, foldedWords } from './folding.js';
import { givingWay } from './long-calculation.js';
import type { Entity, EntityLabel, Name } from './model.js';
import { byId } from './order.js';

/** Why a name matched, best first. */
export const MATCH_REASONS = ['CODE', 'EXACT', 'ACRONYM', 'PREFIX', 'WORDS', 'SIMILAR'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface SearchHit {
  entity: Entity;
  /** In (0, 1], by reason first; 1 for the same name. */
  score: number;
  reason: MatchReason;
  matchedName: Name;
}

export interface SearchQuestion {
  text: string;
  labels?: readonly EntityLabel[] | null | undefined;
  kinds?: readonly string[] | null | undefined;
  first: number;
}

/**
 * How many candidates the store is asked for. Both engines rank alike while no more than this many entities share a word
 * with the text; beyond it each engine keeps those that it finds most relevant.
 */
const MOST_CANDIDATES = 1000;

/** Candidates that are compared before others are let in, if it took long. */
const BETWEEN_PAUSES = 50;

/** At least this part of the letters asked for must be found in a name: the other words may be about something else. */
const LEAST_SHARE = 0.5;

/**
 * Entities by name, alias or acronym in any language: accents and case do not count, misspellings are forgiven (one edit in words of four
 * to seven letters, two in longer ones; two neighbouring letters that changed places are one edit), and so are words that
 * no name has, up to half of the text. The store finds candidates; the ranking is here, so that it is the same on
 * every engine: by score, then by degree (the better connected first), then by id. A place whose code the text is comes before all.
 * @throws DomainError INVALID_ARGUMENT where the text has no letter or digit
 */
export async function search(store: GraphStore, question: SearchQuestion): Promise<SearchHit[]> {
  if (foldedWords(question.text).length === 0) {
    throw new DomainError(
      'INVALID_ARGUMENT',
      `\`text\` is "${question.text}", which has no letter or digit to search for. Give a name, a part of one or an acronym: \`search(text: "digessp")\`.`,
    );
  }
  const coded = await placesCoded(store, question);
  const named = await entitiesNamedLike(store, question);
  const isCoded = new Set(coded.map(({ entity }) => entity.id));
  return [...coded, ...named.filter(({ entity }) => !isCoded.has(entity.id))].slice(0, question.first);
}

/** ISO 3166-1 (`GT`, `GTM`, `320`), ISO 3166-2 (`CA-ON`) and UN M49 (`013`). */
const CODE = /^([a-z]{2,3}|\d{3}|[a-z]{2}-[a-z0-9]{1,3})$/i;
const CODE_SCHEMES = /^(iso3166|m49)/;

/** The places that the text is a code of, by id: who types a code means it, whatever else is called so. */
async function placesCoded(store: GraphStore, { text, labels, kinds }: SearchQuestion): Promise<SearchHit[]> {
  const code = text.trim().toUpperCase();
  if (!CODE.test(code) || (labels && !labels.includes('Place'))) return [];
  const found = await store.entitiesByIdentifier([code]);
  return found
    .filter(
      ({ label, identifiers }) =>
        label === 'Place' && identifiers.some(({ scheme, value }) => value === code && CODE_SCHEMES.test(scheme)),
    )
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .map((entity) => ({ entity, score: 1, reason: 'CODE', matchedName: entity.names.find(({ text }) => text === entity.name)! }));
}

/** The hits of a search; none for a text without a letter or digit. */
export async function entitiesNamedLike(store: GraphStore, question: SearchQuestion): Promise<SearchHit[]> {
  const words = foldedWords(question.text);
  if (words.length === 0) return [];
  const candidates = await candidatesNamed(store, words, question, MOST_CANDIDATES);
  const hits: SearchHit[] = [];
  const giveWay = givingWay();
  for (const [i, entity] of candidates.entries()) {
    if (i % BETWEEN_PAUSES === 0) await giveWay();
    const hit = bestMatch(entity, words);
    if (hit !== null) hits.push(hit);
  }
  return hits
    .sort((a, b) => b.score - a.score || b.entity.degree - a.entity.degree || byId(a.entity, b.entity))
    .slice(0, question.first);
}

/** The entities that have one of these folded words, or nearly, in a name: the `most` that fit best, by id. */
export function candidatesNamed(
  store: GraphStore,
  words: readonly string[],
  { labels, kinds }: Pick<SearchQuestion, 'labels' | 'kinds'>,
  most: number,
): Promise<Entity[]> {
  return store.nameCandidates({ words: spellings(words), labels: labels ?? null, kinds: kinds ?? null, limit: most });
}

export function editsForgiven(word: string): 0 | 1 | 2 {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * What to ask the store for. To it, letters that changed places are two edits: words that are forgiven only one are asked
 * for in each order that one such change can come from.
 */
function spellings(words: readonly string[]): NameCandidates['words'] {
  return [...new Set(words)].flatMap((text) => {
    const edits = editsForgiven(text);
    const swapped = edits === 1 ? neighboursSwapped(text) : [];
    return [{ text, edits }, ...swapped.map((other) => ({ text: other, edits: 0 as const }))];
  });
}

/** The word with each two neighbouring letters that differ in the other order: `dcaf` → `cdaf`, `dacf`, `dcfa`. */
function neighboursSwapped(word: string): string[] {
  const swapped: string[] = [];
  for (let i = 0; i + 1 < word.length; i++) {
    if (word[i] !== word[i + 1]) swapped.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return swapped;
}

function bestMatch(entity: Entity, words: readonly string[]): SearchHit | null {
  let best: SearchHit | null = null;
  for (const name of entity.names) {
    const match = matchName(name, words);
    if (match !== null && (best === null || match.score > best.score)) best = { entity, matchedName: name, ...match };
  }
  return best;
}

/** Scores by reason: whatever the words, a name that begins with the text is above one that has its words, and so on. */
const SCORES = { PREFIX: [0.8, 0.95], WORDS: [0.6, 0.8], SIMILAR: [0, 0.6] } as const;

/** How well the words asked for fit a name; null where less than half of their letters do. */
function matchName(name: Name, words: readonly string[]): { score: number; reason: MatchReason } | null {
  const folded = foldText(name.text);
  const asked = words.join(' ');
  if (folded === asked) return { score: 1, reason: name.use === 'acronym' ? 'ACRONYM' : 'EXACT' };

  const nameWords = folded.split(' ');
  const fits = words.map((word) => Math.max(...nameWords.map((nameWord) => fitOfWord(word, nameWord))));
  const letters = lettersOf(words);
  const found = lettersOf(words.filter((_word, i) => fits[i]! > 0));
  if (found < letters * LEAST_SHARE) return null;

  const fit = words.reduce((sum, word, i) => sum + word.length * fits[i]!, 0) / letters;
  // A name with many words that were not asked for fits less well than a short one.
  const coverage = Math.min(1, found / lettersOf(nameWords));
  const reason = fits.some((of) => of < PREFIX_FIT) ? 'SIMILAR' : folded.startsWith(asked) ? 'PREFIX' : 'WORDS';
  const [least, most] = SCORES[reason];
  return { score: least + (most - least) * fit * (0.6 + 0.4 * coverage), reason };
}

const lettersOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

const PREFIX_FIT = 0.8;

/** 1 for the same word, 0.8–1 for a beginning of it, less for a misspelling within the edits forgiven, else 0. */
function fitOfWord(word: string, nameWord: string): number {
  if (word === nameWord) return 1;
  if (nameWord.startsWith(word)) return PREFIX_FIT + (0.2 * word.length) / nameWord.length;
  const forgiven = editsForgiven(word);
  // Counting edits is most of the work of a search: not where there are more by the lengths alone.
  if (forgiven === 0 || Math.abs(word.length - nameWord.length) > forgiven) return 0;
  const edits = editsBetween(word, nameWord);
  return edits <= forgiven ? 0.75 * (1 - edits / (word.length + 1)) : 0;
}

/** Letters added, left out or replaced; two neighbours that changed places are one edit. */
function editsBetween(word: string, nameWord: string): number {
  const edits = distance(word, nameWord);
  return edits === 2 && word.length === nameWord.length && neighboursSwapped(word).includes(nameWord) ? 1 : edits;
}
