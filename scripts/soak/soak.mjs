#!/usr/bin/env node
/** `npm run soak`: a server under mixed load for a long time; what it holds must not grow. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { optionsOr } from '../command-options.mjs';
import { machine, writeSection } from '../bench/performance-page.mjs';
import { startNeo4j } from '../neo4j/server.mjs';
import { timeCommand } from '../bench/start/starting.mjs';
import { BOUNDS, judge } from './bounds.mjs';
import { loadFor, subjects } from './load.mjs';
import { startServer } from './server.mjs';

const HELP = `npm run soak -- [options]

Starts the server with the dossiers and sends it queries, exports, listeners, lists of names and what is refused or left, all at once. Ten
times on the way the load rests, and what the server holds is looked at, after a collection. Ends with 1 where anything was lost, or
where more is held at the end than at the first look by more than: ${Object.entries(BOUNDS)
  .map(([what, most]) => `${what} ${most}`)
  .join(', ')}.

  --minutes NUMBER   (30)
  --clients NUMBER   that ask at once (12)
  --neo4j            with the graph in a Neo4j that it starts (Java 17, Maven)
  --write            writes the section of docs/performance.md
  --json             the figures as JSON
  --help
`;

const LOOKS = 10;
/** Small, so that what is kept of answers is soon as much as it may be. */
const ANSWERS = 8 * 2 ** 20;
const CONNECTIONS = 16;

const options = optionsOr(HELP, {
  minutes: { type: 'string', default: '30' },
  clients: { type: 'string', default: '12' },
  neo4j: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
});
await main();

async function main() {
  const work = mkdtempSync(join(tmpdir(), 'custodes-soak-'));
  const neo4j = options.neo4j ? await neo4jWithDossiers(join(work, 'neo4j')) : null;
  try {
    const found = await soak({
      CUSTODES_ANSWER_CACHE_BYTES: String(ANSWERS),
      CUSTODES_CACHE: join(work, 'cache'),
      ...neo4j?.environment,
    });
    const { samples, lost, exitCode } = found;
    const figures = judge(samples, neo4j === null ? 0 : CONNECTIONS);
    const text = section(found, figures);
    if (options.json) console.log(JSON.stringify({ ...found, figures }));
    else console.log(text);
    if (options.write) await writeSection('Soak', text);
    for (const one of lost) say(`lost: ${one}`);
    process.exitCode = lost.length === 0 && exitCode === 0 && figures.every(({ kept }) => kept) ? 0 : 1;
  } finally {
    await neo4j?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

async function neo4jWithDossiers(home) {
  const { uri, user, password, stop } = await startNeo4j({ home, password: 'custodes-soak', say });
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  await timeCommand(['load'], environment);
  return { environment: { ...environment, CUSTODES_NEO4J_CONNECTIONS: String(CONNECTIONS) }, stop };
}

async function soak(environment) {
  const server = await startServer({ NEO4J_URI: 'off', ...environment });
  const target = { url: server.url, ...(await subjects(server.url)) };
  const [samples, counts, lost, waiting] = [[], {}, [], []];
  const seconds = (Number(options.minutes) * 60) / (LOOKS + 1);
  // The first time it gets warm: code is compiled, and what is kept is filled.
  for (let look = 0; look <= LOOKS; look++) {
    await loadFor(target, { seconds, clients: Number(options.clients), counts, lost });
    samples.push(await server.held());
    waiting.push(loadavg()[0]);
    const { heap, rss, handles, descriptors } = samples.at(-1);
    say(
      `${look} of ${LOOKS}: heap ${heap.toFixed(1)} MiB, RSS ${rss.toFixed(0)} MiB, ${handles} handles, ${descriptors} descriptors`,
    );
  }
  return {
    samples,
    counts,
    lost,
    exitCode: await server.stop(),
    load: waiting.reduce((sum, one) => sum + one, 0) / waiting.length,
  };
}

function section({ counts, lost, exitCode, load }, figures) {
  const flags = [`--minutes ${options.minutes}`, ...(options.neo4j ? ['--neo4j'] : [])].join(' ');
  const requests = Object.values(counts)
    .flatMap(Object.values)
    .reduce((sum, one) => sum + one, 0);
  return [
    `\`npm run soak -- ${flags}\` on ${machine()}; the graph in ${options.neo4j ? 'Neo4j' : 'memory'}; ${options.clients} clients. Load of the machine meanwhile, what else ran on it included (mean of waiting processes, for its ${cpus().length} cores): ${load.toFixed(1)}. ` +
      `${requests} requests, ${lost.length === 0 ? 'none lost' : `${lost.length} or more lost`}; ended by SIGTERM with ${exitCode}.`,
    '',
    '| held with no request under way, after a collection | warm | most | at the end | growth, and what it may be |',
    '|---|---|---|---|---|',
    ...figures.map(
      ({ name, warm, most, last, bound }) =>
        `| ${name} | ${shown(warm)} | ${shown(most)} | ${shown(last)} | ${shown(last - warm)} (${bound}) |`,
    ),
    '',
    '| clients | requests, by what came of them |',
    '|---|---|',
    ...Object.entries(counts).map(
      ([kind, outcomes]) =>
        `| ${kind} | ${Object.entries(outcomes)
          .map(([outcome, times]) => `${times} ${outcome}`)
          .join(', ')} |`,
    ),
  ].join('\n');
}

function shown(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
