import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { startServer, type RunningServer } from '../../../src/http/server.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { custodes, type Ran } from '../../cli/custodes.js';
import { exported, storeOf } from '../../export/exported.js';
import { smallGraph } from '../../fixtures/small-graph.js';
import { askServer } from '../../graphql/served-graph.js';
import { everythingIn } from './everything-in.js';
import { graphOfSize } from './graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

const environment = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: neo4jOfTests.user, NEO4J_PASSWORD: neo4jOfTests.password };
const load = (...args: string[]): Promise<Ran> => custodes(['load', ...args], environment);
/** 20,801 records: three transactions. */
const large = graphOfSize(2_600, 'records');

describeWithNeo4j('custodes load --records', () => {
  const folder = mkdtempSync(join(tmpdir(), 'custodes-records-'));
  const [largeFile, smallFile] = [join(folder, 'large.ndjson'), join(folder, 'small.ndjson.gz')];
  let largeText: string;
  let store: Neo4jStore;
  let driver: Driver;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    largeText = (await exported(await storeOf(large), 'records')).text;
    writeFileSync(largeFile, largeText);
    writeFileSync(smallFile, gzipSync((await exported(await storeOf(smallGraph), 'records')).text));
    driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    store = await Neo4jStore.open(neo4jOfTests);
  }, 120_000);
  afterAll(async () => {
    // Also where a test failed: a server that is left would keep the run from ending.
    await server?.close();
    await store.close();
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await driver.close();
    rmSync(folder, { recursive: true });
  });

  test('fills an empty Neo4j, says how far it is, and gives back the same bytes', async () => {
    const loaded = await load('--records', largeFile);
    expect(loaded).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^Loaded into .* 20801 records/) });
    expect(loaded.err).toMatch(/10000 of 20801 records \(48 %\)\n[\s\S]*20801 of 20801 records \(100 %\)/);
    const all = await everythingIn(store);
    expect(all.entities).toEqual(large.entities);
    expect(all).toEqual(large);
    const out = join(folder, 'back.ndjson');
    expect(await custodes(['export', 'records', '--out', out], environment)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(out, 'utf8')).toBe(largeText);
  }, 240_000);

  test('has nothing to do where the same file was loaded', async () => {
    const again = await load('--records', largeFile);
    expect(again).toMatchObject({ exitCode: 0, out: expect.stringContaining('already') });
    expect(again.err).not.toContain('records (');
  }, 60_000);

  test('does not touch another graph unless told to replace it; then the old one is gone, and what is not ours stays', async () => {
    const refused = await load('--records', smallFile);
    expect(refused).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^GRAPH_NOT_EMPTY: .*--replace/) });
    expect((await store.dataset())?.version).toBe(large.version);
    await driver.executeQuery("CREATE (:Note { text: 'of somebody else' })");
    expect(await load('--records', smallFile, '--replace')).toMatchObject({ exitCode: 0 });
    expect(await everythingIn(store)).toEqual(smallGraph);
    const { records } = await driver.executeQuery(
      'MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY label',
    );
    const nodes = Object.fromEntries(records.map((record) => [record.get('label') as string, Number(record.get('nodes'))]));
    const parts = (part: 'names' | 'identifiers' | 'attributes'): number =>
      smallGraph.entities.reduce((sum, entity) => sum + entity[part].length, 0);
    expect(nodes).toMatchObject({ Note: 1, Dataset: 1, Entity: smallGraph.entities.length, Name: parts('names') });
    expect([nodes['Identifier'] ?? 0, nodes['Attribute'] ?? 0]).toEqual([parts('identifiers'), parts('attributes')]);
    expect(nodes['Claim']).toBe(smallGraph.claims.length);
  }, 120_000);

  test('a graph that came from records is changed by dossiers like any other, and is then not that of the file', async () => {
    await store.load(graphOfSize(10, 'other'));
    expect(await everythingIn(store)).toEqual(graphOfSize(10, 'other'));
    expect(await load('--records', smallFile)).toMatchObject({ exitCode: 2, err: expect.stringContaining('GRAPH_NOT_EMPTY') });
  }, 60_000);

  test('a mistake in the file is found before anything is changed', async () => {
    const wrong = join(folder, 'wrong.ndjson');
    writeFileSync(wrong, largeText.replace('"kind":"industry-association"', '"kind":7'));
    const refused = await load('--records', wrong, '--replace');
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringMatching(/^BAD_RECORD: .*wrong\.ndjson:3: found 7 at kind/) });
    expect((await store.dataset())?.version).toBe('other-10');
    writeFileSync(wrong, gzipSync(largeText).subarray(0, 20_000));
    expect(await load('--records', wrong, '--replace')).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^RECORDS_DAMAGED/m),
    });
  }, 60_000);

  test('killed, again and again, it goes on where it stopped; meanwhile who asks or loads is told so', async () => {
    server = await startServer({ store, port: 0, host: '127.0.0.1', log: () => undefined });
    // Killed while the old graph is deleted, while records are written, and after the first transaction of a second try.
    for (const text of [' 0 of', '10000 of', '20000 of']) await killAt(text);

    expect(await askServer(server.url, '{ entity(id: "actor-0000001") { name } }')).toMatchObject({ codes: ['LOAD_UNDER_WAY'] });
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, expect.objectContaining({ code: 'LOAD_UNDER_WAY' })]);
    const taken = await fetch(`${server.url}/export/records`);
    expect([taken.status, taken.headers.has('retry-after')]).toEqual([503, true]);
    expect(await custodes(['query', '{ dataVersion }'], environment)).toMatchObject({ exitCode: 3 });
    await expect(store.load(smallGraph)).rejects.toMatchObject({ code: 'LOAD_UNDER_WAY' });
    expect(await load('--records', smallFile)).toMatchObject({ exitCode: 3, err: expect.stringContaining('LOAD_UNDER_WAY') });

    const { exitCode, out, err } = await load('--records', largeFile, '--replace');
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.stringMatching(/^Went on where the load was broken off/) });
    const [, first] = /Loading into Neo4j: (\d+) of/.exec(err) ?? [];
    expect(Number(first)).toBeGreaterThanOrEqual(10_000);
    expect(await everythingIn(store)).toEqual(large);
    expect((await askServer(server.url, '{ entity(id: "actor-0000001") { name } }')).errors).toBeUndefined();
  }, 300_000);

  test('of two at one time that began last goes on, the other stops, and the graph is whole', async () => {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    const first = start();
    await said(first, ' 0 of');
    const second = start();
    const ended = await Promise.all([first, second].map(endOf));
    expect(ended.map(([exitCode]) => exitCode).sort()).toEqual([0, 3]);
    expect(ended.join()).toContain('LOAD_UNDER_WAY');
    expect(await everythingIn(store)).toEqual(large);
  }, 240_000);

  const start = (): ChildProcess =>
    spawn(process.execPath, ['dist/main.js', 'load', '--records', largeFile, '--replace'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });

  async function said(loading: ChildProcess, text: string): Promise<void> {
    let all = '';
    await new Promise<void>((heard) => {
      loading.stderr!.on('data', (chunk: Buffer) => {
        if ((all += chunk.toString()).includes(text)) heard();
      });
    });
  }

  async function endOf(loading: ChildProcess): Promise<[exitCode: number | null, err: string]> {
    let err = '';
    loading.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const [exitCode] = (await once(loading, 'close')) as [number | null];
    return [exitCode, err];
  }

  async function killAt(text: string): Promise<void> {
    const loading = start();
    await said(loading, text);
    loading.kill('SIGKILL');
    await once(loading, 'exit');
    expect(loading.signalCode).toBe('SIGKILL');
  }
});
