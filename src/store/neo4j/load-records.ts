import { randomUUID } from 'node:crypto';
import type { Claim, Entity, Relation, Source } from '../../domain/model.js';
import { GraphNotEmpty, LoadUnderWay } from '../errors.js';
import type { Dataset, LoadProgress } from '../port.js';
import type { Neo4jConnection, Statements } from './connection.js';
import { withFingerprint } from './difference.js';
import { emptyGraph } from './empty-graph.js';
import { keepHubs } from './hubs.js';
import { claimRow, entityRow, relationRow, sourceRow } from './properties.js';
import { makeConstraints, makeIndexes } from './schema.js';
import { refuseWhereUnderWay } from './under-way.js';

/** Records a transaction: what Neo4j holds in memory at once, and what a load that is killed does again. */
export const RECORDS_A_TRANSACTION = 10_000;

/** The records of a file that was checked, of any size: they are never in memory together. */
export interface RecordsToLoad {
  /** Tells the file from others: SHA-256 of its lines. */
  digest: string;
  dataset: Dataset;
  /** In batches of `RECORDS_A_TRANSACTION`, without the first `done`; what a record names comes before it. */
  after: (done: number) => AsyncIterable<BatchOfRecords>;
}

export interface BatchOfRecords {
  sources: Source[];
  entities: Entity[];
  relations: Relation[];
  claims: Claim[];
}

/** A row of `read/records-load`. */
interface Found {
  records: string | null;
  loading: string | null;
  done: number | null;
  total: number | null;
  emptying: boolean | null;
  filled: boolean;
}

/** What was there: the same records, a part of them, or something that was replaced. */
export type LoadedRecords = 'THERE_ALREADY' | 'GONE_ON_WITH' | 'LOADED';

/** Seconds in which Neo4j has to fill the indexes, once all records are there. */
const INDEXING = 3_600;

/**
 * Makes the graph that of a records file, one transaction after another, so that it may be larger than what Neo4j can hold in one. Until
 * the end everybody else is told that a load is under way, and how far it is; each transaction says how far it has come, so a load that
 * was broken off goes on from there, and of two that do the one that began last.
 * @param replace deletes the graph that is there first
 * @throws GraphNotEmpty, LoadUnderWay (of another file) before anything is changed; LoadUnderWay where another process has taken over
 */
export async function loadRecords(
  connection: Neo4jConnection,
  { digest, dataset, after }: RecordsToLoad,
  replace: boolean,
  progress: LoadProgress,
): Promise<LoadedRecords> {
  await makeConstraints(connection);
  const total = dataset.entities + dataset.relations + dataset.claims + dataset.sources;
  const by = randomUUID();
  const found = await begin(connection, { digest, by, total, replace });
  if (found.records === digest && !replace) return 'THERE_ALREADY';

  const goesOn = found.loading === digest;
  let done = goesOn ? (found.done ?? 0) : 0;
  /** Writes `count` more records, or none, and says so in the same transaction. */
  const advance = (count: number, emptying: boolean, work: (statements: Statements) => Promise<void>): Promise<void> =>
    connection.inOneTransaction(async (statements) => {
      await statements.write('lock-dataset');
      const [mine] = await statements.write<{ before: number }>('advance-records', { by, done: done + count, emptying });
      if (mine === undefined) throw takenOver();
      // Written already where the answer was lost, and this is run again.
      if (mine.before === done) await work(statements);
    });

  if (goesOn ? found.emptying === true : found.filled) {
    await emptyGraph((work) => advance(0, true, work));
    await advance(0, false, async () => undefined);
  }
  progress(done, total);
  for await (const { count, statements } of oneAhead(after(done), writing)) {
    await advance(count, false, async ({ write }) => {
      for (const [statement, rows] of statements) await write(statement, { rows });
    });
    progress((done += count), total);
  }
  // Over all records at once Neo4j makes an index far quicker than record by record.
  await makeIndexes(connection, INDEXING);
  await connection.inOneTransaction(async ({ read, write }) => {
    await write('lock-dataset');
    const [there] = await read<Found>('records-load');
    if (there?.records === digest) return;
    if ((await write('advance-records', { by, done, emptying: false })).length === 0) throw takenOver();
    await keepHubs(write);
    await write('name-dataset', { ...dataset });
    await write('finish-records', { digest });
  });
  return goesOn ? 'GONE_ON_WITH' : 'LOADED';
}

/** What writes a batch. */
function writing({ sources, entities, relations, claims }: BatchOfRecords): { count: number; statements: [string, object[]][] } {
  const rows = <T>(records: readonly T[], row: (record: T) => object): object[] =>
    records.map((record) => withFingerprint(row(record)));
  const statements: [string, object[]][] = [
    ['put-sources', rows(sources, sourceRow)],
    ['create-entities', rows(entities, entityRow)],
    ['create-relations', rows(relations, relationRow)],
    ['create-claims', rows(claims, claimRow)],
  ];
  const count = sources.length + entities.length + relations.length + claims.length;
  return { count, statements: statements.filter(([, of]) => of.length > 0) };
}

/** Reads and prepares the next batch while Neo4j writes the one before: each has a core of its own where there are two. */
async function* oneAhead<T, Prepared>(batches: AsyncIterable<T>, prepare: (batch: T) => Prepared): AsyncGenerator<Prepared> {
  const reading = batches[Symbol.asyncIterator]();
  const next = (): Promise<Prepared | null> => {
    const batch = reading.next().then(({ done, value }) => (done === true ? null : prepare(value)));
    // Thrown where it is waited for.
    batch.catch(() => undefined);
    return batch;
  };
  try {
    for (let coming = next(); ;) {
      const batch = await coming;
      if (batch === null) return;
      coming = next();
      yield batch;
    }
  } finally {
    await reading.return?.();
  }
}

/** What was there before; where it may be replaced, that is under way from here on. */
async function begin(
  connection: Neo4jConnection,
  { digest, by, total, replace }: { digest: string; by: string; total: number; replace: boolean },
): Promise<Found> {
  let found: Found | undefined;
  await connection.inOneTransaction(async ({ read, write }) => {
    // A load in one transaction that is under way ends first.
    await write('lock-loads');
    await write('lock-dataset');
    [found] = await read<Found>('records-load');
    if (found === undefined) throw new Error('make-dataset makes the node that records-load reads.');
    if (found.loading === digest) return void (await write('take-over-records', { by }));
    if (!replace) {
      refuseWhereUnderWay(found);
      if (found.records === digest) return;
      if (found.filled) throw notEmpty();
    }
    await write('begin-records', { digest, by, total, emptying: found.filled });
  });
  return found!;
}

const notEmpty = (): GraphNotEmpty =>
  new GraphNotEmpty(
    "There is a graph in this Neo4j already, and it was not loaded from this file (it may be the same graph: `custodes query '{ dataVersion }'` says which). Give --replace to have it deleted first, or name another Neo4j.",
  );

const takenOver = (): LoadUnderWay =>
  new LoadUnderWay('Another process was told to load records into this Neo4j and goes on in place of this one. Nothing is lost.');
