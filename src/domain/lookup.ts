import { operationUnderWay, type Operation } from '../store/operation.js';
import type { GraphStore } from '../store/port.js';
import { didYouMean, DomainError } from './errors.js';
import { turnToBegin } from './long-calculation.js';
import { ENTITY_LABELS, type Claim, type Entity, type Relation, type Source } from './model.js';
import { nearestClaims, nearestEntities, nearestRelations, nearestSources } from './nearest-ids.js';
import { nearestTo } from './nearest-name.js';
import { vocabulary } from './vocabulary.js';

/** @throws DomainError UNKNOWN_ID, with the nearest ids */
export async function entityById(store: GraphStore, id: string): Promise<Entity> {
  const [entity] = await store.entities([id]);
  return entity ?? unknownEntity(store, 'entity', id);
}

/** @throws DomainError UNKNOWN_ID, also where the id is of an entity that is no actor */
export async function actorById(store: GraphStore, id: string): Promise<Entity> {
  const [entity] = await store.entities([id]);
  if (entity?.label === 'Actor') return entity;
  if (!entity) return unknownEntity(store, 'actor', id);
  throw new DomainError('UNKNOWN_ID', `"${id}" is no actor but of the label ${entity.label}. Ask \`entity(id: "${id}")\`.`);
}

/** Several at once, in the order asked. @throws DomainError UNKNOWN_ID */
export async function entitiesById(store: GraphStore, ids: readonly string[]): Promise<Entity[]> {
  const found = new Map((await store.entities([...new Set(ids)])).map((entity) => [entity.id, entity]));
  const missing = ids.find((id) => !found.has(id));
  if (missing !== undefined) return unknownEntity(store, 'entity', missing);
  return [...new Set(ids)].map((id) => found.get(id)!);
}

/** @throws DomainError UNKNOWN_ID, with the nearest ids */
export async function sourceById(store: GraphStore, id: string): Promise<Source> {
  const [source] = await store.sources([id]);
  if (source) return source;
  return unknownId('source', id, () => nearestSources(store, id), 'Ask `sources(text: "…")` for the ones that there are.');
}

/** @throws DomainError UNKNOWN_ID, with the nearest ids: first those of relations between the same two ends */
export async function relationById(store: GraphStore, id: string): Promise<Relation> {
  const [relation] = await store.relations([id]);
  if (relation) return relation;
  const next = 'Ask `entity(id: "…") { relations { nodes { id } } }` for those of an entity.';
  return unknownId('relation', id, () => nearestRelations(store, id), next);
}

/** @throws DomainError UNKNOWN_ID, with the nearest ids */
export async function claimById(store: GraphStore, id: string): Promise<Claim> {
  const [claim] = await store.claims([id]);
  if (claim) return claim;
  const next = 'Ask `source(id: "…") { claims { nodes { id } } }` for those of a source.';
  return unknownId('claim', id, () => nearestClaims(store, id), next);
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

async function unknownEntity(store: GraphStore, what: string, id: string): Promise<never> {
  return unknownId(what, id, () => nearestEntities(store, id), 'Ask `search(text: "…")` to find it by name.');
}

/** Unknown ids of one operation for which near ones are looked for: each is a few searches, and a query can name many. */
const MOST_LOOKED_FOR = 5;
const lookedFor = new WeakMap<Operation, number>();

async function unknownId(what: string, id: string, look: () => Promise<string[]>, next: string): Promise<never> {
  const operation = operationUnderWay();
  const before = operation === undefined ? 0 : (lookedFor.get(operation) ?? 0);
  if (operation !== undefined) lookedFor.set(operation, before + 1);
  let nearest: string[] = [];
  if (before < MOST_LOOKED_FOR) {
    await turnToBegin();
    nearest = await look();
  }
  throw new DomainError('UNKNOWN_ID', `There is no ${what} "${id}".${didYouMean(nearest)} ${next}`, nearest);
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
  for (const kind of kinds ?? []) refuseLabel(kind);
  return checkedNames('entity kind', kinds, [...vocabulary.entityKinds.keys()], '`entityKinds`');
}

/** The label is the family, the kind what it is more exactly; `Actor`, `actor` and `actors` are all written for a kind. */
function refuseLabel(kind: string): void {
  if (vocabulary.entityKinds.has(kind)) return;
  const label = ENTITY_LABELS.find((name) => [name, `${name}s`].some((word) => word.toLowerCase() === kind.toLowerCase()));
  if (label === undefined) return;
  throw new DomainError(
    'INVALID_ARGUMENT',
    `"${kind}" is a label, not a kind. \`${label.toLowerCase()}s\` lists everything of it; \`entityKinds(label: ${label})\` names its kinds.`,
  );
}

function checkedNames(what: string, asked: readonly string[] | null | undefined, known: string[], list: string): string[] | null {
  if (asked === null || asked === undefined) return null;
  for (const name of asked) {
    if (known.includes(name)) continue;
    const nearest = nearestTo(name, known);
    throw new DomainError(
      'INVALID_ARGUMENT',
      `There is no ${what} "${name}".${didYouMean(nearest)} ${list} names them all.`,
      nearest,
    );
  }
  return [...new Set(asked)].sort();
}
