import { once } from 'node:events';
import { formatProblems } from '../dossier/problem.js';
import type { Log } from '../log/log.js';
import type { GraphStore } from '../store/port.js';
import { readDossiers, type DossierFolder } from './dossier-folder.js';

/**
 * Loads the dossiers again when one changes, from when this is resolved. Where one is wrong its mistakes are shown and the graph
 * stays as it was.
 */
export async function watchDossiers(
  store: GraphStore,
  dossiers: DossierFolder,
  log: Log,
): Promise<{ close: () => Promise<void> }> {
  const { watch } = await import('chokidar');
  let reloading: Promise<void> = Promise.resolve();
  let asked = 0;
  const reload = (): void => {
    const request = ++asked;
    reloading = reloading.then(async () => {
      // Of several changes at once only the last needs a load.
      if (request !== asked) return;
      await reloadOnce(store, dossiers, log);
    });
  };
  const watcher = watch(dossiers.seeds, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 50 },
  });
  watcher.on('all', reload);
  await once(watcher, 'ready');
  return {
    close: async () => {
      await watcher.close();
      await reloading;
    },
  };
}

async function reloadOnce(store: GraphStore, dossiers: DossierFolder, log: Log): Promise<void> {
  try {
    const loaded = await readDossiers(dossiers, log.warn);
    if ('problems' in loaded) {
      log.warn(`${formatProblems(loaded.problems)}\n\nThe graph stays as it was until this is mended.`);
      return;
    }
    await store.load(loaded.graph);
    log.note(
      `Reloaded: ${loaded.graph.entities.length} entities, ${loaded.graph.relations.length} relations, data version ${loaded.graph.version.slice(0, 12)}.`,
    );
  } catch (error) {
    log.error('The dossiers could not be loaded again. The graph stays as it was.', error);
  }
}
