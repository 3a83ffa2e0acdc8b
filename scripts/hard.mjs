#!/usr/bin/env node
/**
 * `npm run hard`: runs the fault, limit, fuzz and soak suites, and prints what was tried and what was lost. It ends with 1 where something was lost,
 * with 2 where what needs a real Neo4j could not be tried; `-- --without-neo4j` allows that.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summary } from './hard-summary.mjs';

const SUITES = [
  'test/faults',
  'test/fuzz',
  'test/soak',
  'test/http/admission',
  'test/http/hostile-requests',
  'test/http/stalled-clients',
  'test/http/graphql-over-http',
  'test/http/other-origins',
  'test/dossier/snapshot',
  'test/cli/compiled-graph',
  'test/cli/no-room',
  'test/cli/late-neo4j',
  'test/store/neo4j/killed-load',
  'test/store/neo4j/records',
  'test/records',
  'test/store/neo4j/refusals',
  'test/statement-text',
];

const folder = mkdtempSync(join(tmpdir(), 'custodes-hard-'));
const [results, report] = [join(folder, 'results.json'), join(folder, 'report.jsonl')];
const jest = ['--no-warnings', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`];
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
const { text, exitCode } = summary(testResults, generated, process.argv.includes('--without-neo4j'));
console.log(text);
rmSync(folder, { recursive: true });
process.exitCode = exitCode || (status === 0 ? 0 : 1);
