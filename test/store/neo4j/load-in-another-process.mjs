/**
 * Loads the graph on its standard input (JSON) into the Neo4j of this test run, as the built program does, and writes
 * `written total` after every step. `npm test` builds it first.
 */
import { text } from 'node:stream/consumers';
import { Neo4jStore } from '../../../dist/store/neo4j/neo4j-store.js';

const { CUSTODES_TEST_NEO4J_URI: uri, CUSTODES_TEST_NEO4J_USER: user, CUSTODES_TEST_NEO4J_PASSWORD: password } = process.env;
const graph = JSON.parse(await text(process.stdin));
const store = await Neo4jStore.open({ uri, user, password });
await store.load(graph, (written, total) => process.stdout.write(`${written} ${total}\n`));
await store.close();
