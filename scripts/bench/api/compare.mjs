/**
 * `npm run bench`: the API on Neo4j, from a copy of it in memory and in the memory store, every answer worked out anew, beside @neo4j/graphql
 * behind Apollo Server over the same Neo4j and data, the bare driver with the very Cypher that Custodes sends, and bare HTTP with
 * the same bytes and with a few. Prints its tables and writes its section of docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { optionsOr } from '../../command-options.mjs';

const HELP = `npm run bench -- [options]

Loads the API on Neo4j (Java 17, Maven), on a copy of it in memory and in the memory store, beside @neo4j/graphql, the bare driver and bare
HTTP, all on the same generated graph. Prints the tables of ratios and writes them into docs/performance.md.

  --actors NUMBER     of the generated graph (20000)
  --relations NUMBER  (60000)
  --seed NUMBER       (1)
  --connections LIST  at once, measured in this order (16,1,64): after sixteen, every server has run its code often enough for one to
                      tell what it takes all day
  --seconds NUMBER    of each measurement (5)
  --rounds NUMBER     of each measurement, in turns (3)
  --questions LIST    only these, as 'one hop;paths'
  --quick             1 second, 2 rounds (1 of 64 connections, and of 16 where the peer cannot be asked); 64 at once only what the peer
                      can be asked, influence over Bolt only one at a time; under ten minutes on two cores
  --heap SIZE         of Neo4j (3g)
  --print             only print, do not write docs/performance.md
  --help
`;
const options = optionsOr(HELP, {
  actors: { type: 'string', default: '20000' },
  relations: { type: 'string', default: '60000' },
  seed: { type: 'string', default: '1' },
  connections: { type: 'string', default: '16,1,64' },
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
  questions: { type: 'string' },
  heap: { type: 'string', default: '3g' },
  quick: { type: 'boolean', default: false },
  print: { type: 'boolean', default: false },
});

const here = fileURLToPath(new URL('.', import.meta.url));
execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
if (!existsSync(join(here, 'node_modules'))) {
  say('Installing what is measured beside (once) …');
  execFileSync('npm', ['ci', '--silent', '--no-audit'], { cwd: here, stdio: 'inherit' });
}
const { startNeo4j } = await import('../../neo4j/server.mjs');
const { startServer } = await import('../../../dist/http/server.js');
const { Neo4jStore } = await import('../../../dist/store/neo4j/neo4j-store.js');
const { machine, median, writeSection } = await import('../performance-page.mjs');
const { generatedGraph } = await import('./generated-graph.mjs');
const { measure, startProcess } = await import('./load.mjs');
const { askedAgain, QUESTIONS, requestsOf } = await import('./questions.mjs');
const { meansBetween, OWN_TIMES } = await import('./own-times.mjs');
const { measureSeedWorld } = await import('../seed-world.mjs');
const { recordStatements } = await import('./statements-sent.mjs');
const { SERVERS, shares, tables } = await import('./table.mjs');
const { goals } = await import('./goals.mjs');

const size = { actors: Number(options.actors), relations: Number(options.relations), seed: Number(options.seed) };
const seconds = options.quick ? 1 : Number(options.seconds);
/** In --quick two where ratios to the peer or to the floor are drawn from them: of one round, whoever is asked last finds the database warmest. */
const roundsOf = (question, connections) => {
  if (!options.quick) return Number(options.rounds);
  return connections === 1 || (connections === 16 && question.peer) ? 2 : 1;
};
/** What the bare server answers with a few bytes, by connections. */
const fewBytes = new Map();
const chosen = options.questions?.split(';');

const home = mkdtempSync(join(tmpdir(), 'custodes-bench-api-'));
const started = [];
try {
  const neo4j = await startNeo4j({ home, heap: options.heap, say });
  started.push(neo4j);
  say(`Loading ${size.actors} actors and ${size.relations} relations into Neo4j …`);
  const store = await Neo4jStore.open(neo4j);
  await store.load(generatedGraph(size));

  const environment = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  const start = async (file, ...parameters) => {
    const server = await startProcess(file, parameters, environment);
    started.push(server);
    return server.url;
  };
  const floor = await start('serve-floor.mjs');
  const servers = {
    floor,
    neo4j: await start('serve-custodes.mjs', 'neo4j', '{}'),
    watched: await start('serve-custodes.mjs', 'neo4j', '{}', 'watched'),
    memory: await start('serve-custodes.mjs', 'memory', JSON.stringify(size)),
    copy: await start('serve-custodes.mjs', 'copy', '{}'),
    again: await start('serve-custodes.mjs', 'copy', '{}', 'kept'),
    peer: await start('serve-peer.mjs'),
    driver: `${floor}/statements`,
    graphql: await start('../serve-bare-graphql.mjs', JSON.stringify(size)),
    hello: `${floor}/hello`,
  };
  const rows = [];
  const questions = QUESTIONS.filter(({ name }) => !chosen || chosen.includes(name));
  const sent = await statementsFor(store, neo4j, questions);
  for (const connections of options.connections.split(',').map(Number)) {
    for (const question of questions) {
      if (options.quick && connections > 16 && !question.peer) continue;
      rows.push(...(await compare(question, sent.get(question), servers, connections)));
    }
  }
  await store.close();
  say('The graph of the project');
  const text = section(rows, await measureSeedWorld('seeds'));
  if (options.print) process.stdout.write(`${text}\n`);
  else {
    await writeSection('The API', text);
    process.stdout.write(`${text}\n\nWritten to docs/performance.md.\n`);
  }
} finally {
  for (const one of started.reverse()) await one.stop();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);

/** The Cypher that Custodes sends for each request of each question, in a server of this process. */
async function statementsFor(store, neo4j, questions) {
  const recorded = await recordStatements(neo4j);
  const server = await startServer({ store, port: 0, host: '127.0.0.1', api: { answerCacheBytes: 0 } });
  const sent = new Map();
  for (const question of questions) {
    say(`Cypher of: ${question.name}`);
    const bodies = [];
    for (const { body } of requestsOf(question, 'ours', size.actors)) {
      const ask = () => fetch(`${server.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      bodies.push({ body: JSON.stringify(await recorded(async () => (await ask()).text())) });
    }
    sent.set(question, bodies);
  }
  await server.close();
  return sent;
}

/** Every server in turn, round by round, so that what else the machine does falls on all; a few bytes are the same to every question. */
async function compare(question, statements, servers, connections) {
  say(`${question.name}, ${connections} at once`);
  const ours = requestsOf(question, 'ours', size.actors);
  // Sixteen at once of a question that reads most of the graph only say, after half a minute, that they are given up.
  const overBolt = !(options.quick && question.readsMostOfTheGraph && connections > 1);
  const targets = [
    ...(overBolt ? [{ server: 'neo4j', url: servers.neo4j, requests: ours }] : []),
    ...(connections === 1 ? [{ server: 'watched', url: servers.watched, requests: ours }] : []),
    { server: 'copy', url: servers.copy, requests: ours },
    { server: 'memory', url: servers.memory, requests: ours },
    { server: 'again', url: servers.again, requests: await askedAgain(servers.again, ours) },
    ...(question.peer ? [{ server: 'peer', url: servers.peer, requests: requestsOf(question, 'peer', size.actors) }] : []),
    ...(overBolt ? [{ server: 'driver', url: servers.driver, requests: statements }] : []),
    ...(question.peer ? [{ server: 'graphql', url: servers.graphql, requests: ours }] : []),
    { server: 'bytes', url: `${servers.floor}/bytes?${servers.memory}`, requests: ours },
    ...(fewBytes.has(connections) ? [] : [{ server: 'hello', url: servers.hello, requests: [{ method: 'GET' }] }]),
  ];
  const noting = async (target, load) => {
    const own = OWN_TIMES[target.server];
    if (own === undefined) return measure(target, load);
    const before = await own(servers);
    const one = await measure(target, load);
    return { ...one, ...meansBetween(before, await own(servers)) };
  };
  const loads = [];
  const measured = targets.map(() => []);
  for (const [index, target] of targets.entries()) {
    // By then all are warm, and --quick asks nothing of 64 that is slow.
    if (options.quick && connections > 16) {
      loads.push({ connections, seconds });
      continue;
    }
    // To warm up, and to see how slow the question is; those that walk far may take longer than a second.
    const amount = Math.max(connections, 3);
    const first = await noting(target, { connections, ...(question.peer ? { seconds: 1 } : { amount }) });
    const slow = first.rate * seconds < 2 * connections;
    loads.push({ connections, ...(slow ? { amount } : { seconds }) });
    if (first.rate === 0 || (slow && options.quick)) measured[index].push(first);
  }
  for (let round = 0; round < roundsOf(question, connections); round++) {
    // There and back, for the database runs its code the quicker the more it was asked the same.
    const turns = [...targets.entries()];
    for (const [index, target] of round % 2 === 0 ? turns : turns.reverse()) {
      if (measured[index][0]?.rate !== 0 && measured[index].length <= round) {
        measured[index].push(await noting(target, loads[index]));
      }
    }
  }
  const figures = targets.map(({ server }, index) => {
    const of = (value) => median(measured[index].map((one) => one[value]));
    return [server, Object.fromEntries(Object.keys(measured[index][0]).map((figure) => [figure, of(figure)]))];
  });
  if (!fewBytes.has(connections)) fewBytes.set(connections, figures.pop());
  return [...figures, fewBytes.get(connections)].map(([server, of]) => ({
    question: question.name,
    connections,
    server: SERVERS[server],
    ...of,
  }));
}

function section(rows, world) {
  const flags = process.argv.slice(2).filter((flag) => flag !== '--print');
  const command = ['npm run bench', ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ');
  return `\`${command}\` on ${machine()}; Neo4j 5.26, ${size.actors} actors and ${size.relations} relations with claims, degrees skewed, seed ${size.seed}.
Load by autocannon, ${seconds} s a measurement, ${options.quick ? 'one or two rounds there and back' : `medians of ${options.rounds} rounds in turns`}; clients, servers and database share the cores. It counts latency in whole milliseconds: < 1 is what it counts as 0, and the answers a second of one connection say how long those took.${options.quick ? ' Of 64 connections --quick measures the four questions that the peer can be asked, not the other four, and influence over Bolt only one at a time.' : ''} Every answer is worked out anew, but for
"the same view again": a persisted query by GET, asked with the ETag of the last answer, of a server that answers from its copy of Neo4j. "Bare driver" sends the very Cypher that Custodes sends on Neo4j. The peer is @neo4j/graphql 7 behind Apollo Server 5, asked for the same fields, over the same release of the driver. Neither writes logs or metrics meanwhile; what those cost Custodes is told under Observing.

${tables(rows)}

Where the time of a question goes that Neo4j answers, one connection, means. A server with metrics says what its operations took and what of that it waited for statements; "database" is what Neo4j says of the same statements to the bare driver, in whole milliseconds, cut off:

${shares(rows)}

${seedWorld(world)}

The goals:

${goals(rows, world)}`;
}

function seedWorld({ entities, relations, regions, answered, first, median: usual, slowest, network }) {
  const ms = (value) => (value < 0.05 ? 'under 0.05' : value.toFixed(value < 10 ? 1 : 0));
  return `The project's own graph (${entities} entities, ${relations} relations) in memory, one question at a time. \`influence\` for each of its ${regions} places: median of the ${answered} that somebody reaches ${ms(usual)} ms, slowest ${ms(slowest.ms)} ms
(\`${slowest.region}\`; over HTTP ${ms(slowest.http)} ms); the whole world as the first question after the start ${ms(first)} ms. \`network\` of depth 2 around ICoCA, ${network.nodes} entities and ${network.edges} relations, ${(network.bytes / 1000).toFixed(0)} kB over HTTP: ${ms(network.ms)} ms, ${(network.ms / network.json).toFixed(1)} times the ${ms(network.json)} ms that writing its JSON takes;
the same bytes from a bare HTTP server: ${ms(network.bare)} ms, from the answers that a server keeps: ${ms(network.kept)} ms.`;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
