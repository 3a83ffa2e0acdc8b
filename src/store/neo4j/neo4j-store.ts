import type { Claim, Entity, Graph, Relation, Source } from '../../domain/model.js';
import type {
  ClaimsOf,
  ClaimsOfSource,
  Counts,
  HeldDataset,
  Direction,
  EntitiesAfter,
  EntityPage,
  GraphStore,
  LoadProgress,
  MeasuredTies,
  NameCandidates,
  Neighbourhood,
  NeighbourhoodOf,
  Neighbours,
  NeighboursOf,
  Page,
  RelationPage,
  RelationCountsOfEntity,
  RelationsAmong,
  RelationsAmongEntities,
  RelationsOf,
  RelationsOfEntity,
  SourcePage,
  TiesToMeasure,
} from '../port.js';
import { Neo4jConnection, type Neo4jAddress } from './connection.js';
import { measuredByGraphDataScience } from './graph-data-science.js';
import { loadGraph } from './load-graph.js';
import { loadRecords, type LoadedRecords, type RecordsToLoad } from './load-records.js';
import { nameQueries } from './name-query.js';
import { daysOf, entityPageStatement, pageOf, placeInOrder } from './pages.js';
import { neighbourhoodOf, neighbourhoodParameters, type NeighbourhoodRow } from './neighbourhood.js';
import { endsOfRelation } from './relation-ends.js';
import { SmallPlaces, type EntityPageRow } from './small-places.js';
import { ReadsOfOneGraph, SettledReads, type Reads } from './settled-reads.js';
import { claimOf, entityOf, relationOf, sourceOf, type EntityRow, type Properties, type RelationRow } from './properties.js';

/** The graph in Neo4j: each question is one statement of `cypher/read/`. */
export class Neo4jStore implements GraphStore {
  readonly engine = 'neo4j';
  readonly #connection: Neo4jConnection;
  readonly #settled: SettledReads;
  readonly #reads: Reads;
  readonly #smallPlaces: SmallPlaces;

  private constructor(connection: Neo4jConnection, settled: SettledReads, reads: Reads, smallPlaces: SmallPlaces) {
    this.#connection = connection;
    this.#settled = settled;
    this.#smallPlaces = smallPlaces;
    this.#reads = reads;
  }

  /** @throws StoreUnavailable where nothing answers there; StoreLoginRefused where the user, the password or the database is refused */
  static async open(address: Neo4jAddress): Promise<Neo4jStore> {
    const connection = await Neo4jConnection.open(address);
    const settled = new SettledReads(connection);
    return new Neo4jStore(connection, settled, settled, new SmallPlaces());
  }

  /** Neo4j keeps no old graph: where another is loaded between two questions, the second is refused with `DataReplaced`. */
  snapshot(): GraphStore {
    return new Neo4jStore(this.#connection, this.#settled, new ReadsOfOneGraph(this.#settled), this.#smallPlaces);
  }

  dataset(): Promise<HeldDataset | null> {
    return this.#reads.dataset();
  }

  async entities(ids: readonly string[]): Promise<Entity[]> {
    const { entities } = await this.#reads.ask<{ entities: EntityRow[] }>('entities-by-id', { ids });
    return entities.map(entityOf);
  }

  async relations(ids: readonly string[]): Promise<Relation[]> {
    const ends = [...new Set(ids)].map(endsOfRelation);
    const { relations } = await this.#reads.ask<{ relations: RelationRow[] }>('relations-by-id', { ends });
    return relations.map(relationOf);
  }

  async claims(ids: readonly string[]): Promise<Claim[]> {
    const { claims } = await this.#reads.ask<{ claims: Properties[] }>('claims-by-id', { ids });
    return claims.map(claimOf);
  }

  async sources(ids: readonly string[]): Promise<Source[]> {
    const { sources } = await this.#reads.ask<{ sources: Properties[] }>('sources-by-id', { ids });
    return sources.map(sourceOf);
  }

  async relationsOf({ entityIds, direction, types, during, limit, after }: RelationsOf): Promise<RelationsOfEntity[]> {
    interface Row {
      entities: { entityId: string; total: number; relations: RelationRow[] }[];
    }
    const { entities } = await this.#reads.ask<Row>(RELATIONS_OF[direction], {
      entityIds,
      types,
      ...daysOf(during),
      after: after ?? '',
      limit: limit ?? Number.MAX_SAFE_INTEGER,
    });
    return entities.map(({ entityId, relations, total }) => ({ entityId, relations: relations.map(relationOf), total }));
  }

  async neighbours({ entityIds, direction, types, during, kinds, except, limit }: NeighboursOf): Promise<Neighbours> {
    const question = { entityIds, direction, types, ...daysOf(during), kinds, except, limit };
    const { entities, total } = await this.#reads.ask<{ total: number; entities: EntityRow[] }>('neighbours', question);
    return { entities: entities.map(entityOf), total };
  }

  async relationsAmong({ entityIds, types, during }: RelationsAmong): Promise<RelationsAmongEntities> {
    const question = { entityIds, types, ...daysOf(during) };
    const { relations, totals } = await this.#reads.ask<{ relations: RelationRow[]; totals: RelationsAmongEntities['totals'] }>(
      'relations-among',
      question,
    );
    return { relations: relations.map(relationOf), totals: totals.map(({ entityId, total }) => ({ entityId, total })) };
  }

  async neighbourhood(question: NeighbourhoodOf): Promise<Neighbourhood> {
    const row = await this.#reads.ask<NeighbourhoodRow>('neighbourhood', neighbourhoodParameters(question));
    return neighbourhoodOf(row, question);
  }

  async relationCounts(entityIds: readonly string[]): Promise<RelationCountsOfEntity[]> {
    const { entities } = await this.#reads.ask<{ entities: RelationCountsOfEntity[] }>('relation-counts', { entityIds });
    const counted = (counts: { type: string; count: number }[]) => counts.map(({ type, count }) => ({ type, count }));
    return entities.map(({ entityId, outgoing, incoming }) => ({
      entityId,
      outgoing: counted(outgoing),
      incoming: counted(incoming),
    }));
  }

  async entitiesByIdentifier(values: readonly string[]): Promise<Entity[]> {
    const { entities } = await this.#reads.ask<{ entities: EntityRow[] }>('entities-by-identifier', { values });
    return entities.map(entityOf);
  }

  async nameCandidates({ words, labels, kinds, limit }: NameCandidates): Promise<Entity[]> {
    const question = { queries: nameQueries(words), labels, kinds, limit };
    const { entities } = await this.#reads
      .ask<{ entities: EntityRow[] }>('entities-by-name', question)
      .catch(async (problem: unknown) => {
        // The index comes with the first load; before it there is nothing to find.
        if ((await this.dataset()) === null) return { entities: [] };
        throw problem;
      });
    return entities.map(entityOf);
  }

  async entitiesAfter({ after, kinds, within, limit }: EntitiesAfter): Promise<Entity[]> {
    const question = { after: after ?? '', kinds, within, limit };
    const { entities } = await this.#reads.ask<{ entities: EntityRow[] }>('entities-after', question);
    return entities.map(entityOf);
  }

  async entityPage(question: EntityPage): Promise<Page<Entity>> {
    const row = (await this.#smallPlaces.page(this.#reads, question)) ?? (await this.#pageOfAll(question));
    const total = question.counted === false ? null : (row.total ?? null);
    return pageOf(row.entities, total, question.limit, entityOf);
  }

  #pageOfAll(question: EntityPage): Promise<EntityPageRow> {
    return this.#reads.ask<EntityPageRow>(...entityPageStatement(question));
  }

  async relationPage(question: RelationPage): Promise<Page<Relation>> {
    const { types, from, to, began, within, source, words, during, disputed, minSupporting, order, after, limit } = question;
    const statement = question.counted === false ? 'relation-page-uncounted' : 'relation-page';
    const { relations, total = null } = await this.#reads.ask<{ total?: number; relations: RelationRow[] }>(statement, {
      types,
      startId: from,
      endId: to,
      beganFrom: began?.from ?? null,
      beganTo: began?.to ?? null,
      beganCertainly: began?.certain ?? false,
      within,
      source,
      words,
      ...daysOf(during),
      disputed,
      minSupporting,
      ...placeInOrder(order, after, limit),
    });
    return pageOf(relations, total, limit, relationOf);
  }

  async sourcePage({ words, publisherId, order, after, limit }: SourcePage): Promise<Page<Source>> {
    const { sources, total } = await this.#reads.ask<{ total: number; sources: Properties[] }>('source-page', {
      words,
      publisherId,
      ...placeInOrder(order, after, limit),
    });
    return pageOf(sources, total, limit, sourceOf);
  }

  async claimsOf({ sources, after, limit }: ClaimsOf): Promise<ClaimsOfSource[]> {
    interface Row {
      sources: { source: string; total: number; claims: Properties[] }[];
    }
    const answer = await this.#reads.ask<Row>('claims-of-sources', { sources, after: after ?? '', limit });
    return answer.sources.map(({ source, total, claims }) => ({ source, claims: claims.map(claimOf), total }));
  }

  async counts(): Promise<Counts> {
    interface TypeCount {
      type: string;
      count: number;
      disputed: number;
      corroborated: number;
    }
    type Row = Omit<Counts, 'relationsByType'> & { relationsByType: TypeCount[] };
    const { entitiesByKind, relationsByType, entitiesByPlace, claimsBySource, relationsOfOneSource } = await this.#reads.ask<Row>(
      'counts',
      {},
    );
    return {
      entitiesByKind: entitiesByKind.map(({ label, kind, count }) => ({ label, kind, count })),
      relationsByType: relationsByType.map(({ type, count }) => ({ type, count })),
      entitiesByPlace: entitiesByPlace.map(({ place, count }) => ({ place, count })),
      claimsBySource: claimsBySource.map(({ source, count }) => ({ source, count })),
      relationsOfOneSource: relationsOfOneSource.map(({ source, count }) => ({ source, count })),
      disputedRelations: relationsByType.reduce((sum, { disputed }) => sum + disputed, 0),
      corroboratedRelations: relationsByType.reduce((sum, { corroborated }) => sum + corroborated, 0),
    };
  }

  measureTies(question: TiesToMeasure): Promise<MeasuredTies | null> {
    return measuredByGraphDataScience(this.#connection, question);
  }

  async load(graph: Graph, progress: LoadProgress = () => undefined): Promise<void> {
    await loadGraph(this.#connection, graph, progress, false);
  }

  /** As `load`, and puts right what a hand has changed in records that seem to be the same. */
  async loadAnew(graph: Graph, progress: LoadProgress = () => undefined): Promise<void> {
    await loadGraph(this.#connection, graph, progress, true);
  }

  /** Makes the graph that of a records file of any size, and goes on with what was broken off; see `loadRecords`. */
  async loadRecords(records: RecordsToLoad, replace: boolean, progress: LoadProgress = () => undefined): Promise<LoadedRecords> {
    return loadRecords(this.#connection, records, replace, progress);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}

const RELATIONS_OF: Record<Direction, string> = {
  OUT: 'relations-out-of-entities',
  IN: 'relations-into-entities',
  BOTH: 'relations-at-entities',
};
