import { SERVERS } from './table.mjs';

/** What Custodes set out to reach, beside what was measured and the floor that no server over the same parts can be below. */

/**
 * @param {import('./table.mjs').Row[]} rows
 * @param {Awaited<ReturnType<typeof import('../seed-world.mjs').measureSeedWorld>>} world
 */
export function goals(rows, world) {
  const lines = [
    ...[4, 4, 4, 3].map((goal, i) =>
      beside(rows, PEERED[i], goal, SERVERS.neo4j, 'every answer asked of the same Neo4j', SERVERS.driver),
    ),
    ...[4, 4, 4, 3].map((goal, i) =>
      beside(rows, PEERED[i], goal, SERVERS.copy, 'on the same Neo4j by its copy', SERVERS.graphql),
    ),
    ...[10, 10, 10, 5].map((goal, i) => beside(rows, PEERED[i], goal, SERVERS.memory, 'in the memory store', SERVERS.graphql)),
    ...PEERED.map((question) => beside(rows, question, 20, SERVERS.again, 'asked again (GET, ETag)', SERVERS.hello)),
    ...PEERED.map((question) => besideDriver(rows, question)),
    {
      goal: '`influence` for any region of the seed world in memory: 50 ms',
      measured: `${world.slowest.ms.toFixed(0)} ms (\`${world.slowest.region}\`, the slowest), ${world.slowest.http.toFixed(0)} over HTTP, ${world.first.toFixed(0)} as the very first question`,
      met: Math.max(world.slowest.ms, world.slowest.http) <= 50,
      floor: '–',
    },
    {
      goal: `\`network\` of ${world.network.nodes} entities over HTTP: 3 times the writing of its JSON`,
      measured: `× ${(world.network.ms / world.network.json).toFixed(1)} worked out anew; × ${(world.network.kept / world.network.json).toFixed(1)} from the answers that a server keeps`,
      met: world.network.ms <= 3 * world.network.json,
      floor: `graphql-jit over the answer itself, bare HTTP: × ${(world.network.bareGraphql / world.network.json).toFixed(1)}; the same bytes, bare HTTP: × ${(world.network.bare / world.network.json).toFixed(1)}`,
    },
  ].filter((line) => line !== null);
  const head = '| goal | measured | | floor |\n| --- | --- | --- | --- |';
  return [
    head,
    ...lines.map(({ goal, measured, met, floor }) => `| ${goal} | ${measured} | ${met ? 'met' : 'not met'} | ${floor} |`),
  ].join('\n');
}

const PEERED = ['entity by id', 'one hop', 'three levels, ten each', 'page of 50, one hop'];

/** The rate at 16 connections beside the peer's. */
function beside(rows, question, goal, server, where, floor) {
  const rate = (name) => rateOf(rows, question, 16, name);
  if ([server, SERVERS.peer].some((name) => rate(name) === undefined)) return null;
  const ratio = rate(server) / rate(SERVERS.peer);
  return {
    goal: `${question}, ${where}, 16 connections: ${goal} times the peer`,
    measured: `× ${ratio.toFixed(1)}`,
    met: ratio >= goal,
    floor: floorOf(floor, rate(floor) / rate(SERVERS.peer)),
  };
}

/** The bare driver sends our own statement: where the peer's is quicker, that is what is to be mended, and no floor. */
const floorOf = (name, ratio) =>
  `${name}: × ${ratio.toFixed(1)}${name === SERVERS.driver && ratio < 1 ? ', so our statement is slower, which is no floor' : ''}`;

/** The bare driver answers over bare HTTP, so its time is that of both. Means: one connection's answers a second, turned round. */
function besideDriver(rows, question) {
  const [ours, copy, driver] = [SERVERS.neo4j, SERVERS.copy, SERVERS.driver].map((name) => rateOf(rows, question, 1, name));
  if (ours === undefined || driver === undefined) return null;
  return {
    goal: `${question}, Neo4j answering, one connection: within 1.3 times of bare driver and bare HTTP (means)`,
    measured: `× ${(driver / ours).toFixed(2)}; the copy × ${(driver / copy).toFixed(2)}`,
    met: driver / ours <= 1.3,
    floor: '× 1',
  };
}

function rateOf(rows, question, connections, server) {
  return rows.find((row) => row.question === question && row.connections === connections && row.server === server)?.rate;
}
