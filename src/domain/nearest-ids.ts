/** Ids that may have been meant by an unknown one, nearest first. Each takes a few questions to the store, however long the id is. */
import { distance } from 'fastest-levenshtein';
import type { GraphStore, SourcePage } from '../store/port.js';
import { foldedWords } from './folding.js';
import { entitiesNamedLike } from './search.js';

const MOST_SUGGESTIONS = 3;

/** The longest ids that there are have seven words. */
const MOST_WORDS_OF_NAME = 8;

/** Each word is a question to the store, and an id may be sent to wear it out. */
const MOST_WORDS_OF_ID = 6;

/** Rows read of each question: hubs have thousands. */
const MOST_ROWS = 200;

/** Of entities whose name is near the words of the id. */
export async function nearestEntities(store: GraphStore, id: string): Promise<string[]> {
  const text = foldedWords(id).slice(0, MOST_WORDS_OF_NAME).join(' ');
  const hits = await entitiesNamedLike(store, { text, first: MOST_SUGGESTIONS });
  if (hits.length > 0) return hits.map((hit) => hit.entity.id);
  const byWord = await Promise.all(
    wordsOfId(id).map((word) => entitiesNamedLike(store, { text: word, first: MOST_SUGGESTIONS })),
  );
  return nearest(
    id,
    byWord.flat().map((hit) => hit.entity.id),
  );
}

/** Of sources that have a word of the id in title or publisher, or whose publisher's id begins it: `icoca-2021`. */
export async function nearestSources(store: GraphStore, id: string): Promise<string[]> {
  const words = wordsOfId(id);
  const publishers = words.map((_word, i) => words.slice(0, i + 1).join('-'));
  const pages = await Promise.all([
    sourceIds(store, { words, publisherId: null }),
    ...words.map((word) => sourceIds(store, { words: [word], publisherId: null })),
    ...publishers.map((publisherId) => sourceIds(store, { words: [], publisherId })),
  ]);
  return nearest(id, pages.flat());
}

/** Of relations between the two ends that the id names; where there is none, of those of one of the ends. */
export async function nearestRelations(store: GraphStore, id: string): Promise<string[]> {
  const [source = '', , target = ''] = id.split('.');
  const ends = [source, target];
  const answers = await store.relationsOf({
    entityIds: [...new Set(ends)],
    direction: 'BOTH',
    types: null,
    during: null,
    limit: MOST_ROWS,
    after: null,
  });
  const relations = answers.flatMap((answer) => answer.relations);
  const between = relations.filter((relation) => ends.includes(relation.source) && ends.includes(relation.target));
  const candidates = (between.length > 0 ? between : relations).map((relation) => relation.id);
  // Qualifiers after the target tell parallel relations apart; whoever guesses an id leaves them out.
  const parts = id.split('.').length;
  return nearest(id, candidates, (candidate) => candidate.split('.').slice(0, parts).join('.'));
}

/** Of claims of the source that the id names, or of the sources nearest to it. */
export async function nearestClaims(store: GraphStore, id: string): Promise<string[]> {
  const source = id.slice(0, Math.max(0, id.lastIndexOf('.'))) || id;
  const known = await store.sources([source]);
  const sources = known.length > 0 ? [source] : await nearestSources(store, source);
  const answers = await store.claimsOf({ sources, after: null, limit: MOST_ROWS });
  return nearest(
    id,
    answers.flatMap(({ claims }) => claims.map((claim) => claim.id)),
  );
}

async function sourceIds(store: GraphStore, filter: Pick<SourcePage, 'words' | 'publisherId'>): Promise<string[]> {
  if (filter.words.length === 0 && filter.publisherId === null) return [];
  const page = await store.sourcePage({ ...filter, order: { by: 'TITLE', direction: 'ASC' }, after: null, limit: MOST_ROWS });
  return page.rows.map((source) => source.id);
}

const wordsOfId = (id: string): string[] => foldedWords(id).slice(0, MOST_WORDS_OF_ID);

/**
 * First the ids that the one asked for begins, then by edits.
 * @param compared the part of an id that is compared
 */
function nearest(id: string, candidates: readonly string[], compared = (candidate: string): string => candidate): string[] {
  const ranked = [...new Set(candidates)].map((candidate) => ({
    candidate,
    rank: candidate.startsWith(id) ? 0 : distance(id, compared(candidate)),
  }));
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ candidate }) => candidate);
}
