#!/usr/bin/env node
/** `npm run hard`: runs the fault, limit, fuzz and soak suites, and prints what was tried and what was lost. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { optionsOr } from './command-options.mjs';
import { summary } from './hard-summary.mjs';

const HELP = `npm run hard -- [options]

Runs the suites of faults, limits and generated requests, and a short soak, with a Neo4j that it starts (Java 17, Maven); about twenty
minutes on two cores. Prints what was tried and what was lost. Ends with 1 where anything was lost, with 2 where what needs a real
Neo4j could not be tried.

  --without-neo4j    what needs Neo4j may be left out
  --help
`;

const options = optionsOr(HELP, { 'without-neo4j': { type: 'boolean', default: false } });

const SUITES = [
  'test/faults',
  'test/fuzz',
  'test/soak',
  'test/http/admission',
  'test/http/cypher',
  'test/http/events',
  'test/http/export',
  'test/http/fast-lane',
  'test/http/graphql-over-http',
  'test/http/hostile-requests',
  'test/http/listening',
  'test/http/long-calculations',
  'test/http/observing',
  'test/http/odd-json',
  'test/http/other-origins',
  'test/http/raw-requests',
  'test/http/reconcile',
  'test/http/server',
  'test/http/settings',
  'test/http/slow-requests',
  'test/http/stalled-clients',
  'test/graphql/answer-cache',
  'test/graphql/errors',
  'test/graphql/execution',
  'test/configuration',
  'test/docs/limits',
  'test/docs/nginx',
  'test/dossier/snapshot',
  'test/export/streaming',
  'test/cli/compiled-graph',
  'test/cli/late-neo4j',
  'test/cli/no-room',
  'test/cli/serve',
  'test/cli/settings',
  'test/store/operation',
  'test/store/read-model',
  'test/store/neo4j/announced-load',
  'test/store/neo4j/graph-data-science',
  'test/store/neo4j/killed-load',
  'test/store/neo4j/own-statement',
  'test/store/neo4j/records',
  'test/store/neo4j/refusals',
  'test/records',
  'test/statement-text',
];

// A suite that was renamed would be left out without a word.
const absent = SUITES.filter((suite) => !readdirSync(dirname(suite)).some((name) => name.startsWith(basename(suite))));
if (absent.length > 0)
  throw new Error(`There is no suite ${absent.join(', ')}: name it as it is called now, in ${basename(import.meta.url)}.`);

const folder = mkdtempSync(join(tmpdir(), 'custodes-hard-'));
const [results, report] = [join(folder, 'results.json'), join(folder, 'report.jsonl')];
const jest = ['--no-warnings', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`];
// What is tried by suites is what was built.
if (spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const { status } = spawnSync(process.execPath, [...jest, ...SUITES], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, CUSTODES_TEST_HARD_REPORT: report },
});
if (!existsSync(results)) throw new Error('The suites did not run to their end; what stopped them is above.');

const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
const generated = existsSync(report)
  ? readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const { text, exitCode } = summary(testResults, generated, options['without-neo4j']);
console.log(text);
rmSync(folder, { recursive: true });
process.exitCode = exitCode || (status === 0 ? 0 : 1);
