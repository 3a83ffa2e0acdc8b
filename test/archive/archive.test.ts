import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import { custodes, custodesServe, post } from '../cli/custodes.js';
import { FORMATS } from '../../src/export/index.js';

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
const QUERY =
  '{ influence(region: "GT") { influencers { nodes { rank score actor { name } paths { hops { relation { claims { statement } } } } } } } }';

describe('custodes archive', () => {
  let folder: string;
  let archive: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'custodes-archive-'));
    archive = join(folder, 'first.zip');
    const { exitCode, err } = await custodes(['archive', '--out', archive, ...SEED_STORY]);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/first\.zip: 0\.\d MB, data version [0-9a-f]{64}\n$/);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const ask = (...args: string[]): Promise<string> => custodes(args).then(({ out }) => out);

  test('gives the same bytes again, in another time zone, too', async () => {
    const second = join(folder, 'second.zip');
    await custodes(['archive', '--out', second, '--no-cache', ...SEED_STORY], { TZ: 'Pacific/Auckland' });
    expect(readFileSync(second).equals(readFileSync(archive))).toBe(true);
  });

  test('is asked like the dossiers, and gives the same bytes', async () => {
    expect(await ask('query', QUERY, '--archive', archive)).toBe(await ask('query', QUERY, ...SEED_STORY));
    for (const { name } of FORMATS) {
      const [archived, made] = [await ask('export', name, '--archive', archive), await ask('export', name, ...SEED_STORY)];
      expect([name, archived === made]).toEqual([name, true]);
    }
    expect(await ask('diff', archive, 'seeds/icoca/2021-06-25-digessp.yaml')).toMatch(/^The same data: version/);
  });

  test('is served, and never by a Neo4j, which may hold another version', async () => {
    const server = await custodesServe(['--archive', archive], { NEO4J_URI: 'bolt://127.0.0.1:1' });
    expect(server.printed()).toContain('in memory, from ');
    expect(JSON.parse(await post(server.url, QUERY))).toEqual(JSON.parse(await ask('query', QUERY, ...SEED_STORY)));
    expect(await server.stop()).toBe(0);
  });

  test('is refused where it is damaged, is none, or is of another model', async () => {
    const bytes = readFileSync(archive);
    const files = unzipSync(bytes);
    const [top] = Object.keys(files)[0]!.split('/');
    const changed = (path: string, content: string): Uint8Array =>
      zipSync({ ...files, [`${top}/${path}`]: new Uint8Array(Buffer.from(content)) });
    const sums = (path: string, digest: string): Uint8Array =>
      new Uint8Array(
        Buffer.from(
          Buffer.from(files[`${top}/SHA256SUMS`]!)
            .toString()
            .replace(new RegExp(`[0-9a-f]{64}(?=  ${path})`), digest),
        ),
      );
    const entities = Buffer.from(files[`${top}/graph/entities.ndjson`]!).toString();
    const renamed = entities.replace('"kind":"centre"', '"kind":"pivot"');
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update(renamed).digest('hex');
    const cases: [string, Uint8Array][] = [
      ['ARCHIVE_DAMAGED', bytes.subarray(0, bytes.length - 5000)],
      ['ARCHIVE_DAMAGED', changed('graph/entities.ndjson', entities.replace('DCAF', 'DCAG'))],
      ['ARCHIVE_UNKNOWN', new Uint8Array(Buffer.from('not a zip'))],
      ['ARCHIVE_UNKNOWN', zipSync({ 'readme.txt': new Uint8Array() })],
      [
        'ARCHIVE_OF_ANOTHER_MODEL',
        zipSync({
          ...files,
          [`${top}/graph/entities.ndjson`]: new Uint8Array(Buffer.from(renamed)),
          [`${top}/SHA256SUMS`]: sums('graph/entities.ndjson', digest),
        }),
      ],
    ];
    for (const [code, content] of cases) {
      const path = join(folder, 'wrong.zip');
      writeFileSync(path, content);
      const { exitCode, err } = await custodes(['query', '{ dataVersion }', '--archive', path]);
      expect([exitCode, err]).toEqual([1, expect.stringMatching(new RegExp(`^${code}: `))]);
    }
    expect(await custodes(['query', '{ dataVersion }', '--archive', join(folder, 'none.zip')])).toMatchObject({ exitCode: 2 });
    expect(await custodes(['query', '{ dataVersion }', '--archive', archive, ...SEED_STORY])).toMatchObject({ exitCode: 2 });
  });

  test('that does not fit where it is to go is told so, and nothing is left there', async () => {
    const out = join(folder, 'large.zip');
    const command = `ulimit -f 64; exec "$0" dist/main.js archive --no-cache --out ${out} ${SEED_STORY.join(' ')}`;
    const ran = await promisify(execFile)('bash', ['-c', command, process.execPath], {
      env: { ...process.env, NEO4J_URI: '' },
    }).catch((error: { code: number; stderr: string }) => error);
    expect(ran).toMatchObject({ code: 4, stderr: expect.stringMatching(/^OUTPUT_NOT_WRITTEN: .*Make room there/) });
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });
});
