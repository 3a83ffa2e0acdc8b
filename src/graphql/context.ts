import { unlessTheAskerGivesUp } from '../store/operation.js';
import type { GraphStore, HeldDataset } from '../store/port.js';
import { USUAL_API, type QueryLimits } from './configurable.js';
import { NoData } from './errors.js';
import { EarlierVersions } from '../domain/earlier-versions.js';
import { createLoaders, type Loaders } from './loaders.js';
import { NestedReads } from './nested-reads.js';

/** What the resolvers of one request share. */
export interface Context {
  store: GraphStore;
  /** Made when they are first used: many operations want none. */
  readonly loaders: Loaders;
  nested: NestedReads;
  /** Rows of a page that this server gives at most. */
  pageRows: number;
  /** Versions of the data to compare the present one with. */
  earlier: EarlierVersions;
  /** The data that the store holds. @throws NoData */
  dataset(): Promise<HeldDataset>;
  /** Its version. @throws NoData */
  dataVersion(): Promise<string>;
}

/**
 * A context is for one request: it reads one graph throughout, and its loaders remember what they have read.
 * @param limits of the server
 */
export function createContext(
  live: GraphStore,
  earlier = new EarlierVersions(),
  { pageRows }: Pick<QueryLimits, 'pageRows'> = USUAL_API.limits,
): Context {
  const store = live.snapshot();
  let held: Promise<HeldDataset> | undefined;
  const dataset = (): Promise<HeldDataset> => (held ??= readDataset(store));
  let loaders: Loaders | undefined;
  return {
    store,
    get loaders() {
      return (loaders ??= createLoaders(store));
    },
    nested: new NestedReads(store, pageRows),
    pageRows,
    earlier,
    dataset,
    dataVersion: async () => (await dataset()).version,
  };
}

async function readDataset(store: GraphStore): Promise<HeldDataset> {
  const dataset = await unlessTheAskerGivesUp(store.dataset());
  if (dataset === null) throw new NoData();
  return dataset;
}
