import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { custodesServe, type Serving } from './custodes.js';

/** Two releases behind one balancer, as while they are upgraded: this one, and itself under another version. */

const QUERY = '/graphql?query=%7BdataVersion%7D';
const folder = mkdtempSync(join(tmpdir(), 'custodes-release-'));
let [now, next] = [] as unknown as [Serving, Serving];

beforeAll(async () => {
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  for (const name of ['cypher', 'node_modules', 'schema', 'seeds']) symlinkSync(join(process.cwd(), name), join(folder, name));
  const described = JSON.parse(readFileSync('package.json', 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...described, version: '99.0.0' }));
  const seeds = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml', '--no-cache'];
  [now, next] = [await custodesServe(seeds), await custodesServe(seeds, {}, join(folder, 'dist/main.js'))];
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('they hold the same data version where they read the same dossiers, and either answers who demands it', async () => {
  const versions = [];
  for (const { url } of [now, next])
    versions.push((await fetch(`${url}${QUERY}`, { headers: HEADERS })).headers.get('custodes-data-version'));
  expect(versions).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), versions[0]]);
  for (const { url } of [now, next]) {
    const demanding = { ...HEADERS, 'custodes-data-version': versions[0]! };
    expect((await fetch(`${url}${QUERY}`, { headers: demanding })).status).toBe(200);
  }
});

test.each([QUERY, '/export/graphml'])('what one answered is not taken for what the other would answer: %s', async (path) => {
  const etags = [];
  for (const { url } of [now, next]) {
    const etag = (await fetch(`${url}${path}`, { headers: HEADERS })).headers.get('etag')!;
    expect((await fetch(`${url}${path}`, { headers: { ...HEADERS, 'if-none-match': etag } })).status).toBe(304);
    etags.push(etag);
  }
  expect(etags[0]).not.toBe(etags[1]);
  expect((await fetch(`${next.url}${path}`, { headers: { ...HEADERS, 'if-none-match': etags[0]! } })).status).toBe(200);
});

const HEADERS = { accept: 'application/json', 'apollo-require-preflight': 'true' };
