import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** `npm run judges` makes the virtual environment; in CI it must be there. */
const PYTHON = process.env['CUSTODES_PYTHON'] ?? (existsSync('.venv/bin/python') ? '.venv/bin/python' : null);

export const judgesInstalled = PYTHON !== null;
if (!judgesInstalled && process.env['CI'] === 'true') throw new Error('CI needs the judges: run `npm run judges` first.');

/** Runs a judge, a program in Python or R that shares nothing with the project, and gives what it answers. */
export function askJudge<Answer>(script: string, request: unknown): Answer {
  const run = spawnSync(script.endsWith('.R') ? 'Rscript' : (PYTHON ?? 'python3'), [script], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as Answer;
}
