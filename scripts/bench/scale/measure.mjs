#!/usr/bin/env node
/** `npm run bench:scale`: the same bounded questions on graphs of several sizes in Neo4j, loading them, and the server's memory while it exports. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { optionsOr } from '../../command-options.mjs';
import { startNeo4j } from '../../neo4j/server.mjs';
import { machine, median, writeSection } from '../performance-page.mjs';
import { memoryOfExport, memoryOfHub, residentMiB } from './memory.mjs';
import { QUESTIONS } from './questions.mjs';

const HELP = `npm run bench:scale -- [options]

Writes a records file for each size, loads it into a fresh Neo4j (Java 17, Maven), and asks bounded questions through the server, one at a time,
without a cache of answers: their cost must grow with the answer, not with the graph. Then the same of a copy in memory (CUSTODES_READ_MODEL). Disk: about 6 KB an entity for the file, 15 KB in Neo4j.

  --entities LIST      sizes (20000,200000,1000000)
  --relations NUMBER   that go out of an entity, on average (5)
  --seed NUMBER        (1)
  --heap SIZE          of Neo4j (2g)
  --in-memory NUMBER   the largest size that is asked of a copy in memory, too (200000)
  --times NUMBER       each question is asked, each time about another entity, after as many to warm up (30)
  --work FOLDER        where files and databases go (the system's folder for temporary files)
  --print              only print the section, do not write docs/performance.md
  --help
`;

const options = optionsOr(HELP, {
  entities: { type: 'string', default: '20000,200000,1000000' },
  relations: { type: 'string', default: '5' },
  seed: { type: 'string', default: '1' },
  heap: { type: 'string', default: '2g' },
  'in-memory': { type: 'string', default: '200000' },
  times: { type: 'string', default: '30' },
  work: { type: 'string', default: tmpdir() },
  print: { type: 'boolean', default: false },
});
/** A copy of the graph in the server's memory answers; it does not look for other data while it is measured. */
const COPY = { CUSTODES_READ_MODEL: '3600000', NODE_OPTIONS: '--max-old-space-size=10240' };

/** Given much memory, a server lets it fill before it collects what is over; how little it needs shows where there is little. */
const LITTLE_MEMORY = { NODE_OPTIONS: '--max-old-space-size=192' };

await main();

async function main() {
  const measured = [];
  for (const entities of options.entities.split(',').map(Number)) {
    const work = mkdtempSync(join(options.work, 'custodes-scale-'));
    try {
      measured.push(await measureSize(entities, work));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    // After each size, for the next one may take longer than somebody can wait.
    if (options.print) console.log(section(measured));
    else await writeSection('Scale', section(measured));
  }
}

async function measureSize(entities, work) {
  const file = join(work, 'graph.ndjson');
  const size = ['--entities', String(entities), '--relations', options.relations, '--seed', options.seed];
  say(`${entities} entities: writing the records`);
  await ended(run(['scripts/bench/scale/generate.mjs', ...size, '--out', file]));
  const neo4j = await startNeo4j({ home: join(work, 'neo4j'), heap: options.heap, password: 'custodes-bench', say });
  const environment = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  try {
    const loaded = await measureLoad(file, environment);
    rmSync(file);
    const neo4jAnswers = await withServer(environment, (server) => measureQuestions(server, entities));
    const held = await withServer({ ...environment, ...LITTLE_MEMORY }, async ({ url, pid }) => ({
      hub: await memoryOfHub(url, pid),
      export: await memoryOfExport(url, pid),
    }));
    const isCopied = entities <= Number(options['in-memory']);
    const copied = isCopied
      ? await withServer({ ...environment, ...COPY }, (server) => measureQuestions(server, entities))
      : null;
    return { entities, ...loaded, ...neo4jAnswers, held, copied };
  } finally {
    await neo4j.stop();
  }
}

async function measureLoad(file, environment) {
  const load = run(['dist/main.js', 'load', '--records', file, '--json'], environment);
  const began = performance.now();
  let writing = began;
  load.stderr.on('data', (text) => {
    if (/: 0 of/.test(text)) writing = performance.now();
    process.stderr.write(text);
  });
  const loaded = JSON.parse(await ended(load));
  const now = performance.now();
  const records = loaded.sources + loaded.entities + loaded.relations + loaded.claims;
  return { relations: loaded.relations, records, checked: writing - began, written: now - writing };
}

async function withServer(environment, work) {
  const began = performance.now();
  const server = run(['dist/main.js', 'serve', '--port', '0'], { ...environment, CUSTODES_ANSWER_CACHE_BYTES: '0' });
  try {
    const url = await addressOf(server);
    return await work({ url, pid: server.pid, ready: performance.now() - began });
  } finally {
    server.kill('SIGKILL');
    await once(server, 'close');
  }
}

async function measureQuestions({ url, pid, ready }, entities) {
  const questions = [];
  for (const { name, query, of, times: most = Number(options.times) } of QUESTIONS) {
    const times = [];
    let outcome = 'answered';
    for (let n = -most; n < most; n++) {
      const id = of(Math.abs(n) + (n < 0 ? 1_000 : 0), entities);
      const began = performance.now();
      outcome = await answerTo(url, query, { id }, name);
      if (outcome === 'given up') break;
      if (n >= 0) times.push(performance.now() - began);
    }
    const figures = outcome === 'given up' ? null : { median: median(times), slowest: Math.max(...times) };
    say(`${name}: ${figures === null ? outcome : `${figures.median.toFixed(1)} ms`}`);
    questions.push(figures);
  }
  return { questions, ready, resident: residentMiB(pid) };
}

async function answerTo(url, query, variables, name) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  // That is an answer, too: the table says so.
  if (text.includes('OPERATION_TIMED_OUT')) return 'given up';
  if (text.includes('"errors"')) throw new Error(`${name} with ${JSON.stringify(variables)} failed: ${text.slice(0, 500)}`);
  return 'answered';
}

function section(measured) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const of = (what) => measured.map(what);
  const ofCopies = (what) => of(({ copied }) => (copied === null ? '–' : what(copied)));
  const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  const thousands = (value) => value.toLocaleString('en-US');
  const answered = (one) => (one === null ? 'given up after 30 s' : `${ms(one.median)} (${ms(one.slowest)})`);
  const inTime = ({ took, whole }) => `${(took / 1000).toFixed(0)} s${whole ? ', all' : ''}`;
  const memory = ({ before, most }) => `${before.toFixed(0)} MiB, ${most.toFixed(0)} MiB`;
  const head = (first) => [
    row([first, ...of(({ entities }) => `${thousands(entities)} entities`)]),
    `|${'---|'.repeat(measured.length + 1)}`,
  ];
  return [
    `\`npm run bench:scale -- --entities ${of(({ entities }) => entities).join(',')} --times ${options.times}\` on ${machine()}; Neo4j 5.26 with a heap of ${options.heap}. Load of the machine meanwhile (mean of waiting processes, for its ${cpus().length} cores): ${loadavg()[2].toFixed(0)}. ${options.relations} relations an entity on average, a claim for every record, skewed degrees.`,
    '',
    'Bounded questions over HTTP, one at a time, each time about another entity, no answer kept: median in milliseconds, the slowest in brackets.',
    '',
    ...head('Neo4j answers'),
    ...QUESTIONS.map(({ name }, at) => row([name, ...of(({ questions }) => answered(questions[at]))])),
    '',
    ...head('a copy in memory answers (`CUSTODES_READ_MODEL`)'),
    ...QUESTIONS.map(({ name }, at) => row([name, ...ofCopies(({ questions }) => answered(questions[at]))])),
    row(['the start, reading it from Neo4j', ...ofCopies(({ ready }) => `${(ready / 1000).toFixed(0)} s`)]),
    row(['memory of the server', ...ofCopies(({ resident }) => `${resident.toFixed(0)} MiB`)]),
    '',
    ...head('`custodes load --records`'),
    row(['relations', ...of(({ relations }) => thousands(relations))]),
    row(['records in all', ...of(({ records }) => thousands(records))]),
    row(['checking the file', ...of(({ checked }) => `${(checked / 1000).toFixed(0)} s`)]),
    row(['writing, with indexes', ...of(({ written }) => `${(written / 1000).toFixed(0)} s`)]),
    row(['records a second', ...of(({ records, written }) => thousands(Math.round(records / (written / 1000))))]),
    '',
    ...head('a server of 192 MiB of heap, on Neo4j, for a minute at most'),
    row([
      'all relations of the greatest hub, 100 at a time',
      ...of(({ held: { hub } }) => `${thousands(hub.amount)}, ${inTime(hub)}`),
    ]),
    row(['its memory before, and most', ...of(({ held: { hub } }) => memory(hub))]),
    row(['`/export/records`', ...of(({ held }) => `${(held.export.amount / 1e6).toFixed(0)} MB, ${inTime(held.export)}`)]),
    row(['its memory before, and most', ...of(({ held }) => memory(held.export))]),
  ].join('\n');
}

function run(args, environment = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production', ...environment } });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

/** What it wrote to standard output. */
async function ended(child) {
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${status}: ${err.slice(-2000)}`);
  return out;
}

async function addressOf(server) {
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (printed = (printed + text).slice(-5_000)));
  server.once('exit', (status, signal) => {
    if (signal !== 'SIGKILL') say(`The server ended with ${status ?? signal}: ${printed}`);
  });
  for (const began = performance.now(); performance.now() - began < 900_000; await delay(50)) {
    const [, url] = /(http:\/\/\S+)\/graphql/.exec(printed) ?? [];
    if (url) return url;
  }
  throw new Error(`The server did not start: ${printed}`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
