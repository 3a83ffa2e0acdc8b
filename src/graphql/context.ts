import { unlessTheAskerGivesUp } from '../store/operation.js';
import type { GraphStore } from '../store/port.js';
import { NoData } from './errors.js';
import { EarlierVersions } from '../domain/earlier-versions.js';
import { createLoaders, type Loaders } from './loaders.js';
import { NestedReads } from './nested-reads.js';

/** What the resolvers of one request share. */
export interface Context {
  store: GraphStore;
  loaders: Loaders;
  nested: NestedReads;
  /** Versions of the data to compare the present one with. */
  earlier: EarlierVersions;
  /** The version of the data that the store holds. @throws NoData */
  dataVersion(): Promise<string>;
}

/** A context is for one request: it reads one graph throughout, and its loaders remember what they have read. */
export function createContext(live: GraphStore, earlier = new EarlierVersions()): Context {
  const store = live.snapshot();
  let version: Promise<string> | undefined;
  return {
    store,
    loaders: createLoaders(store),
    nested: new NestedReads(store),
    earlier,
    dataVersion: () => (version ??= readDataVersion(store)),
  };
}

async function readDataVersion(store: GraphStore): Promise<string> {
  const dataset = await unlessTheAskerGivesUp(store.dataset());
  if (dataset === null) throw new NoData();
  return dataset.version;
}
