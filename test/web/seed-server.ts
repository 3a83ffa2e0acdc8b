import { fileURLToPath } from 'node:url';
import { graphOf } from '../../src/cli/open-store.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

const SEED_STORY = fileURLToPath(new URL('../../seeds/icoca/2021-06-25-digessp.yaml', import.meta.url));

/** The real server on a free port unless told, with the seed story in memory: what the tests expect stays, however many dossiers come. */
export async function serveSeeds(port = 0): Promise<RunningServer> {
  const store = new MemoryStore();
  await store.load(await graphOf({ seeds: SEED_STORY, cache: null, archive: null }));
  return startServer({ store, host: '127.0.0.1', port });
}
