import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs a judge, a Python program that shares nothing with the project, and gives what it answers. `npm run judges` makes
 * the virtual environment; in CI it must be there.
 */
const PYTHON = process.env['CUSTODES_PYTHON'] ?? (existsSync('.venv/bin/python') ? '.venv/bin/python' : null);

export const judgesInstalled = PYTHON !== null;
if (!judgesInstalled && process.env['CI'] === 'true') throw new Error('CI needs the judges: run `npm run judges` first.');

export function askJudge<Answer>(script: string, request: unknown): Answer {
  const run = spawnSync(PYTHON ?? 'python3', [script], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as Answer;
}
