import type { Began, Direction, GraphStore, SortDirection } from '../store/port.js';
import { asOfDays, during, type AsOf } from './as-of.js';
import { connection, decodeCursor, encodeCursor, type Connection } from './cursors.js';
import { DomainError } from './errors.js';
import { foldedWords } from './folding.js';
import { asKnown, type Known } from './known.js';
import { checkedKinds, checkedRelationTypes, entityById } from './lookup.js';
import type { Claim, Entity, EntityLabel, Relation, Source } from './model.js';
import { resolveRegion } from './regions.js';

type Maybe<T> = T | null | undefined;

interface PageOf {
  first: number;
  /** False where `totalCount` is not wanted (it is -1 then): to count looks at everything that matches. */
  counted?: boolean;
  after?: Maybe<string>;
  direction?: Maybe<SortDirection>;
}

export type EntityOrder = 'NAME' | 'START' | 'DEGREE';

export interface EntityFilter extends PageOf {
  label?: Maybe<EntityLabel>;
  kinds?: Maybe<readonly string[]>;
  /** A region, as `resolveRegion` takes it. */
  within?: Maybe<string>;
  text?: Maybe<string>;
  asOf?: AsOf;
  relationTypes?: Maybe<readonly string[]>;
  orderBy?: Maybe<EntityOrder>;
}

/** One page of entities under a filter. */
export async function entityConnection(store: GraphStore, filter: EntityFilter): Promise<Connection<Entity>> {
  const by = filter.orderBy ?? 'NAME';
  const keyOf = (entity: Entity): string | number =>
    by === 'NAME' ? entity.sortKey : by === 'START' ? entity.time.earliestStart : entity.degree;
  const page = await store.entityPage({
    label: filter.label ?? null,
    kinds: checkedKinds(filter.kinds),
    within: await placeId(store, filter.within),
    words: foldedWords(filter.text ?? ''),
    during: during(filter.asOf),
    relationTypes: checkedRelationTypes(filter.relationTypes),
    counted: filter.counted ?? true,
    order: { by, direction: filter.direction ?? 'ASC' },
    after: keyset(filter.after, by === 'DEGREE' ? 'number' : 'string'),
    limit: filter.first,
  });
  return connection(page.rows, (entity) => encodeCursor(keyOf(entity), entity.id), page.total ?? -1, page.more);
}

export type RelationOrder = 'START' | 'SUPPORTING';

export interface RelationFilter extends PageOf {
  types?: Maybe<readonly string[]>;
  /** Id of the entity at the source. */
  from?: Maybe<string>;
  /** Id of the entity at the target. */
  to?: Maybe<string>;
  /** EDTF: what certainly began in it. Not together with `mayHaveBegun`. */
  began?: Maybe<string>;
  /** EDTF: what possibly began in it, and not certainly. */
  mayHaveBegun?: Maybe<string>;
  within?: Maybe<string>;
  /** Id of a source that has a claim on the relation. */
  source?: Maybe<string>;
  text?: Maybe<string>;
  asOf?: AsOf;
  disputed?: Maybe<boolean>;
  minSupporting?: Maybe<number>;
  orderBy?: Maybe<RelationOrder>;
}

/**
 * One page of relations under a filter.
 * @throws DomainError UNKNOWN_ID for an end that is no entity, UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT, INVALID_CURSOR
 */
export async function relationConnection(store: GraphStore, filter: RelationFilter): Promise<Connection<Relation>> {
  for (const end of [filter.from, filter.to]) if (end) await entityById(store, end);
  const by = filter.orderBy ?? 'START';
  const page = await store.relationPage({
    types: checkedRelationTypes(filter.types),
    from: filter.from ?? null,
    to: filter.to ?? null,
    began: began(filter),
    within: await placeId(store, filter.within),
    source: filter.source ?? null,
    words: foldedWords(filter.text ?? ''),
    during: during(filter.asOf),
    disputed: filter.disputed ?? null,
    minSupporting: filter.minSupporting ?? null,
    counted: filter.counted ?? true,
    order: { by, direction: filter.direction ?? 'ASC' },
    after: keyset(filter.after, by === 'START' ? 'string' : 'number'),
    limit: filter.first,
  });
  const keyOf = (relation: Relation): string | number => (by === 'START' ? relation.sortKey : relation.evidence.supporting);
  return connection(page.rows, (relation) => encodeCursor(keyOf(relation), relation.id), page.total ?? -1, page.more);
}

function began({ began, mayHaveBegun }: RelationFilter): Began | null {
  if (began && mayHaveBegun) {
    throw new DomainError('INVALID_ARGUMENT', 'Ask for `began` or for `mayHaveBegun`: no relation is both certain and not.');
  }
  const asked = began ?? mayHaveBegun;
  if (!asked) return null;
  const { earliest, latest } = asOfDays(asked);
  return { from: earliest, to: latest, certain: Boolean(began) };
}

export type SourceOrder = 'TITLE' | 'PUBLISHED';

export interface SourceFilter extends PageOf {
  text?: Maybe<string>;
  publisherId?: Maybe<string>;
  orderBy?: Maybe<SourceOrder>;
}

/** One page of sources under a filter. */
export async function sourceConnection(store: GraphStore, filter: SourceFilter): Promise<Connection<Source>> {
  const by = filter.orderBy ?? 'TITLE';
  const page = await store.sourcePage({
    words: foldedWords(filter.text ?? ''),
    publisherId: filter.publisherId ?? null,
    order: { by, direction: filter.direction ?? 'ASC' },
    after: keyset(filter.after, 'string'),
    limit: filter.first,
  });
  const keyOf = (source: Source): string => (by === 'TITLE' ? source.sortKey : (source.published ?? ''));
  return connection(page.rows, (source) => encodeCursor(keyOf(source), source.id), page.total ?? -1, page.more);
}

export interface ClaimsOfFilter {
  first: number;
  after?: Maybe<string>;
}

/** What each of these sources says, one page each, in one question to the store. Unknown ids are left out. */
export async function claimsOfSources(
  store: GraphStore,
  sourceIds: readonly string[],
  { first, after }: ClaimsOfFilter,
): Promise<Map<string, Connection<Claim>>> {
  const answers = await store.claimsOf({
    sources: sourceIds,
    after: after ? String(decodeCursor(after, ['string'])[0]) : null,
    limit: first + 1,
  });
  return new Map(
    answers.map(({ source, claims, total }) => {
      const rows = claims.slice(0, first);
      return [source, connection(rows, (claim) => encodeCursor(claim.id), total, claims.length > first)];
    }),
  );
}

export interface RelationsOfFilter extends Known {
  direction?: Maybe<Direction>;
  types?: Maybe<readonly string[]>;
  asOf?: AsOf;
  first: number;
  after?: Maybe<string>;
}

/** The relations of each of these entities, one page each, in one question to the store. Unknown ids are left out. */
export async function relationsOfEntities(
  store: GraphStore,
  entityIds: readonly string[],
  filter: RelationsOfFilter,
): Promise<Map<string, Connection<Relation>>> {
  const answers = await asKnown(store, filter).relationsOf({
    entityIds,
    direction: filter.direction ?? 'BOTH',
    types: checkedRelationTypes(filter.types),
    during: during(filter.asOf),
    limit: filter.first + 1,
    after: filter.after ? String(decodeCursor(filter.after, ['string'])[0]) : null,
  });
  return new Map(answers.map(({ entityId, relations, total }) => [entityId, pageOfRelations(relations, total, filter.first)]));
}

/** @param relations in order; one more than `first` where there are more */
export function pageOfRelations(relations: readonly Relation[], total: number, first: number): Connection<Relation> {
  const more = relations.length > first;
  return connection(more ? relations.slice(0, first) : relations, bySortKey, total, more);
}

const bySortKey = ({ sortKey }: Relation): string => encodeCursor(sortKey);

async function placeId(store: GraphStore, within: Maybe<string>): Promise<string | null> {
  return within ? (await resolveRegion(store, within)).id : null;
}

function keyset(after: Maybe<string>, type: 'string' | 'number'): { key: string | number; id: string } | null {
  if (!after) return null;
  const [key, id] = decodeCursor(after, [type, 'string']);
  return { key: key!, id: String(id) };
}
