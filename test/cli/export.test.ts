import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../../src/export/index.js';
import { custodes } from './custodes.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];

describe('custodes export', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'custodes-export-'));
  });

  test('writes to standard output, and says on standard error how much', async () => {
    const { exitCode, out, err } = await custodes([
      'export',
      'node-link',
      '--centers',
      'icoca,dcaf',
      '--depth',
      '0',
      ...SEED_STORY,
    ]);
    expect(exitCode).toBe(0);
    expect((JSON.parse(out) as { nodes: { id: string }[] }).nodes.map(({ id }) => id)).toEqual(['dcaf', 'icoca']);
    expect(err).toMatch(/^node-link: 0\.0 MB, data version [0-9a-f]{12}$/m);
  });

  test('writes to a file, which is there when it is whole', async () => {
    const out = join(folder, 'gt.graphml');
    expect(await custodes(['export', 'graphml', '--within', 'GT', '--as-of', '2021', '--out', out, ...SEED_STORY])).toMatchObject(
      {
        exitCode: 0,
        out: '',
      },
    );
    expect(readFileSync(out, 'utf8')).toContain('<node id="digessp">');
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  test('says what a limit leaves out, and what a format has no place for', async () => {
    const network = await custodes(['export', 'graphml', '--centers', 'icoca', '--limit', '2', ...SEED_STORY]);
    expect(network.err).toContain('limit of 2');
    expect((await custodes(['export', 'bods', ...SEED_STORY])).err).toMatch(/left out: .*Instrument \d/);
  });

  test.each([
    ['an export', ['export', 'cypher', ...SEED_STORY], /^$/],
    ['a table', ['measures', 'degree', '--json', '--places'], /^\d+ entities.*\n$/],
  ])('%s ends without a word of complaint when nobody reads on', async (_, command, said) => {
    const child = spawn(process.execPath, ['dist/main.js', ...command], { env: { ...process.env, NEO4J_URI: '' } });
    let printed = '';
    child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(exitCode).toBe(0);
    expect(printed).toMatch(said);
  });

  test('is refused with a code and what to do', async () => {
    expect(await custodes(['export', 'xlsx', ...SEED_STORY])).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/^UNKNOWN_FORMAT: .*graphml, gexf/),
    });
    expect(await custodes(['export', 'graphml', '--centers', 'icocca', '--out', join(folder, 'x'), ...SEED_STORY])).toMatchObject(
      {
        exitCode: 1,
        err: expect.stringMatching(/^UNKNOWN_ID: .*"icoca"/),
      },
    );
    expect(existsSync(join(folder, 'x'))).toBe(false);
    // A file cannot take the place of a folder, and none is left beside it.
    expect(await custodes(['export', 'bods', '--out', folder, ...SEED_STORY])).toMatchObject({ exitCode: 2 });
    expect(existsSync(`${folder}.part`)).toBe(false);
    expect(await custodes(['export', 'graphml', '--out', join(folder, 'no', 'such', 'x'), ...SEED_STORY])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('Check the path.'),
    });
  });

  test('--help names every format', async () => {
    const { out } = await custodes(['export', '--help']);
    for (const { name } of FORMATS) expect(out.replace(/\s+/g, ' ')).toContain(name);
    expect(out).toContain('Examples:');
  });
});
