import { foldedWords } from '../../domain/folding.js';
import type { CountriesByName } from '../../domain/matching/countries-by-name.js';
import { PROPERTIES } from '../../domain/matching/properties.js';
import { entitiesNamedLike } from '../../domain/search.js';
import type { GraphStore } from '../../store/port.js';
import { MOST_CHARACTERS } from '../../graphql/limits.js';
import { wrongArgument } from './refusal.js';
import { descriptionOf, TYPES, typesOf } from './types.js';

/** Suggestions in an answer. */
export const SUGGESTIONS = 20;
/** How many may be skipped. */
export const MOST_SKIPPED = 1000;

export interface SuggestQuestion {
  prefix: string;
  /** Suggestions to skip. */
  cursor: number;
}

/** @throws RequestRefused */
export function suggestQuestionOf({ prefix = '', cursor = '0' }: Record<string, unknown>): SuggestQuestion {
  if (typeof prefix !== 'string') throw wrongArgument('`prefix` must be given once.');
  if (prefix.length > MOST_CHARACTERS) {
    throw wrongArgument(`\`prefix\` has ${prefix.length} characters; it may have ${MOST_CHARACTERS}.`);
  }
  if (typeof cursor !== 'string' || !/^\d{1,6}$/.test(cursor) || Number(cursor) > MOST_SKIPPED) {
    throw wrongArgument(`\`cursor\` must be a whole number from 0 to ${MOST_SKIPPED}.`);
  }
  return { prefix, cursor: Number(cursor) };
}

/** Entities with the id, or with a name that begins so or is near; best first. */
export async function suggestedEntities(
  store: GraphStore,
  { prefix, cursor }: SuggestQuestion,
  countries: CountriesByName,
): Promise<object> {
  const [byId, byName] = await Promise.all([
    store.entities([prefix.trim()]),
    entitiesNamedLike(store, { text: prefix, first: cursor + SUGGESTIONS }),
  ]);
  const found = new Map([...byId, ...byName.map(({ entity }) => entity)].map((entity) => [entity.id, entity]));
  return {
    result: [...found.values()].slice(cursor, cursor + SUGGESTIONS).map((entity) => ({
      id: entity.id,
      name: entity.name,
      description: descriptionOf(entity, countries),
      notable: typesOf(entity).map(({ id, name }) => ({ id, name })),
    })),
  };
}

export const suggestedTypes = (question: SuggestQuestion): object => ({ result: suggested(TYPES, question) });

export const suggestedProperties = (question: SuggestQuestion): object => ({
  result: suggested(
    [...PROPERTIES.values()].map(({ id, name, description }) => ({ id, name, description })),
    question,
  ),
});

/** Those of which a word of the name or of the id begins so, or whose id it is; without a prefix all. */
function suggested<T extends { id: string; name: string }>(all: readonly T[], { prefix, cursor }: SuggestQuestion): T[] {
  const asked = foldedWords(prefix);
  const begins = ({ id, name }: T): boolean => {
    const words = foldedWords(`${name} ${id}`);
    return asked.every((word) => words.some((other) => other.startsWith(word)));
  };
  return all.filter((one) => one.id === prefix || begins(one)).slice(cursor, cursor + SUGGESTIONS);
}
