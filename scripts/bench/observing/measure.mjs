#!/usr/bin/env node
/** `npm run bench:observing`: what metrics, logs and traces cost; writes its section of docs/performance.md. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { optionsOr } from '../../command-options.mjs';
import { fileURLToPath } from 'node:url';
import { subjects } from '../../soak/load.mjs';
import { machine, median, writeSection } from '../performance-page.mjs';

const HELP = `npm run bench:observing -- [options]

The server with the dossiers in memory, every answer worked out anew, asked for one entity at a time (the cheapest question, so the one of which
observing is the largest part) and for entities with their relations: without metrics, logs and traces, with each, and with all. In turns.

  --seconds NUMBER      of each measurement (5)
  --rounds NUMBER       (5)
  --connections NUMBER  (16)
  --print               only print the section, do not write docs/performance.md
  --help
`;

const options = optionsOr(HELP, {
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '5' },
  connections: { type: 'string', default: '16' },
  print: { type: 'boolean', default: false },
});

const SERVER = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const LOADER = fileURLToPath(new URL('../api/', import.meta.url));

const OFF = { CUSTODES_METRICS: 'off', CUSTODES_LOG_LEVEL: 'silent' };
const METRICS = { CUSTODES_METRICS: 'local' };
const LOGS = { CUSTODES_LOG_LEVEL: 'info', CUSTODES_LOG_FORMAT: 'json' };
const VARIANTS = [
  { name: 'nothing is observed', environment: OFF },
  { name: 'metrics, asked for once a second', environment: { ...OFF, ...METRICS } },
  { name: 'logs: a line a request, into a file', environment: { ...OFF, ...LOGS } },
  { name: 'metrics and logs, as usual', environment: { ...METRICS, ...LOGS } },
  { name: 'metrics, logs and traces of every request', environment: { ...METRICS, ...LOGS }, traces: true },
];

const QUESTIONS = [
  { name: 'entity by id', query: 'query Entity($id: ID!) { entity(id: $id) { id name kind } }' },
  {
    name: 'one hop',
    query:
      'query Hop($id: ID!) { entity(id: $id) { id name relations(first: 10) { nodes { id type target { id name kind } } } } }',
  },
];

await main();

async function main() {
  if (!existsSync(join(LOADER, 'node_modules')))
    execFileSync('npm', ['ci', '--silent', '--no-audit'], { cwd: LOADER, stdio: 'inherit' });
  const { measure } = await import('../api/load.mjs');
  const work = mkdtempSync(join(tmpdir(), 'custodes-bench-observing-'));
  const collector = await startCollector();
  const figures = VARIANTS.map(() => QUESTIONS.map(() => []));
  const waiting = [];
  try {
    for (let round = 0; round < Number(options.rounds); round++) {
      for (const [v, { name, environment, traces }] of VARIANTS.entries()) {
        const server = await start(work, { ...environment, ...(traces && { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }) });
        const { ids } = await subjects(server.url);
        for (const [q, { query }] of QUESTIONS.entries()) {
          const requests = ids.map((id) => ({ body: JSON.stringify({ query, variables: { id } }) }));
          const load = (seconds) =>
            measure({ url: `${server.url}/graphql`, requests }, { connections: Number(options.connections), seconds });
          await load(2);
          const before = server.cpuMs();
          const { rate } = await load(Number(options.seconds));
          figures[v][q].push({ rate, cpu: ((server.cpuMs() - before) * 1000) / (rate * Number(options.seconds)) });
        }
        waiting.push(loadavg()[0]);
        await server.stop();
        const logged = statSync(join(work, 'log')).size;
        if ((environment.CUSTODES_LOG_LEVEL === 'info') !== logged > 0) throw new Error(`${name}: ${logged} bytes of log.`);
        say(`round ${round + 1}, ${name}: ${figures[v].map((list) => list.at(-1).rate.toFixed(0)).join(', ')} answers a second`);
      }
    }
    if (collector.received() === 0) throw new Error('No trace was received.');
  } finally {
    collector.close();
    rmSync(work, { recursive: true, force: true });
  }
  const text = section(figures, waiting);
  if (options.print) console.log(text);
  else await writeSection('Observing', text);
}

/** The program as it is run, bundled; its log goes into a file. */
async function start(work, environment) {
  const log = openSync(join(work, 'log'), 'w');
  const usual = { NEO4J_URI: 'off', CUSTODES_PORT: '0', CUSTODES_HOST: '127.0.0.1', CUSTODES_ANSWER_CACHE_BYTES: '0' };
  const server = spawn(process.execPath, ['--no-warnings', SERVER, 'serve'], {
    stdio: ['ignore', 'pipe', log],
    env: { ...process.env, ...usual, CUSTODES_CACHE: join(work, 'cache'), ...environment },
  });
  closeSync(log);
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = once(server, 'exit').finally(() => process.off('exit', killWithUs));
  let printed = '';
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => {
      printed += text;
      if (printed.includes('Ctrl+C')) resolve(/http:\/\/\S+(?=\/graphql)/.exec(printed)[0]);
    });
    void ended.then(() => reject(new Error(`The server ended: ${readFileSync(join(work, 'log'), 'utf8')}`)));
  });
  const scraping =
    environment.CUSTODES_METRICS === 'local'
      ? setInterval(() => void fetch(`${url}/metrics`).then((answer) => answer.text()), 1_000)
      : undefined;
  return {
    url,
    cpuMs: () => cpuMs(server.pid),
    stop: async () => {
      clearInterval(scraping);
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** Processor time of a process so far, which what else the machine does changes little. Linux counts it in hundredths of a second. */
function cpuMs(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

async function startCollector() {
  let received = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
    received++;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    received: () => received,
    close: () => void (server.close(), server.closeAllConnections()),
  };
}

function section(figures, waiting) {
  const load = waiting.reduce((sum, one) => sum + one, 0) / waiting.length;
  const of = (v, q, what) => median(figures[v][q].map((one) => one[what]));
  /** Each round beside the one without, so that what else the machine does falls on both alike. */
  const ratio = (v, q, what) => median(figures[v][q].map((one, round) => one[what] / figures[0][q][round][what]));
  const row = ({ name }, v) => [
    name,
    ...QUESTIONS.flatMap((_, q) => [
      `${of(v, q, 'rate').toFixed(0)} (${ratio(v, q, 'rate').toFixed(2)})`,
      `${of(v, q, 'cpu').toFixed(0)} µs (${ratio(v, q, 'cpu').toFixed(2)})`,
    ]),
  ];
  const table = [
    ['', ...QUESTIONS.flatMap(({ name }) => [`${name}: answers a second`, 'processor time of the server for each'])],
    ['---', ...QUESTIONS.flatMap(() => ['---', '---'])],
    ...VARIANTS.map(row),
  ];
  return [
    `\`npm run bench:observing -- --seconds ${options.seconds} --rounds ${options.rounds}\` on ${machine()}. Load of the machine meanwhile, what else ran on it included (mean of waiting processes, for its ${cpus().length} cores): ${load.toFixed(1)}. ` +
      `The server with the dossiers in memory, no answer kept, ${options.connections} connections. Medians of the rounds, in turns; in brackets the median of the ratios to the same round without anything.`,
    '',
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
