import { setTimeout as delay } from 'node:timers/promises';
import type { Dataset, HeldDataset } from '../port.js';
import { DataReplaced } from '../errors.js';
import { unlessTheAskerGivesUp } from '../operation.js';
import type { Neo4jConnection } from './connection.js';
import { refuseWhereUnderWay, type DatasetRow } from './under-way.js';

/** Questions that see the graph before a load or after it, and which data that is. */
export interface Reads {
  /** The one row that a statement of `cypher/read/` gives. */
  ask<Row>(question: string, parameters: Readonly<Record<string, unknown>>): Promise<Row>;
  dataset(): Promise<HeldDataset | null>;
}

/** How many loads Neo4j had seen when it answered; null: none. */
interface Loads {
  loads: number | null;
}

const POLLS_EVERY = 25;
/** Milliseconds that a load may take to become visible once it is announced; one whose process or database died meanwhile never says that it is. */
const PATIENCE = 60_000;

/**
 * Questions that see the graph before a load or after it, and never a part of each.
 *
 * Neo4j commits a transaction whole, but makes it visible to readers record by record, and readers take no locks: a question
 * that runs meanwhile can miss what is deleted already and what is not yet in an index. So a load announces itself in the
 * dataset node just before it is committed (the count of loads goes up), and says when it has settled, that is, is visible in
 * full; every answer brings the count along, read last. An answer counts if that count is one that was settled before the
 * question was sent; else it is asked again after the load has settled. Between two loads that costs nothing but the count.
 */
export class SettledReads implements Reads {
  readonly #connection: Neo4jConnection;
  /** The data that the last load seen to be settled left, by the count of that load: it need not be asked for again. */
  #known: { loads: number | null; dataset: HeldDataset | null } | undefined;
  /** Number of the load that is known to be settled; null: Neo4j never saw one. Undefined: to be found out. */
  #settled: number | null | undefined;
  #settling: Promise<number | null> | undefined;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  /** The one row that a statement of `cypher/read/` gives. */
  async ask<Row>(question: string, parameters: Readonly<Record<string, unknown>>): Promise<Row & Loads> {
    for (;;) {
      const settled = this.#settled !== undefined ? this.#settled : await unlessTheAskerGivesUp(this.#settle());
      const [row] = await this.#connection.read<Row & Loads>(question, parameters);
      if (row === undefined) throw new Error(`cypher/read/${question}.cypher must give one row.`);
      if (row.loads === settled) return row;
      if (this.#settled === settled) this.#settled = undefined;
    }
  }

  async dataset(): Promise<HeldDataset | null> {
    return (await this.datasetNow()).dataset;
  }

  async datasetNow(): Promise<Loads & { dataset: HeldDataset | null }> {
    await this.#settle();
    const [row] = await this.#connection.read<DatasetRow>('dataset', {});
    refuseWhereUnderWay(row);
    if (row === undefined || row.version === null) return { loads: row?.loads ?? null, dataset: null };
    const { version, entities, relations, claims, sources } = row as Dataset;
    return (this.#known = { loads: row.loads, dataset: { version, entities, relations, claims, sources, loads: row.loads } });
  }

  /** The data after this many loads. @throws DataReplaced where there was another load since, and it was never asked for */
  async datasetAfter(loads: number | null): Promise<HeldDataset | null> {
    if (this.#known?.loads === loads) return this.#known.dataset;
    const now = await this.datasetNow();
    if (now.loads !== loads) throw new DataReplaced();
    return now.dataset;
  }

  /** Waits until the last load is visible in full. Questions that wait share the waiting. */
  #settle(): Promise<number | null> {
    this.#settling ??= this.#waitUntilSettled().finally(() => (this.#settling = undefined));
    return this.#settling;
  }

  async #waitUntilSettled(): Promise<number | null> {
    for (const start = performance.now(); ; await delay(POLLS_EVERY)) {
      const [row] = await this.#connection.read<DatasetRow>('dataset', {});
      // A load of many transactions may take long, or have been broken off: nobody waits for it.
      refuseWhereUnderWay(row);
      const loads = row?.loads ?? null;
      const waited = Math.max(performance.now() - start, row?.announcedFor ?? 0);
      if (row === undefined || row.settled === loads || this.#settled === loads || waited > PATIENCE) {
        this.#settled = loads;
        return loads;
      }
    }
  }
}

/** The reads of one query: all of them see one graph, and the version that they name is that graph's. */
export class ReadsOfOneGraph implements Reads {
  readonly #reads: SettledReads;
  /** The count of loads that its answers came from; undefined before the first. */
  #loads: number | null | undefined;

  constructor(reads: SettledReads) {
    this.#reads = reads;
  }

  /** @throws DataReplaced where another graph was loaded since the first question */
  async ask<Row>(question: string, parameters: Readonly<Record<string, unknown>>): Promise<Row> {
    const row = await this.#reads.ask<Row>(question, parameters);
    this.#sees(row.loads);
    return row;
  }

  /** Costs no statement where this or another query has asked since the last load. @throws DataReplaced, as `ask` */
  async dataset(): Promise<HeldDataset | null> {
    if (this.#loads !== undefined) return this.#reads.datasetAfter(this.#loads);
    const { loads, dataset } = await this.#reads.datasetNow();
    this.#sees(loads);
    return dataset;
  }

  #sees(loads: number | null): void {
    this.#loads ??= loads;
    if (this.#loads !== loads) throw new DataReplaced();
  }
}
