import { setImmediate as turn } from 'node:timers/promises';
import { foldText } from '../../domain/folding.js';
import type { Claim, Entity, Graph, Relation, Source } from '../../domain/model.js';
import { byId } from '../../domain/order.js';
import { IncompleteGraph } from '../errors.js';
import type { Counts, Dataset, Direction, LoadProgress } from '../port.js';
import { countGraph } from './counts.js';
import { NameIndex } from './name-index.js';
import { OrderedRows } from './ordered-rows.js';

type EntityOrder = 'NAME' | 'START' | 'DEGREE';
const ENTITY_KEYS: Record<EntityOrder, (entity: Entity) => string | number> = {
  NAME: ({ sortKey }) => sortKey,
  START: ({ time }) => time.earliestStart,
  DEGREE: ({ degree }) => degree,
};

/** An entity in the network: with the relations that it is an end of. */
export interface EntityNode {
  entity: Entity;
  /** The folded names, a line each. */
  names: string;
  /** The entity's relations by `sortKey`; a self-loop stands once in each list. */
  relations: Record<Direction, Relation[]>;
}

/** One graph with everything that answers questions about it. Never changed once it is built: the store swaps it whole. */
export class GraphIndexes {
  readonly dataset: Dataset | null;
  readonly nodes = new Map<string, EntityNode>();
  readonly relations = new Map<string, Relation>();
  readonly claims = new Map<string, Claim>();
  readonly sources = new Map<string, Source>();
  readonly names = new NameIndex();
  readonly entitiesByIdentifier = new Map<string, Entity[]>();
  readonly claimsBySource = new Map<string, Claim[]>();
  /** Ids of the relations that a source has a claim about. */
  readonly relationsBySource = new Map<string, Set<string>>();
  readonly entitiesById: OrderedRows<Entity>;
  readonly #entityOrders: Record<EntityOrder, OrderedRows<Entity>>;
  readonly #entitiesByPlace = new Map<string, Entity[]>();
  /** By order and place, each made when it is first asked for. */
  readonly #ordersWithin = new Map<string, OrderedRows<Entity>>();
  readonly relationOrders: Record<'START' | 'SUPPORTING', OrderedRows<Relation>>;
  readonly sourceOrders: Record<'TITLE' | 'PUBLISHED', OrderedRows<Source>>;
  readonly counts: Counts;

  private constructor(graph: Graph, dataset: Dataset | null) {
    const { entities, relations, sources } = graph;
    this.dataset = dataset;
    this.counts = countGraph(graph);
    this.entitiesById = new OrderedRows(entities, ({ id }) => id);
    this.#entityOrders = {
      NAME: new OrderedRows(entities, ENTITY_KEYS.NAME),
      START: new OrderedRows(entities, ENTITY_KEYS.START),
      DEGREE: new OrderedRows(entities, ENTITY_KEYS.DEGREE),
    };
    this.relationOrders = {
      START: new OrderedRows(relations, ({ sortKey }) => sortKey),
      SUPPORTING: new OrderedRows(relations, ({ evidence }) => evidence.supporting),
    };
    this.sourceOrders = {
      TITLE: new OrderedRows(sources, ({ sortKey }) => sortKey),
      PUBLISHED: new OrderedRows(sources, ({ published }) => published ?? ''),
    };
  }

  /** Where nothing is loaded. */
  static empty(): GraphIndexes {
    return new GraphIndexes({ version: '', entities: [], relations: [], claims: [], sources: [] }, null);
  }

  /**
   * Keeps the records, which must not change any more, and lets other work run in between.
   * @throws IncompleteGraph where an end of a relation is missing; a graph made from dossiers has them all
   */
  static async of(graph: Graph, progress?: LoadProgress): Promise<GraphIndexes> {
    const { version, entities, relations, claims, sources } = graph;
    const sizes = { entities: entities.length, relations: relations.length, claims: claims.length, sources: sources.length };
    const indexes = new GraphIndexes(graph, { version, ...sizes });
    const chronological = [...relations].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    const steps = [
      ...inChunks(sources, (source) => indexes.sources.set(source.id, source)),
      ...inChunks([...entities].sort(byId), (entity) => indexes.#addEntity(entity)),
      ...inChunks(chronological, (relation) => indexes.#addRelation(relation)),
      ...inChunks([...claims].sort(byId), (claim) => indexes.#addClaim(claim)),
    ];
    const total = entities.length + relations.length + claims.length + sources.length;
    let written = 0;
    for (const step of steps) {
      written += step();
      progress?.(written, total);
      await turn();
    }
    return indexes;
  }

  /** The entities tied to a place in one order; null: all of them. */
  entitiesInOrder(by: EntityOrder, within: string | null): OrderedRows<Entity> {
    if (within === null) return this.#entityOrders[by];
    const key = `${by} ${within}`;
    let rows = this.#ordersWithin.get(key);
    if (rows === undefined) {
      rows = new OrderedRows(this.#entitiesByPlace.get(within) ?? [], ENTITY_KEYS[by]);
      if (this.#entitiesByPlace.has(within)) this.#ordersWithin.set(key, rows);
    }
    return rows;
  }

  #addEntity(entity: Entity): void {
    for (const place of new Set(entity.within)) listAt(this.#entitiesByPlace, place).push(entity);
    const names = entity.names.map(({ text }) => foldText(text)).join('\n');
    this.nodes.set(entity.id, { entity, names, relations: { OUT: [], IN: [], BOTH: [] } });
    this.names.add(entity.id, names);
    for (const value of new Set(entity.identifiers.map((identifier) => identifier.value))) {
      listAt(this.entitiesByIdentifier, value).push(entity);
    }
  }

  /** Relations come in chronological order, so that each node's lists are in it. */
  #addRelation(relation: Relation): void {
    const { id, source, target } = relation;
    const atSource = this.#relationsAt(source, id);
    const atTarget = this.#relationsAt(target, id);
    this.relations.set(id, relation);
    atSource.OUT.push(relation);
    atTarget.IN.push(relation);
    atSource.BOTH.push(relation);
    if (source !== target) atTarget.BOTH.push(relation);
  }

  /** The lists of an end of this relation. @throws IncompleteGraph */
  #relationsAt(end: string, relationId: string): EntityNode['relations'] {
    const node = this.nodes.get(end);
    if (node === undefined) throw new IncompleteGraph(`The relation ${relationId} names ${end}, which is not in the graph.`);
    return node.relations;
  }

  #addClaim(claim: Claim): void {
    this.claims.set(claim.id, claim);
    listAt(this.claimsBySource, claim.source).push(claim);
    if (claim.subjectType !== 'RELATION') return;
    const relations = this.relationsBySource.get(claim.source) ?? new Set();
    this.relationsBySource.set(claim.source, relations.add(claim.subject));
  }
}

const RECORDS_A_CHUNK = 5_000;

/** Steps that add the records a chunk at a time and give the number added. */
function inChunks<T>(records: readonly T[], add: (record: T) => void): (() => number)[] {
  const starts = Array.from({ length: Math.ceil(records.length / RECORDS_A_CHUNK) }, (_, chunk) => chunk * RECORDS_A_CHUNK);
  return starts.map((start) => () => {
    const chunk = records.slice(start, start + RECORDS_A_CHUNK);
    chunk.forEach(add);
    return chunk.length;
  });
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
