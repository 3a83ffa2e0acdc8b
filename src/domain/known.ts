import type {
  During,
  GraphStore,
  Neighbours,
  NeighboursOf,
  RelationsAmong,
  RelationsAmongEntities,
  RelationsOf,
  RelationsOfEntity,
} from '../store/port.js';
import { asOfDays } from './as-of.js';
import { relationByClaims } from './claims-that-count.js';
import { dayBounds, holdsDuring } from './edtf.js';
import type { Claim, Entity, Relation, Source } from './model.js';
import { byId } from './order.js';
import { sourcesAndOriginals } from './originals.js';

/** As of when the graph is looked at: what was known then, whenever it held. Both may be asked together. */
export interface Known {
  /** EDTF: claims that had been read in their source and recorded here by the last day of it. */
  knownAt?: string | null | undefined;
  /**
   * EDTF: claims of sources that had certainly been published by the last day of it. A source that bears no date had been by the day it
   * was read.
   */
  publishedBy?: string | null | undefined;
}

/** What questions that walk along relations read. */
export type RelationReads = Pick<GraphStore, 'entities' | 'relationsOf' | 'neighbours' | 'relationsAmong' | 'claims' | 'sources'>;

/**
 * The graph as it was known. A relation stays while one of its claims had been made known; its evidence, dates and order are those that the claims
 * known then give it, and it names these alone. Entities, with their names and places, and what a place is part of stay as they are.
 * @throws DomainError INVALID_DATE
 */
export function asKnown(store: RelationReads, known: Known): RelationReads {
  const counts = knownClaims(known);
  if (counts === null) return store;
  const relationsOf = (question: RelationsOf): Promise<RelationsOfEntity[]> => relationsKnown(store, counts, question);
  const entities = (ids: readonly string[]): Promise<Entity[]> => store.entities(ids);
  return {
    entities,
    claims: (ids) => store.claims(ids),
    sources: (ids) => store.sources(ids),
    relationsOf,
    neighbours: (question) => neighboursOver({ relationsOf, entities }, question),
    relationsAmong: (question) => relationsAmongOver(relationsOf, question),
  };
}

type AllRelationsOf = (question: RelationsOf) => Promise<RelationsOfEntity[]>;

async function neighboursOver(
  reads: { relationsOf: AllRelationsOf; entities: GraphStore['entities'] },
  { entityIds, direction, types, during, kinds, except, limit }: NeighboursOf,
): Promise<Neighbours> {
  const answers = await reads.relationsOf({ entityIds, direction, types, during, limit: null, after: null });
  const leftOut = new Set([...entityIds, ...except]);
  const ends = answers.flatMap(({ relations }) => relations.flatMap(({ source, target }) => [source, target]));
  const entities = (await reads.entities([...new Set(ends)].filter((id) => !leftOut.has(id)).sort()))
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .sort((a, b) => b.degree - a.degree || byId(a, b));
  return { entities: entities.slice(0, limit), total: entities.length };
}

async function relationsAmongOver(
  relationsOf: AllRelationsOf,
  { entityIds, types, during }: RelationsAmong,
): Promise<RelationsAmongEntities> {
  const answers = await relationsOf({ entityIds, direction: 'BOTH', types, during, limit: null, after: null });
  const known = new Set(answers.map(({ entityId }) => entityId));
  const among = new Map<string, Relation>();
  for (const relation of answers.flatMap(({ relations }) => relations)) {
    if (known.has(relation.source) && known.has(relation.target)) among.set(relation.id, relation);
  }
  return {
    relations: [...among.values()].sort(byId),
    totals: answers.map(({ entityId, total }) => ({ entityId, total })),
  };
}

type KnownThen = (claim: Claim, source: Source | undefined) => boolean;

function knownClaims({ knownAt, publishedBy }: Known): KnownThen | null {
  if (!knownAt && !publishedBy) return null;
  const [recordedBy, publicBy] = [knownAt, publishedBy].map((date) => (date ? asOfDays(date).latest : null));
  return ({ retrieved, recorded }, source) =>
    (!recordedBy || (retrieved <= recordedBy && recorded <= recordedBy)) &&
    (!publicBy ||
      (source !== undefined && (source.published ? dayBounds(source.published).latest : source.retrieved) <= publicBy));
}

/** Dates follow from claims, so a relation is looked at whole before it is asked when it held. */
async function relationsKnown(store: RelationReads, counts: KnownThen, question: RelationsOf): Promise<RelationsOfEntity[]> {
  const { during, after, limit } = question;
  const answers = await store.relationsOf({ ...question, during: null, after: null, limit: null });
  const relations = new Map(answers.flatMap((answer) => answer.relations).map((relation) => [relation.id, relation]));
  const known = await relationsAsKnown(store, counts, [...relations.values()]);
  return answers.map(({ entityId, relations: all }) => {
    const fitting = all
      .flatMap(({ id }) => known.get(id) ?? [])
      .filter(({ time }) => during === null || heldDuring(time, during))
      .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    const following = after === null ? fitting : fitting.filter(({ sortKey }) => sortKey > after);
    return { entityId, relations: limit === null ? following : following.slice(0, limit), total: fitting.length };
  });
}

function heldDuring(time: Relation['time'], { from, to, certainty }: During): boolean {
  const holding = holdsDuring(time, { earliest: from, latest: to });
  return certainty === 'CERTAINLY' ? holding === 'CERTAINLY' : holding !== 'NO';
}

/** By id; what was not known is left out. */
async function relationsAsKnown(
  store: RelationReads,
  counts: KnownThen,
  relations: readonly Relation[],
): Promise<Map<string, Relation>> {
  const claims = new Map<string, Claim>();
  for (const claim of await store.claims([...new Set(relations.flatMap(({ claimIds }) => claimIds))].sort())) {
    claims.set(claim.id, claim);
  }
  const sources = await sourcesAndOriginals(store, new Set([...claims.values()].map(({ source }) => source)));
  const containments = await containmentsAmong(store, relations);
  const known = new Map<string, Relation>();
  for (const relation of relations) {
    const own = relation.claimIds.flatMap((id) => claims.get(id) ?? []);
    const left = containments.has(relation.id)
      ? relation
      : relationByClaims(relation, own, (claim) => counts(claim, sources.get(claim.source)), sources);
    if (left !== null) known.set(relation.id, left);
  }
  return known;
}

/** Ids of the relations that say what a place is part of. */
async function containmentsAmong(store: RelationReads, relations: readonly Relation[]): Promise<ReadonlySet<string>> {
  const parts = relations.filter(({ type }) => type === 'PART_OF');
  const ends = await store.entities([...new Set(parts.flatMap(({ source, target }) => [source, target]))].sort());
  const places = new Set(ends.filter(({ label }) => label === 'Place').map(({ id }) => id));
  return new Set(parts.filter(({ source, target }) => places.has(source) && places.has(target)).map(({ id }) => id));
}
