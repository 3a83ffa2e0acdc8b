import { relative, resolve } from 'node:path';
import { checkRecords, type CheckedRecords } from '../records/check.js';
import { RecordsMistake } from '../records/mistake.js';
import { recordsOf } from '../records/read.js';
import { GraphNotEmpty } from '../store/errors.js';
import type { LoadedRecords } from '../store/neo4j/load-records.js';
import { RECORDS_A_TRANSACTION } from '../store/neo4j/load-records.js';
import { Neo4jStore } from '../store/neo4j/neo4j-store.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { namedNeo4j, type LoadOptions } from './load.js';
import { progressLine } from './progress.js';

export interface LoadRecordsOptions extends Pick<LoadOptions, 'neo4j' | 'json'> {
  /** The file, of lines or gzip of them. */
  records: string;
  /** Whether a graph that is there is deleted first. */
  replace: boolean;
}

/** Makes the graph in Neo4j that of a records file, which is read to its end and found in order before anything is changed. */
export async function loadRecordsCommand({ records: file, replace, json, neo4j }: LoadRecordsOptions): Promise<void> {
  const address = namedNeo4j(neo4j);
  const path = resolve(file);
  const { header, digest, records } = await checked(path, relative(process.cwd(), path));
  const { dataVersion: version, sources, entities, relations, claims } = header;
  const dataset = { version, entities, relations, claims, sources };
  const store = await Neo4jStore.open(address);
  try {
    const after = (done: number) => recordsOf(path, done, RECORDS_A_TRANSACTION);
    const outcome = await store.loadRecords({ digest, dataset, after }, replace, progressLine('Loading into Neo4j'));
    console.log(
      json
        ? JSON.stringify({ ...dataset, outcome })
        : `${SAID[outcome]} ${address.uri}: ${records} records, ${entities} entities, ${relations} relations, ${claims} claims from ${sources} sources; data version ${version.slice(0, 12)}.`,
    );
  } catch (error) {
    if (error instanceof GraphNotEmpty) throw new CommandFailed(`${error.code}: ${error.message}`, EXIT.wrongUsage);
    throw error;
  } finally {
    await store.close();
  }
}

const SAID: Record<LoadedRecords, string> = {
  LOADED: 'Loaded into',
  GONE_ON_WITH: 'Went on where the load was broken off, and loaded into',
  THERE_ALREADY: 'Nothing to do, these records are already in',
};

async function checked(path: string, shown: string): Promise<CheckedRecords> {
  let said = 0;
  const progress = (bytes: number): void => {
    if (bytes - said < SAY_EVERY) return;
    said = bytes;
    console.error(`Checking ${shown}: ${Math.round(bytes / 1e6)} MB so far`);
  };
  try {
    return await checkRecords(path, shown, progress);
  } catch (error) {
    if (error instanceof RecordsMistake) throw new CommandFailed(`${error.code}: ${error.message}`, EXIT.wrongInput);
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) {
      throw new CommandFailed(
        `RECORDS_DAMAGED: ${shown} cannot be unpacked as gzip. Take another copy, or export the records again.`,
        EXIT.wrongInput,
      );
    }
    throw error;
  }
}

/** Bytes of lines between two lines of progress. */
const SAY_EVERY = 250_000_000;
