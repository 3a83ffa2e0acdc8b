import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const run = (script: string, option: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [script, option], { encoding: 'utf8', timeout: 20_000 });

const COMMANDS: [string, string][] = [
  ['npm run hard', 'scripts/hard.mjs'],
  ['npm run bench', 'scripts/bench/api/compare.mjs'],
];

test.each(COMMANDS)('%s tells what it takes, and begins nothing', (name, script) => {
  const { status, stdout, stderr } = run(script, '--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`${name} -- [options]`);
});

test.each(COMMANDS)('%s begins nothing where an option is not known', (name, script) => {
  const { status, stdout, stderr } = run(script, '--without-neo4');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^Unknown option '--without-neo4'/);
  expect(stderr).toContain(`${name} -- [options]`);
});
