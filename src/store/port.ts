import type { Claim, Entity, EntityLabel, Graph, Relation, Source } from '../domain/model.js';

/**
 * The one port between the domain and an engine: small, exact questions in batches, and a load.
 *
 * Rules for every adapter, which `test/contract/` holds it to:
 * - answers hold only what was found, in the order stated; an unknown id is left out, never an error;
 * - strings compare by UTF-16 code unit; every order ends in a unique key;
 * - a question about n things costs one statement, not n;
 * - an engine that is away raises `StoreUnavailable` (see `errors.ts`).
 */
export interface GraphStore {
  readonly engine: 'memory' | 'neo4j';

  /**
   * The graph as it is now, which a later load does not change: what one query reads. It is not to be loaded into or closed.
   * An engine that cannot hold on to a graph raises `DataReplaced` where a later question would be answered from another one.
   */
  snapshot(): GraphStore;

  /** Which data is loaded; null where nothing is. */
  dataset(): Promise<HeldDataset | null>;

  /** Entities with these ids, by id. */
  entities(ids: readonly string[]): Promise<Entity[]>;
  /** Relations with these ids, by id. */
  relations(ids: readonly string[]): Promise<Relation[]>;
  /** Claims with these ids, by id. */
  claims(ids: readonly string[]): Promise<Claim[]>;
  /** Sources with these ids, by id. */
  sources(ids: readonly string[]): Promise<Source[]>;

  /** The relations of each of these entities. One answer for each known entity, by entity id. */
  relationsOf(question: RelationsOf): Promise<RelationsOfEntity[]>;

  /** The entities one step from these, the best connected ones; those asked about are not among them. */
  neighbours(question: NeighboursOf): Promise<Neighbours>;

  /** The relations of which both ends are among these entities. */
  relationsAmong(question: RelationsAmong): Promise<RelationsAmongEntities>;

  /** How many relations of each type each of these entities has. One answer for each known entity, by entity id. */
  relationCounts(entityIds: readonly string[]): Promise<RelationCountsOfEntity[]>;

  /**
   * Entities, some of their relations, the entities at the other ends, and so on, up to three levels: what a nested query reads,
   * in one question. Records hold only what is asked for.
   */
  neighbourhood(question: NeighbourhoodOf): Promise<Neighbourhood>;

  /** Entities that carry one of these identifier values (exact, any scheme), by id. */
  entitiesByIdentifier(values: readonly string[]): Promise<Entity[]>;

  /** Entities whose names match; at most `limit`, by id. The domain ranks them. */
  nameCandidates(question: NameCandidates): Promise<Entity[]>;

  /**
   * The entities that come after an id, by id: all of them, a batch at a time, without counting or ordering those before and
   * behind the batch.
   */
  entitiesAfter(question: EntitiesAfter): Promise<Entity[]>;

  entityPage(question: EntityPage): Promise<Page<Entity>>;
  relationPage(question: RelationPage): Promise<Page<Relation>>;
  sourcePage(question: SourcePage): Promise<Page<Source>>;
  /** Claims of each of these sources. One answer for each known source, by source id. */
  claimsOf(question: ClaimsOf): Promise<ClaimsOfSource[]>;

  /** Counts over the whole graph, each list sorted by its keys. */
  counts(): Promise<Counts>;

  /**
   * A measure of ties that are given, for engines that calculate such themselves (Neo4j with Graph Data Science): the graph that is loaded has
   * nothing to do with it. null where the engine does not.
   */
  measureTies(question: TiesToMeasure): Promise<MeasuredTies | null>;

  /**
   * Replaces the whole graph, atomically: whoever asks sees the old one or the new one, and a load that is killed
   * leaves the old one.
   */
  load(graph: Graph, progress?: LoadProgress): Promise<void>;

  close(): Promise<void>;
}

/** The measures that an engine may calculate, as docs/measures.md defines them, all but that BETWEENNESS counts paths instead of their share. */
export type TieMeasure = 'BETWEENNESS' | 'CLOSENESS' | 'CORE' | 'PAGERANK';

/** Entities are numbers from 0. */
export interface TiesToMeasure {
  measure: TieMeasure;
  entities: number;
  directed: boolean;
  /** Each tie once, at the same place of the three lists: its ends and what it weighs. No entity is tied to itself. */
  sources: readonly number[];
  targets: readonly number[];
  weights: readonly number[];
  /** PAGERANK: above 0 and below 1. */
  damping: number;
  /** PAGERANK: who it starts from; none: all. */
  restarts: readonly number[];
}

export interface MeasuredTies {
  /** What calculated it, with its version. */
  by: string;
  /** For each entity, by its number. */
  values: number[];
}

/** Called with the number of records written so far and in all. */
export type LoadProgress = (written: number, total: number) => void;

export interface Dataset {
  /** `Graph.version` */
  version: string;
  entities: number;
  relations: number;
  claims: number;
  sources: number;
}

/** The data that a store holds now. */
export interface HeldDataset extends Dataset {
  /** Goes up with every load: what was read before one is read again, even where the version is the same, for a load also puts right what was changed by hand. */
  loads: number;
}

export type Direction = 'OUT' | 'IN' | 'BOTH';

/** A period of days, both ends included, and how surely a thing must have held at some time in it. */
export interface During {
  /** ISO day */
  from: string;
  /** ISO day */
  to: string;
  certainty: 'CERTAINLY' | 'POSSIBLY';
}

/** When a thing began: on one of these days, both ends included. */
export interface Began {
  /** ISO day */
  from: string;
  /** ISO day */
  to: string;
  /** true: its dates leave no other reading; false: they allow it and do not prove it. */
  certain: boolean;
}

export interface RelationsOf {
  entityIds: readonly string[];
  /** OUT: the entity is the source. BOTH lists a self-loop once. */
  direction: Direction;
  /** null: every type */
  types: readonly string[] | null;
  during: During | null;
  /** Most relations an entity; null: all. */
  limit: number | null;
  /** Only relations whose `sortKey` is greater, null: from the start. */
  after: string | null;
}

export interface RelationsOfEntity {
  entityId: string;
  /** By `sortKey`. */
  relations: Relation[];
  /** How many match regardless of `limit` and `after`. */
  total: number;
}

export interface NeighboursOf {
  entityIds: readonly string[];
  /** OUT: from the source to the target. */
  direction: Direction;
  /** null: over relations of every type */
  types: readonly string[] | null;
  during: During | null;
  /** Only entities of these kinds; null: of any. */
  kinds: readonly string[] | null;
  /** Entities that are left out, beside those asked about. */
  except: readonly string[];
  /** Most entities. */
  limit: number;
}

export interface Neighbours {
  /** By degree, the highest first, then by id. */
  entities: Entity[];
  /** How many there are regardless of `limit`. */
  total: number;
}

export interface RelationsAmong {
  entityIds: readonly string[];
  /** null: every type */
  types: readonly string[] | null;
  during: During | null;
}

export interface RelationsAmongEntities {
  /** By id. */
  relations: Relation[];
  /** Of each known entity, by id, how many of its relations match, wherever their other end is; a self-loop counts once. */
  totals: { entityId: string; total: number }[];
}

/** What of an entity may be asked for beside `id` and `label`: what stands on it alone. */
export const ENTITY_PARTS = ['kind', 'name', 'status', 'degree', 'sortKey', 'within', 'claimIds', 'time'] as const;
export type EntityPart = (typeof ENTITY_PARTS)[number];
/** What of a relation may be asked for beside `type`, `source` and `target`. */
export const RELATION_PARTS = ['id', 'sortKey', 'claimIds', 'evidence', 'time'] as const;
export type RelationPart = (typeof RELATION_PARTS)[number];

export const MOST_LEVELS_OF_NEIGHBOURHOOD = 3;

export interface NeighbourhoodOf {
  /** Where to begin; unknown ones are left out. */
  ids: readonly string[];
  /** None (the entities alone) to `MOST_LEVELS_OF_NEIGHBOURHOOD`. */
  levels: readonly NeighbourhoodLevel[];
  entityParts: readonly EntityPart[];
  relationParts: readonly RelationPart[];
}

/** Which relations are followed from every entity of a level. */
export interface NeighbourhoodLevel {
  direction: Direction;
  /** null: every type */
  types: readonly string[] | null;
  /** Only what possibly held between these days; null: at any time. */
  days: { from: string; to: string } | null;
  /** Most relations of an entity, the first by `sortKey`. */
  limit: number;
}

export type EntityInPart = Pick<Entity, 'id' | 'label'> & Partial<Pick<Entity, EntityPart>>;
export type RelationInPart = Pick<Relation, 'type' | 'source' | 'target'> & Partial<Pick<Relation, RelationPart>>;

export interface Neighbourhood {
  /** Every entity met, by id, in any order. */
  entities: ReadonlyMap<string, EntityInPart>;
  /** For each level the relations of its entities, by the entity's id; relations by `sortKey`. An entity met at two levels stands in both. */
  levels: ReadonlyMap<string, RelationInPart[]>[];
}

export interface EntitiesAfter {
  /** Only entities whose id is greater, null: from the start. */
  after: string | null;
  kinds: readonly string[] | null;
  /** Only entities tied to this place (`Entity.within` holds it). */
  within: string | null;
  limit: number;
}

export interface RelationCountsOfEntity {
  entityId: string;
  /** Of which it is the source, by type; a self-loop counts here and below. */
  outgoing: { type: string; count: number }[];
  /** Of which it is the target, by type. */
  incoming: { type: string; count: number }[];
}

export interface NameCandidates {
  /**
   * Folded words (`foldText`, then split at spaces). A word matches a word of a name if it is a prefix of it or within
   * `edits` insertions, deletions and substitutions; an adapter may return more entities than match, never fewer, up to `limit`.
   * An entity is a candidate if at least one word matches.
   */
  words: readonly { text: string; edits: 0 | 1 | 2 }[];
  labels: readonly EntityLabel[] | null;
  kinds: readonly string[] | null;
  limit: number;
}

export interface Page<T> {
  rows: T[];
  /** How many match the filter, regardless of the page; null where that was not asked for. */
  total: number | null;
  /** True where rows follow after the last one given. */
  more: boolean;
}

export type SortDirection = 'ASC' | 'DESC';

/** Keyset: the page begins after this row. `key` is the value of the ordering key, `id` the tie-breaker. */
export interface Keyset {
  key: string | number;
  id: string;
}

export interface EntityPage {
  label: EntityLabel | null;
  kinds: readonly string[] | null;
  /** Only entities tied to this place (`Entity.within` holds it). */
  within: string | null;
  /** Only entities where every one of these folded words is contained in the folded names. */
  words: readonly string[];
  during: During | null;
  /** Only entities at an end of a relation of one of these types. */
  relationTypes: readonly string[] | null;
  /** Whether `total` is wanted, which takes a look at everything that matches; wanted unless told. */
  counted?: boolean;
  /** NAME: sortKey; START: time.earliestStart; DEGREE: degree. Ties by id in the same direction. */
  order: { by: 'NAME' | 'START' | 'DEGREE'; direction: SortDirection };
  after: Keyset | null;
  limit: number;
}

export interface RelationPage {
  types: readonly string[] | null;
  /** Only relations of which this entity is the source. */
  from: string | null;
  /** Only relations of which this entity is the target. */
  to: string | null;
  began: Began | null;
  /** Only relations of which an end is tied to this place or is the place itself. */
  within: string | null;
  /** Only relations with a claim of this source. */
  source: string | null;
  /** Only relations where every one of these folded words is contained in the folded names of one of its two ends. */
  words: readonly string[];
  during: During | null;
  /** Only relations that have (true) or have not (false) a disputing source. */
  disputed: boolean | null;
  /** Only relations with at least this many independent supporting sources. */
  minSupporting: number | null;
  /** As of `EntityPage`. */
  counted?: boolean;
  /** START: sortKey; SUPPORTING: evidence.supporting, ties by id in the same direction. */
  order: { by: 'START' | 'SUPPORTING'; direction: SortDirection };
  after: Keyset | null;
  limit: number;
}

export interface SourcePage {
  /** Every one of these folded words is contained in the folded title and publisher (`Source.sortKey`). */
  words: readonly string[];
  publisherId: string | null;
  /** TITLE: sortKey; PUBLISHED: published, '' where there is none. Ties by id in the same direction. */
  order: { by: 'TITLE' | 'PUBLISHED'; direction: SortDirection };
  after: Keyset | null;
  limit: number;
}

export interface ClaimsOf {
  sources: readonly string[];
  /** Only claims whose id is greater, null: from the start. */
  after: string | null;
  /** Most claims a source. */
  limit: number;
}

export interface ClaimsOfSource {
  source: string;
  /** By id. */
  claims: Claim[];
  /** How many it has regardless of `limit` and `after`. */
  total: number;
}

export interface Counts {
  entitiesByKind: { label: EntityLabel; kind: string; count: number }[];
  relationsByType: { type: string; count: number }[];
  /** Entities tied to each place of kind country, sub-region, region or world. */
  entitiesByPlace: { place: string; count: number }[];
  claimsBySource: { source: string; count: number }[];
  /** Relations that rest on this source alone: all their claims are its. */
  relationsOfOneSource: { source: string; count: number }[];
  disputedRelations: number;
  /** Relations on two or more independent sources. */
  corroboratedRelations: number;
}
