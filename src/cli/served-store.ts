import type { Log } from '../log/log.js';
import type { Freshness } from '../store/freshness.js';
import type { GraphPlace } from './graph-place.js';
import { openStore, type OpenStore, type Reach } from './open-store.js';
import { inLog } from './progress.js';

export interface ServedStore extends OpenStore {
  /** How far the store may be behind; null where it is no copy. */
  freshness: (() => Freshness) | null;
}

/**
 * The store that a server asks: the one of the place, or a copy in memory of the graph in Neo4j, which follows it.
 * @param lookEveryMs between looks for other data; null: no copy
 * @throws ReadModelTooLarge
 */
export async function servedStore(place: GraphPlace, lookEveryMs: number | null, log: Log, reach: Reach): Promise<ServedStore> {
  const notices = inLog(log);
  const opened = await openStore(place, reach, notices);
  // An archive is in memory already.
  if (lookEveryMs === null || opened.store.engine === 'memory') return { ...opened, freshness: null };
  const { ReadModel } = await import('../store/read-model/read-model.js');
  const model = await ReadModel.open(opened.store, {
    lookEveryMs,
    progress: notices.progress('Reading the graph from Neo4j'),
    onProblem: (problem) => {
      if (problem === null) log.note('The graph in Neo4j is followed again');
      else log.error('The graph in Neo4j cannot be followed; answers come from the copy', problem);
    },
  });
  return {
    store: model,
    origin: `${opened.origin}, answered from a copy in memory that looks for other data every ${lookEveryMs} ms`,
    freshness: () => model.freshness,
  };
}
