/**
 * Custodes over the generated graph, as a process of its own: `serve-custodes.mjs neo4j|copy|memory '<size as JSON>' [kept|watched]`, where `copy` is a copy
 * in memory of the graph in Neo4j. It works out every answer anew, unless `kept` says that answers are kept as they usually are; `watched`
 * says at /metrics where its time goes. Prints its address.
 */
import { startServer } from '../../../dist/http/server.js';
import { openMetrics } from '../../../dist/metrics/metrics.js';
import { MemoryStore } from '../../../dist/store/memory/memory-store.js';
import { Neo4jStore } from '../../../dist/store/neo4j/neo4j-store.js';
import { ReadModel } from '../../../dist/store/read-model/read-model.js';
import { generatedGraph } from './generated-graph.mjs';
import { neo4jFromEnvironment } from './neo4j-address.mjs';

const [engine, size, manner] = process.argv.slice(2);
const store = await openStore();
const api = manner === 'kept' ? {} : { answerCacheBytes: 0 };
const metrics = manner === 'watched' ? openMetrics('bench') : undefined;
const server = await startServer({
  ...{ store, port: 0, host: '127.0.0.1', api },
  ...(metrics && { metrics: { show: metrics, to: 'local' }, observers: [metrics.observe] }),
});
process.stdout.write(`${server.url}/graphql\n`);

async function openStore() {
  if (engine === 'memory') {
    const memory = new MemoryStore();
    await memory.load(generatedGraph(JSON.parse(size)));
    return memory;
  }
  const held = await Neo4jStore.open(neo4jFromEnvironment());
  return engine === 'copy' ? ReadModel.open(held, { lookEveryMs: 1000 }) : held;
}
