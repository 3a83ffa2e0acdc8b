import { distance } from 'fastest-levenshtein';
import type { GraphStore } from '../store/port.js';
import { didYouMean, DomainError } from './errors.js';
import type { Claim, Entity, Relation, Source } from './model.js';
import { search } from './search.js';
import { vocabulary } from './vocabulary.js';

/** @throws DomainError UNKNOWN_ID, with the nearest ids */
export async function entityById(store: GraphStore, id: string): Promise<Entity> {
  const [entity] = await store.entities([id]);
  return entity ?? unknownId(store, 'entity', id);
}

/** @throws DomainError UNKNOWN_ID, also where the id is of an entity that is no actor */
export async function actorById(store: GraphStore, id: string): Promise<Entity> {
  const [entity] = await store.entities([id]);
  if (entity?.label === 'Actor') return entity;
  if (!entity) return unknownId(store, 'actor', id);
  throw new DomainError('UNKNOWN_ID', `"${id}" is no actor but of the label ${entity.label}. Ask \`entity(id: "${id}")\`.`);
}

/** Several at once, in the order asked. @throws DomainError UNKNOWN_ID */
export async function entitiesById(store: GraphStore, ids: readonly string[]): Promise<Entity[]> {
  const found = new Map((await store.entities([...new Set(ids)])).map((entity) => [entity.id, entity]));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) return unknownId(store, 'entity', missing);
  return [...new Set(ids)].map((id) => found.get(id)!);
}

/** @throws DomainError UNKNOWN_ID */
export async function sourceById(store: GraphStore, id: string): Promise<Source> {
  const [source] = await store.sources([id]);
  if (source) return source;
  throw new DomainError('UNKNOWN_ID', `There is no source "${id}". Ask \`sources(text: "…")\` for the ones that there are.`);
}

/** @throws DomainError UNKNOWN_ID */
export async function relationById(store: GraphStore, id: string): Promise<Relation> {
  const [relation] = await store.relations([id]);
  if (relation) return relation;
  throw new DomainError(
    'UNKNOWN_ID',
    `There is no relation "${id}". Ask \`entity(id: "…") { relations { nodes { id } } }\` for those of an entity.`,
  );
}

/** @throws DomainError UNKNOWN_ID */
export async function claimById(store: GraphStore, id: string): Promise<Claim> {
  const [claim] = await store.claims([id]);
  if (claim) return claim;
  throw new DomainError(
    'UNKNOWN_ID',
    `There is no claim "${id}". Ask \`source(id: "…") { claims { nodes { id } } }\` for those of a source.`,
  );
}

/** What carries this id: an entity, relation, claim or source; null where nothing does. */
export async function nodeById(store: GraphStore, id: string): Promise<Entity | Relation | Claim | Source | null> {
  const [entities, relations, claims, sources] = await Promise.all([
    store.entities([id]),
    store.relations([id]),
    store.claims([id]),
    store.sources([id]),
  ]);
  return entities[0] ?? relations[0] ?? claims[0] ?? sources[0] ?? null;
}

/** Each word is a question to the store, and an id may be sent to wear it out. */
const MOST_WORDS_OF_ID = 6;

/** Ids that may have been meant by an unknown one: of entities whose name is near its words. */
export async function suggestIds(store: GraphStore, id: string): Promise<string[]> {
  const hits = await search(store, { text: id.replaceAll('-', ' '), first: 3 });
  if (hits.length > 0) return hits.map((hit) => hit.entity.id);
  const words = id.split('-').slice(0, MOST_WORDS_OF_ID);
  const byWord = await Promise.all(words.map((word) => search(store, { text: word, first: 3 })));
  const nearest = new Set(byWord.flat().map((hit) => hit.entity.id));
  return [...nearest].sort((a, b) => distance(id, a) - distance(id, b) || (a < b ? -1 : 1)).slice(0, 3);
}

async function unknownId(store: GraphStore, what: string, id: string): Promise<never> {
  const suggestions = await suggestIds(store, id);
  const next = suggestions.length > 0 ? didYouMean(suggestions) : ' Ask `search(text: "…")` to find it by name.';
  throw new DomainError('UNKNOWN_ID', `There is no ${what} "${id}".${next}`, suggestions);
}

/**
 * The relation types asked for, checked; null: all of them.
 * @throws DomainError INVALID_ARGUMENT with the nearest type
 */
export function checkedRelationTypes(types: readonly string[] | null | undefined): string[] | null {
  return checkedNames('relation type', types, [...vocabulary.relationTypes.keys()], '`relationTypes`');
}

/** The entity kinds asked for, checked; null: all of them. @throws DomainError INVALID_ARGUMENT */
export function checkedKinds(kinds: readonly string[] | null | undefined): string[] | null {
  return checkedNames('entity kind', kinds, [...vocabulary.entityKinds.keys()], '`entityKinds`');
}

function checkedNames(what: string, asked: readonly string[] | null | undefined, known: string[], list: string): string[] | null {
  if (asked === null || asked === undefined) return null;
  for (const name of asked) {
    if (known.includes(name)) continue;
    const nearest = [...known].sort((a, b) => distance(name, a) - distance(name, b)).slice(0, 1);
    throw new DomainError(
      'INVALID_ARGUMENT',
      `There is no ${what} "${name}".${didYouMean(nearest)} ${list} names them all.`,
      nearest,
    );
  }
  return [...new Set(asked)].sort();
}
