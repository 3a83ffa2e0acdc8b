import { relative } from 'node:path';
import type { Graph } from '../domain/model.js';
import { formatProblems } from '../dossier/problem.js';
import { MemoryStore } from '../store/memory/memory-store.js';
import type { GraphStore } from '../store/port.js';
import { readDossiers, type DossierFolder } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { ON_STANDARD_ERROR } from './progress.js';

/**
 * The graph that the dossiers of a folder make up.
 * @throws CommandFailed with every mistake in them
 */
export async function graphOf(dossiers: DossierFolder, warn = ON_STANDARD_ERROR.warn): Promise<Graph> {
  const loaded = await readDossiers(dossiers, warn);
  if ('graph' in loaded) return loaded.graph;
  const count = loaded.problems.length === 1 ? '1 mistake' : `${loaded.problems.length} mistakes`;
  throw new CommandFailed(`${formatProblems(loaded.problems)}\n\n${count}; nothing was loaded.`, EXIT.wrongInput);
}

/** A store with a graph in it, and a sentence that says which and from where. */
export interface OpenStore {
  store: GraphStore;
  origin: string;
}

/** Opens a store, and may do so again where it cannot be reached. */
export type Reach = <T>(open: () => Promise<T>) => Promise<T>;

/**
 * The memory store with an archived version or with the dossiers of the folder, or the Neo4j that is named. A Neo4j that holds no
 * Custodes graph yet is filled from the dossiers; one that does is served as it is (`custodes load` replaces it).
 * @param reach once, unless told
 */
export async function openStore(
  { neo4j: address, ...dossiers }: GraphPlace,
  reach: Reach = (open) => open(),
  { progress, warn } = ON_STANDARD_ERROR,
): Promise<OpenStore> {
  const shownFolder = relative(process.cwd(), dossiers.seeds) || '.';
  // A Neo4j may hold another version than the one that was named.
  if (address === null || dossiers.archive !== null) {
    const store = new MemoryStore();
    await store.load(await graphOf(dossiers, warn));
    const from = dossiers.archive ? relative(process.cwd(), dossiers.archive) : `the dossiers in ${shownFolder}`;
    return { store, origin: `in memory, from ${from}` };
  }
  // The driver takes a while to load.
  const { Neo4jStore } = await import('../store/neo4j/neo4j-store.js');
  const store = await reach(() => Neo4jStore.open(address));
  try {
    if ((await store.dataset()) !== null) return { store, origin: `in Neo4j at ${address.uri}` };
    await store.load(await graphOf(dossiers, warn), progress('Loading into Neo4j'));
    return { store, origin: `in Neo4j at ${address.uri}, loaded from the dossiers in ${shownFolder}` };
  } catch (error) {
    await store.close();
    throw error;
  }
}
