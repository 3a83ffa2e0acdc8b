#!/usr/bin/env node
/** `npm run hard`: runs the fault, limit, fuzz and soak suites, and prints what was tried and what was lost, as a table. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

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
console.log('\n| suite | tried | held | lost | not run |\n|---|---|---|---|---|');
const count = (tests, state) => tests.filter((test) => test.status === state).length;
for (const { name, assertionResults: tests } of testResults.sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const notRun = count(tests, 'pending') + count(tests, 'todo');
  console.log(
    `| ${relative('test', name)} | ${tests.length} | ${count(tests, 'passed')} | ${count(tests, 'failed')} | ${notRun} |`,
  );
}
if (existsSync(report)) {
  console.log('\n| generated | cases | lost | outcomes | slowest | growth of the heap |\n|---|---|---|---|---|---|');
  for (const line of readFileSync(report, 'utf8').trim().split('\n')) {
    const { what, cases, lost, outcomes, slowestMs, growthMiB } = JSON.parse(line);
    const each = Object.entries(outcomes).map(([outcome, times]) => `${times} ${outcome}`);
    console.log(`| ${what} | ${cases} | ${lost} | ${each.join(', ')} | ${slowestMs} ms | ${growthMiB} MiB |`);
  }
}
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
