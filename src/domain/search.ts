import { distance } from 'fastest-levenshtein';
import type { GraphStore } from '../store/port.js';
import { foldText, foldedWords } from './folding.js';
import type { Entity, EntityLabel, Name } from './model.js';

/** Why a name matched, best first. */
export const MATCH_REASONS = ['EXACT', 'ACRONYM', 'PREFIX', 'WORDS', 'SIMILAR'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface SearchHit {
  entity: Entity;
  /** In (0, 1]; 1 for the same name. */
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

/**
 * Entities by name, alias or acronym in any language: accents and case do not count, misspellings are forgiven (one edit in words of four
 * to seven letters, two in longer ones). The store finds candidates; the ranking is here, so that it is the same on
 * every engine: by score, then by degree (the better connected first), then by id.
 */
export async function search(store: GraphStore, question: SearchQuestion): Promise<SearchHit[]> {
  const words = foldedWords(question.text);
  if (words.length === 0) return [];
  const candidates = await store.nameCandidates({
    words: [...new Set(words)].map((text) => ({ text, edits: editsForgiven(text) })),
    labels: question.labels ?? null,
    kinds: question.kinds ?? null,
    limit: MOST_CANDIDATES,
  });
  const hits = candidates.map((entity) => bestMatch(entity, words)).filter((hit): hit is SearchHit => hit !== null);
  return hits
    .sort((a, b) => b.score - a.score || b.entity.degree - a.entity.degree || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, question.first);
}

export function editsForgiven(word: string): 0 | 1 | 2 {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

function bestMatch(entity: Entity, words: readonly string[]): SearchHit | null {
  let best: SearchHit | null = null;
  for (const name of entity.names) {
    const match = matchName(name, words);
    if (match !== null && (best === null || match.score > best.score)) best = { entity, matchedName: name, ...match };
  }
  return best;
}

/** How well the words asked for fit a name; null where one of them fits no word of it. */
function matchName(name: Name, words: readonly string[]): { score: number; reason: MatchReason } | null {
  const folded = foldText(name.text);
  const asked = words.join(' ');
  if (folded === asked) return { score: 1, reason: name.use === 'acronym' ? 'ACRONYM' : 'EXACT' };

  const nameWords = folded.split(' ');
  let fit = 0;
  let similar = false;
  for (const word of words) {
    const wordFit = Math.max(...nameWords.map((nameWord) => fitOfWord(word, nameWord)));
    if (wordFit === 0) return null;
    if (wordFit < PREFIX_FIT) similar = true;
    fit += wordFit;
  }
  // A name with many words that were not asked for fits less well than a short one.
  const coverage = Math.min(1, asked.length / folded.length);
  const score = (fit / words.length) * (0.6 + 0.35 * coverage);
  if (similar) return { score, reason: 'SIMILAR' };
  return { score, reason: folded.startsWith(asked) ? 'PREFIX' : 'WORDS' };
}

const PREFIX_FIT = 0.8;

/** 1 for the same word, 0.8–1 for a beginning of it, less for a misspelling within the edits forgiven, else 0. */
function fitOfWord(word: string, nameWord: string): number {
  if (word === nameWord) return 1;
  if (nameWord.startsWith(word)) return PREFIX_FIT + (0.2 * word.length) / nameWord.length;
  const edits = distance(word, nameWord);
  return edits <= editsForgiven(word) ? 0.75 * (1 - edits / (word.length + 1)) : 0;
}
