import type { Graph } from '../../domain/model.js';
import { IncompleteGraph } from '../errors.js';
import type { LoadProgress } from '../port.js';
import type { Neo4jConnection, Statements } from './connection.js';
import { differenceOf, withFingerprint } from './difference.js';
import { keepHubs } from './hubs.js';
import { claimRow, entityRow, relationRow, sourceRow } from './properties.js';
import { endsOfRelation } from './relation-ends.js';
import { makeConstraints, makeIndexes } from './schema.js';
import { refuseWhereUnderWay, type DatasetRow } from './under-way.js';

/** Rows a statement: large enough that the way to Neo4j does not count, small enough that progress shows. */
const ROWS_A_STATEMENT = 5_000;

/**
 * Replaces the graph in Neo4j in one transaction: until its end everyone sees the old graph, and where this process or the
 * connection dies, Neo4j keeps the old one. Only what differs is written, so that a load of a graph that is nearly the same
 * is quick. A second load waits for the first.
 * @param anew writes every record, also where nothing seems to differ: for a graph that was changed by hand
 * @throws IncompleteGraph, LoadUnderWay before anything is written
 */
export async function loadGraph(connection: Neo4jConnection, graph: Graph, progress: LoadProgress, anew: boolean): Promise<void> {
  requireComplete(graph);
  await makeConstraints(connection);
  await makeIndexes(connection);

  let announced: number | undefined;
  try {
    await connection.inOneTransaction(async (statements) => {
      await statements.write('lock-loads');
      refuseWhereUnderWay((await statements.read<DatasetRow>('dataset'))[0]);
      await writeDifference(statements, graph, progress, anew);
      // See settled-reads.ts: who asks from here on waits until the load has ended.
      announced = await connection.change<{ loads: number }>('announce-load').then(([row]) => row?.loads);
      await statements.write('name-dataset', { version: graph.version, ...sizesOf(graph) });
    });
  } finally {
    if (announced !== undefined) await connection.change('settle-dataset', { loads: announced });
  }
}

/** Nodes are deleted at the end: every search of an index looks through all that its transaction has deleted before it. */
async function writeDifference({ read, write }: Statements, graph: Graph, progress: LoadProgress, anew: boolean): Promise<void> {
  await write('delete-strange-relations');
  const stored: Stored = { source: new Map(), entity: new Map(), relation: new Map(), claim: new Map() };
  for (const { what, id, fingerprint } of await read<StoredRecord>('fingerprints')) {
    // A relation that was copied by hand is there twice, and both are written anew as one.
    stored[what].set(id, anew || stored[what].has(id) ? null : fingerprint);
  }
  const sources = differenceOf(graph.sources, stored.source, sourceRow);
  const entities = differenceOf(graph.entities, stored.entity, entityRow);
  const relations = differenceOf(graph.relations, stored.relation, relationRow);
  const claims = differenceOf(graph.claims, stored.claim, claimRow);

  const total = Object.values(sizesOf(graph)).reduce((sum, size) => sum + size, 0);
  let left = [sources, entities, relations, claims].reduce((sum, { added, changed }) => sum + added.length + changed.length, 0);
  const inBatches = async <T>(
    statement: string,
    parameter: string,
    items: readonly T[],
    row: (item: T) => unknown,
    done?: (count: number) => void,
  ): Promise<void> => {
    for (let start = 0; start < items.length; start += ROWS_A_STATEMENT) {
      const batch = items.slice(start, start + ROWS_A_STATEMENT);
      await write(statement, { [parameter]: batch.map(row) });
      done?.(batch.length);
    }
  };
  const put = <T>(statement: string, records: readonly T[], row: (record: T) => object): Promise<void> =>
    inBatches(
      statement,
      'rows',
      records,
      (record) => withFingerprint(row(record)),
      (count) => {
        left -= count;
        progress(total - left, total);
      },
    );

  await put('put-sources', [...sources.added, ...sources.changed], sourceRow);
  await put('create-entities', entities.added, entityRow);
  const gone = [...relations.vanished, ...relations.changed.map(({ id }) => id)];
  await inBatches('delete-relations', 'ends', gone, endsOfRelation);
  await put('create-relations', [...relations.added, ...relations.changed], relationRow);
  await put('put-claims', [...claims.added, ...claims.changed], claimRow);
  await put('change-entities', entities.changed, entityRow);
  await inBatches('mark-vanished-entities', 'ids', entities.vanished, (id) => id);
  await inBatches('mark-vanished-claims', 'ids', claims.vanished, (id) => id);
  await inBatches('mark-vanished-sources', 'ids', sources.vanished, (id) => id);
  await write('delete-vanished');
  await keepHubs(write);
  progress(total, total);
}

/** A row of `read/fingerprints`. */
interface StoredRecord {
  what: 'source' | 'entity' | 'relation' | 'claim';
  id: string;
  fingerprint: string | null;
}
type Stored = Record<StoredRecord['what'], Map<string, string | null>>;

function sizesOf({
  entities,
  relations,
  claims,
  sources,
}: Graph): Record<'entities' | 'relations' | 'claims' | 'sources', number> {
  return { entities: entities.length, relations: relations.length, claims: claims.length, sources: sources.length };
}

function requireComplete({ entities, relations, claims, sources }: Graph): void {
  const entityIds = new Set(entities.map(({ id }) => id));
  const sourceIds = new Set(sources.map(({ id }) => id));
  for (const { id, source, target } of relations) {
    const missing = [source, target].find((end) => !entityIds.has(end));
    if (missing !== undefined) throw new IncompleteGraph(`The relation ${id} names ${missing}, which is not in the graph.`);
  }
  for (const { id, source } of claims) {
    if (!sourceIds.has(source))
      throw new IncompleteGraph(`The claim ${id} names the source ${source}, which is not in the graph.`);
  }
}
