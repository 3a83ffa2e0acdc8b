import type { NameCandidates } from '../port.js';

/** Words in one query; Lucene counts every spelling that it tries against a limit. */
const WORDS_A_QUERY = 10;

/** Bytes of a word of which Lucene is asked what begins with it, or is like it: of a thousand and more it would make too large an automaton, and fail. */
const LONGEST_BEGINNING = 500;

/**
 * Folded words as queries of the full-text index over names: a word finds what begins with it, and what is within its edits
 * (Lucene also counts two letters that changed places as one edit, so it may find more than was asked for).
 */
export function nameQueries(words: NameCandidates['words']): string[] {
  const clauses = words.map(({ text, edits }) => clauseOfWord(text, edits));
  const starts = Array.from({ length: Math.ceil(clauses.length / WORDS_A_QUERY) }, (_, query) => query * WORDS_A_QUERY);
  return starts.map((start) => clauses.slice(start, start + WORDS_A_QUERY).join(' '));
}

function clauseOfWord(text: string, edits: 0 | 1 | 2): string {
  const word = text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
  // No name has a word that begins with so much.
  if (Buffer.byteLength(text) > LONGEST_BEGINNING) return `${word}^4`;
  const clauses = [`${word}^4`, `${word}*`];
  if (edits > 0) clauses.push(`${word}~${edits}`);
  // Lucene finds no misspelling of which the word, or what was asked for, would be nothing but edits.
  if (text.length <= 2 * edits) clauses.push(`/.{1,${text.length <= edits ? text.length + edits : edits}}/^0.1`);
  return clauses.join(' ');
}
