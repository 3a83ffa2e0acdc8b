/** Asks a judge of test/judges/: a Python program that shares nothing with the project. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @param {string} script its path in the project @param {unknown} request what it reads, as JSON @returns what it answers */
export function askJudge(script, request) {
  const inProject = project('.venv/bin/python');
  const python = process.env.CUSTODES_PYTHON ?? (existsSync(inProject) ? inProject : 'python3');
  const { status, stdout, stderr } = spawnSync(python, [project(script)], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${script} did not answer; \`npm run judges\` installs the judges.\n${stderr}`);
  return JSON.parse(stdout);
}
