import { fileURLToPath } from 'node:url';
import { graphOf } from '../../src/cli/open-store.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The real server on a free port, with the project's own dossiers in memory. */
export async function serveSeeds(): Promise<RunningServer> {
  const store = new MemoryStore();
  await store.load(await graphOf(SEEDS));
  return startServer({ store, host: '127.0.0.1', port: 0 });
}
