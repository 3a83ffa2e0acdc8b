/**
 * Custodes over the generated graph, as a process of its own: `serve-custodes.mjs neo4j|memory '<size as JSON>' [kept]`. It works out every
 * answer anew, unless `kept` says that answers are kept as they usually are. Prints its address.
 */
import { startServer } from '../../../dist/http/server.js';
import { MemoryStore } from '../../../dist/store/memory/memory-store.js';
import { Neo4jStore } from '../../../dist/store/neo4j/neo4j-store.js';
import { generatedGraph } from './generated-graph.mjs';
import { neo4jFromEnvironment } from './neo4j-address.mjs';

const [engine, size, kept] = process.argv.slice(2);
const store = engine === 'neo4j' ? await Neo4jStore.open(neo4jFromEnvironment()) : new MemoryStore();
if (engine === 'memory') await store.load(generatedGraph(JSON.parse(size)));
const api = kept === 'kept' ? {} : { answerCacheBytes: 0 };
const server = await startServer({ store, port: 0, host: '127.0.0.1', api });
process.stdout.write(`${server.url}/graphql\n`);
