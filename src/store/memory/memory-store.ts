import type { Claim, Entity, Graph, Relation, Source } from '../../domain/model.js';
import type {
  ClaimsOf,
  ClaimsOfSource,
  Counts,
  HeldDataset,
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
} from '../port.js';
import { countByType } from './counts.js';
import { entityFilter, relationFilter, relationOfFilter, sourceFilter } from './filters.js';
import { GraphIndexes } from './graph-indexes.js';
import { neighbourhoodIn } from './neighbourhood.js';
import { neighboursIn, relationsAmongIn } from './network-view.js';
import { firstIndexWhere } from './ordered-rows.js';

/**
 * The graph in the memory of the server: maps for the network, an index of words for names, sorted lists for pages. Meant up
 * to about 200,000 entities and a million relations. Answers share the loaded records: they are for reading only.
 */
export class MemoryStore implements GraphStore {
  readonly engine: GraphStore['engine'] = 'memory';
  /** Every question reads this once, so that it sees one graph from beginning to end. */
  #indexes: GraphIndexes;
  #loads: number;
  #lastLoad: Promise<void> = Promise.resolve();

  constructor(indexes = GraphIndexes.empty(), loads = 0) {
    this.#indexes = indexes;
    this.#loads = loads;
  }

  snapshot(): MemoryStore {
    return new MemoryStore(this.#indexes, this.#loads);
  }

  async dataset(): Promise<HeldDataset | null> {
    const { dataset } = this.#indexes;
    return dataset && { ...dataset, loads: this.#loads };
  }

  async entities(ids: readonly string[]): Promise<Entity[]> {
    const { nodes } = this.#indexes;
    return known(ids, (id) => nodes.get(id)?.entity);
  }

  async relations(ids: readonly string[]): Promise<Relation[]> {
    const { relations } = this.#indexes;
    return known(ids, (id) => relations.get(id));
  }

  async claims(ids: readonly string[]): Promise<Claim[]> {
    const { claims } = this.#indexes;
    return known(ids, (id) => claims.get(id));
  }

  async sources(ids: readonly string[]): Promise<Source[]> {
    const { sources } = this.#indexes;
    return known(ids, (id) => sources.get(id));
  }

  async relationsOf({ entityIds, direction, types, during, limit, after }: RelationsOf): Promise<RelationsOfEntity[]> {
    const { nodes } = this.#indexes;
    const matches = relationOfFilter(types, during);
    return known(entityIds, (entityId) => {
      const all = nodes.get(entityId)?.relations[direction];
      if (all === undefined) return undefined;
      const matching = matches === null ? all : all.filter(matches);
      const start = after === null ? 0 : firstIndexWhere(matching, ({ sortKey }) => sortKey > after);
      const relations = matching.slice(start, limit === null ? undefined : start + limit);
      return { entityId, relations, total: matching.length };
    });
  }

  async neighbours(question: NeighboursOf): Promise<Neighbours> {
    return neighboursIn(this.#indexes.nodes, question);
  }

  async relationsAmong(question: RelationsAmong): Promise<RelationsAmongEntities> {
    return relationsAmongIn(this.#indexes.nodes, question);
  }

  async neighbourhood(question: NeighbourhoodOf): Promise<Neighbourhood> {
    return neighbourhoodIn(this.#indexes.nodes, question);
  }

  async relationCounts(entityIds: readonly string[]): Promise<RelationCountsOfEntity[]> {
    const { nodes } = this.#indexes;
    return known(entityIds, (entityId) => {
      const relations = nodes.get(entityId)?.relations;
      return relations && { entityId, outgoing: countByType(relations.OUT), incoming: countByType(relations.IN) };
    });
  }

  async entitiesByIdentifier(values: readonly string[]): Promise<Entity[]> {
    const { entitiesByIdentifier } = this.#indexes;
    return byId(new Set(values.flatMap((value) => entitiesByIdentifier.get(value) ?? [])));
  }

  async nameCandidates({ words, labels, kinds, limit }: NameCandidates): Promise<Entity[]> {
    const { nodes, names } = this.#indexes;
    const entity = (id: string): Entity => nodes.get(id)!.entity;
    const wanted = (id: string): boolean =>
      (labels === null || labels.includes(entity(id).label)) && (kinds === null || kinds.includes(entity(id).kind));
    return names.candidates(words, limit, wanted).map(entity);
  }

  async entitiesAfter({ after, kinds, within, limit }: EntitiesAfter): Promise<Entity[]> {
    const wanted = kinds === null ? null : new Set(kinds);
    const fits = (entity: Entity): boolean =>
      (wanted === null || wanted.has(entity.kind)) && (within === null || entity.within.includes(within));
    return this.#indexes.entitiesById.following(after, limit, fits);
  }

  async entityPage(question: EntityPage): Promise<Page<Entity>> {
    const indexes = this.#indexes;
    const { order, after, limit } = question;
    return indexes
      .entitiesInOrder(order.by, question.within)
      .page(entityFilter(indexes, question), order.direction, after, limit, question.counted);
  }

  async relationPage(question: RelationPage): Promise<Page<Relation>> {
    const indexes = this.#indexes;
    const { order, after, limit } = question;
    return indexes.relationOrders[order.by].page(
      relationFilter(indexes, question),
      order.direction,
      after,
      limit,
      question.counted,
    );
  }

  async sourcePage(question: SourcePage): Promise<Page<Source>> {
    const { order, after, limit } = question;
    return this.#indexes.sourceOrders[order.by].page(sourceFilter(question), order.direction, after, limit);
  }

  async claimsOf({ sources, after, limit }: ClaimsOf): Promise<ClaimsOfSource[]> {
    const indexes = this.#indexes;
    return known(sources, (source) => {
      if (!indexes.sources.has(source)) return undefined;
      const all = indexes.claimsBySource.get(source) ?? [];
      const start = after === null ? 0 : firstIndexWhere(all, ({ id }) => id > after);
      return { source, claims: all.slice(start, start + limit), total: all.length };
    });
  }

  async counts(): Promise<Counts> {
    return this.#indexes.counts;
  }

  async measureTies(): Promise<MeasuredTies | null> {
    return null;
  }

  /** Builds the new graph beside the old one, then swaps. Loads run one after another, so that the last one asked for stays. */
  load(graph: Graph, progress?: LoadProgress): Promise<void> {
    const load = this.#lastLoad.then(async () => {
      this.#indexes = await GraphIndexes.of(graph, progress);
      this.#loads++;
    });
    this.#lastLoad = load.catch(() => undefined);
    return load;
  }

  async close(): Promise<void> {
    await this.#lastLoad;
    this.#indexes = GraphIndexes.empty();
  }
}

/** What is known of these ids, each once, by id. */
function known<T>(ids: readonly string[], lookUp: (id: string) => T | undefined): T[] {
  return [...new Set(ids)]
    .sort()
    .map(lookUp)
    .filter((record) => record !== undefined);
}

const byId = (entities: Iterable<Entity>): Entity[] => [...entities].sort((a, b) => (a.id < b.id ? -1 : 1));
