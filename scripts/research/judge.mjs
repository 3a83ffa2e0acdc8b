/** Asks a judge of test/judges/: a program in Python or R that shares nothing with the project. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @param {string} script its path in the project @param {unknown} request what it reads, as JSON @returns what it answers */
export function askJudge(script, request) {
  const inProject = project('.venv/bin/python');
  const python = process.env.CUSTODES_PYTHON ?? (existsSync(inProject) ? inProject : 'python3');
  const program = script.endsWith('.R') ? 'Rscript' : python;
  const { status, stdout, stderr } = spawnSync(program, [project(script)], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0)
    throw new Error(
      `${script} did not answer; \`npm run judges\` installs those in Python, R needs igraph and jsonlite.\n${stderr}`,
    );
  return JSON.parse(stdout);
}
