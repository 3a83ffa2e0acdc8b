/**
 * `npm run bench:api`: the API on Neo4j and in memory beside @neo4j/graphql behind Apollo Server over the same Neo4j and data, and the
 * floor of bare HTTP. Prints a table: requests a second, medians and 99th percentiles in milliseconds, ratios to the peer.
 *
 *   --actors 20000 --relations 60000 --seed 1   size of the generated graph
 *   --connections 1,16                          at once
 *   --seconds 5 --rounds 3                      of each measurement, in turns
 *   --quick                                     2 seconds, 1 round
 *   --heap 3g                                   of Neo4j
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
if (!existsSync(join(here, 'node_modules'))) {
  process.stderr.write('Installing what is measured beside (once) …\n');
  execFileSync('npm', ['ci', '--silent', '--no-audit'], { cwd: here, stdio: 'inherit' });
}
const { startNeo4j } = await import('../../neo4j/server.mjs');
const { Neo4jStore } = await import('../../../dist/store/neo4j/neo4j-store.js');
const { generatedGraph } = await import('./generated-graph.mjs');
const { measure, median, startProcess } = await import('./load.mjs');
const { QUESTIONS, idsFor } = await import('./questions.mjs');

const { values } = parseArgs({
  options: {
    actors: { type: 'string', default: '20000' },
    relations: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '1' },
    connections: { type: 'string', default: '1,16' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    heap: { type: 'string', default: '3g' },
    quick: { type: 'boolean', default: false },
  },
});
const size = { actors: Number(values.actors), relations: Number(values.relations), seed: Number(values.seed) };
const seconds = values.quick ? 2 : Number(values.seconds);
const rounds = values.quick ? 1 : Number(values.rounds);

const home = mkdtempSync(join(tmpdir(), 'custodes-bench-api-'));
const started = [];
try {
  const neo4j = await startNeo4j({ home, heap: values.heap, say: (line) => process.stderr.write(`${line}\n`) });
  started.push(neo4j);
  const environment = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  process.stderr.write(`Loading ${size.actors} actors and ${size.relations} relations into Neo4j …\n`);
  const store = await Neo4jStore.open(neo4j);
  await store.load(generatedGraph(size));
  await store.close();

  const start = async (file, ...parameters) => {
    const server = await startProcess(file, parameters, environment);
    started.push(server);
    return server.url;
  };
  const servers = [
    { name: 'Custodes on Neo4j', url: await start('serve-custodes.mjs', 'neo4j', '{}'), query: 'ours' },
    { name: 'Custodes in memory', url: await start('serve-custodes.mjs', 'memory', JSON.stringify(size)), query: 'ours' },
    { name: '@neo4j/graphql', url: await start('serve-peer.mjs'), query: 'peer' },
    { name: 'bare HTTP', url: `${await start('serve-floor.mjs')}/hello`, query: null },
  ];
  process.stdout.write(
    '| question | connections | server | requests/s | p50 ms | p99 ms | × peer |\n|---|---|---|---|---|---|---|\n',
  );
  for (const connections of values.connections.split(',').map(Number)) {
    for (const question of QUESTIONS) await compare(question, servers, connections);
  }
} finally {
  for (const one of started.reverse()) await one.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);

/** Every server in turn, round by round, so that what else the machine does falls on all. */
async function compare(question, servers, connections) {
  const ids = idsFor(question.of, size.actors);
  const asked = servers.filter(({ query }) => query === null || question[query] !== undefined);
  const target = ({ url, query }) => ({
    url,
    bodies: query === null ? ['{}'] : ids.map((id) => JSON.stringify({ query: question[query], variables: { id } })),
  });
  for (const server of asked) await measure(target(server), { connections, seconds: 1 });
  const measured = new Map(asked.map((server) => [server, []]));
  for (let round = 0; round < rounds; round++) {
    for (const server of asked) measured.get(server).push(await measure(target(server), { connections, seconds }));
  }
  const of = (server, value) => median(measured.get(server).map((one) => one[value]));
  const peer = asked.find(({ query }) => query === 'peer');
  for (const server of asked) {
    const ratio = peer && server.query === 'ours' ? (of(server, 'rate') / of(peer, 'rate')).toFixed(1) : '';
    const cells = [of(server, 'rate').toFixed(0), of(server, 'p50').toFixed(0), of(server, 'p99').toFixed(0), ratio];
    process.stdout.write(`| ${[question.name, connections, server.name, ...cells].join(' | ')} |\n`);
  }
}
