/**
 * Custodes over the generated graph, as a process of its own: `serve-custodes.mjs neo4j|copy|memory '<size as JSON>' [kept]`, where `copy` is a copy
 * in memory of the graph in Neo4j. It works out every answer anew, unless `kept` says that answers are kept as they usually are. Prints its
 * address.
 */
import { startServer } from '../../../dist/http/server.js';
import { MemoryStore } from '../../../dist/store/memory/memory-store.js';
import { Neo4jStore } from '../../../dist/store/neo4j/neo4j-store.js';
import { ReadModel } from '../../../dist/store/read-model/read-model.js';
import { generatedGraph } from './generated-graph.mjs';
import { neo4jFromEnvironment } from './neo4j-address.mjs';

const [engine, size, kept] = process.argv.slice(2);
const store = await openStore();
const api = kept === 'kept' ? {} : { answerCacheBytes: 0 };
const server = await startServer({ store, port: 0, host: '127.0.0.1', api });
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
