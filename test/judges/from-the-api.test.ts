import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { custodesServe, type Serving } from '../cli/custodes.js';
import { judgesInstalled } from './python.js';
import { rInstalled } from './r.js';

/** The programs of docs/studies/from-the-api.md are run as they stand there, against a server of the dossiers. */
const PAGE = readFileSync('docs/studies/from-the-api.md', 'utf8');
const programs = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, program]) => program ?? '');

const PYTHON = process.env['CUSTODES_PYTHON'] ?? (existsSync('.venv/bin/python') ? '.venv/bin/python' : 'python3');

describe('the programs of docs/studies/from-the-api.md', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await custodesServe();
  });
  afterAll(async () => {
    await server.stop();
  });

  async function run(command: string, program: string): Promise<string> {
    expect(program).toContain('http://localhost:4000');
    const here = program.replace('http://localhost:4000', server.url);
    const { stdout } = await promisify(execFile)(command, [command === 'Rscript' ? '-e' : '-c', here], {
      env: { ...process.env, PYTHONUTF8: '1', LC_ALL: 'C.UTF-8' },
    });
    return stdout;
  }

  const [table, graph, version] = programs('python') as [string, string, string];
  const inPython = judgesInstalled ? test : test.skip;
  inPython('make a table of a ranking, in Python', async () => {
    const out = await run(PYTHON, table);
    expect(out).toMatch(/^data version [0-9a-f]{64}\n/);
    expect(out).toMatch(/ 1 +\S.* \d\.\d+\n/);
  });

  inPython('measure the graph and follow a relation to its pages, in Python', async () => {
    const out = await run(PYTHON, graph);
    expect(out).toMatch(/^data version [0-9a-f]{64}: \d+ entities, \d+ relations\n/);
    expect(out.match(/^0\.\d{3} {2}\S/gm)).toHaveLength(5);
    expect(out).toMatch(/^ {2}\S.* https?:\/\/\S+$/m);
  });

  inPython('demand a version, in Python', async () => {
    expect(await run(PYTHON, version)).toMatch(/^200 \{'statistics': .*\n412 DATA_VERSION_NOT_HELD\n$/);
  });

  (rInstalled ? test : test.skip)('do the same in R', async () => {
    const [program = ''] = programs('r');
    const out = await run('Rscript', program);
    expect(out).toMatch(/^data version [0-9a-f]{64} \n/);
    expect(out).toMatch(/^\d+ entities, \d+ relations$/m);
    expect(out).toMatch(/statement[^]*https?:/);
  });
});
