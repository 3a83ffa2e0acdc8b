import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { custodes, custodesServe, post } from './custodes.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';
const NAME = '{ entity(id: "iepades") { name } }';

let folder: string;
let dossier: string;
let cache: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custodes-'));
  dossier = join(folder, 'story.yaml');
  cache = join(folder, 'cache');
  await cp(SEED_STORY, dossier);
});
afterEach(() => rm(folder, { recursive: true }));

const kept = async (): Promise<number> => (await readdir(cache).catch(() => [])).length;

describe('the compiled graph', () => {
  test('is kept where --cache or CUSTODES_CACHE says, and nowhere where told so', async () => {
    for (const [args, environment] of [
      [['--no-cache'], { CUSTODES_CACHE: cache }],
      [['--cache', 'off'], {}],
      [[], { CUSTODES_CACHE: 'off' }],
    ] as const) {
      expect(await custodes(['query', NAME, '--seeds', dossier, ...args], environment)).toMatchObject({ exitCode: 0, err: '' });
      expect(await kept()).toBe(0);
    }
    await custodes(['query', NAME, '--seeds', dossier], { CUSTODES_CACHE: cache });
    expect(await kept()).toBe(1);
    const more = join(cache, 'more');
    await custodes(['influence', 'GT', '--seeds', dossier, '--cache', more], { CUSTODES_CACHE: cache });
    expect(await readdir(more)).toHaveLength(1);
  });

  test('damaged, is said in one line, and the answer is the same', async () => {
    const ask = () => custodes(['query', NAME, '--seeds', dossier, '--cache', cache]);
    const { out } = await ask();
    await appendFile(join(cache, (await readdir(cache))[0]!), 'x');
    expect(await ask()).toEqual({ exitCode: 0, out, err: expect.stringMatching(/^SNAPSHOT_DAMAGED: .*\n$/) });
    expect(await ask()).toEqual({ exitCode: 0, out, err: '' });
  });

  test('that finds no room on the disk is said in one line, leaves nothing behind, and the answer is the same', async () => {
    const { out } = await custodes(['query', NAME, '--seeds', dossier, '--no-cache']);
    // No file may grow beyond 4 KiB: what is written fails halfway, as on a full disk.
    const limited = `ulimit -f 8 && exec ${process.execPath} dist/main.js query '${NAME}' --seeds ${dossier} --cache ${cache}`;
    const ran = await promisify(execFile)('bash', ['-c', limited]);
    expect(ran).toEqual({ stdout: out, stderr: expect.stringMatching(/^SNAPSHOT_NOT_WRITTEN: .*EFBIG.*\n$/) });
    expect(await kept()).toBe(0);
  });

  test('is used and renewed by serve --watch', async () => {
    await mkdir(join(folder, 'seeds'));
    const watched = join(folder, 'seeds', 'story.yaml');
    await cp(dossier, watched);
    const story = await readFile(watched, 'utf8');
    const args = ['--watch', '--seeds', join(folder, 'seeds'), '--cache', cache];

    const server = await custodesServe(args);
    await writeFile(watched, story.replace('Instituto de Enseñanza para el Desarrollo Sostenible', 'Instituto IEPADES'));
    await server.hasPrinted('Reloaded:');
    expect(await post(server.url, NAME)).toContain('Instituto IEPADES');
    expect(await server.stop()).toBe(0);
    expect(await kept()).toBe(2);

    const again = await custodesServe(args);
    expect(await post(again.url, NAME)).toContain('Instituto IEPADES');
    expect(await again.stop()).toBe(0);
    expect(await kept()).toBe(2);
  });
});
