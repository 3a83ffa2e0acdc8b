import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import type { AdmissionLimits } from '../../src/http/configurable.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer } from '../graphql/served-graph.js';
import { graphOfSize } from '../store/neo4j/graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { Line } from './line.js';

const NAME = '{ entity(id: "icoca") { name } }';
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeWithNeo4j('the line to Neo4j', () => {
  let direct: Neo4jStore;
  let driver: Driver;
  beforeAll(async () => {
    direct = await Neo4jStore.open(neo4jOfTests);
    await direct.load(smallGraph);
    driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
  }, 60_000);
  afterAll(async () => {
    await driver.close();
    await direct.close();
  });

  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  /** A server whose Neo4j is at the other end of a line. */
  async function serveOver(
    pool: { poolSize?: number; acquisitionTimeoutMs?: number } = {},
    admission: Partial<AdmissionLimits> = {},
  ): Promise<{ line: Line; server: RunningServer; logged: unknown[] }> {
    const line = await Line.to(neo4jOfTests.uri);
    open.push(() => line.close());
    const store = await Neo4jStore.open({ ...neo4jOfTests, uri: line.uri, ...pool });
    open.push(() => store.close());
    const logged: unknown[] = [];
    const log = (_: string, cause: unknown): void => void logged.push(cause);
    const server = await startServer({ store, port: 0, host: '127.0.0.1', admission, log, api: { answerCacheBytes: 0 } });
    open.push(() => server.close());
    return { line, server, logged };
  }

  test('slow: answers are right, and come later', async () => {
    const { line, server } = await serveOver();
    line.delay = 200;
    const began = performance.now();
    const answer = await askServer(server.url, NAME);
    expect(answer).toMatchObject({ codes: [], data: { entity: { name: 'International Code of Conduct Association' } } });
    expect(performance.now() - began).toBeGreaterThan(200);
  });

  test('slower than a question may take: it is given up in time and in words, and later ones are answered', async () => {
    const { line, server } = await serveOver({}, { operationTimeoutMs: 1_000 });
    line.delay = 5_000;
    const began = performance.now();
    expect((await askServer(server.url, NAME)).codes).toEqual(['OPERATION_TIMED_OUT']);
    expect(performance.now() - began).toBeLessThan(4_000);
    line.delay = 0;
    await expectAnswersWithin(server, 15_000);
  }, 60_000);

  test.each([
    ['less', 5_000],
    ['more', 300_000],
  ])('Neo4j is told to end what takes longer than the operation may, be that %s than usual', async (_, operationTimeoutMs) => {
    const { line, server } = await serveOver({}, { operationTimeoutMs });
    await askServer(server.url, NAME);
    line.sent = '';
    expect((await askServer(server.url, NAME)).codes).toEqual([]);
    const [told, ...others] = timeoutsIn(line.sent);
    expect(others).toEqual([]);
    // A second more, so that who waits gives up first and says why.
    expect(told).toBeLessThanOrEqual(operationTimeoutMs + 1_001);
    expect(told).toBeGreaterThan(operationTimeoutMs - 4_000);
  });

  test('with every connection in use: what finds none is refused soon, in words, and answered again when one is free', async () => {
    const { line, server, logged } = await serveOver({ poolSize: 2, acquisitionTimeoutMs: 500 });
    line.delay = 3_000;
    const slow = [askServer(server.url, NAME), askServer(server.url, '{ entity(id: "iso") { id } }')];
    await pause(300);
    const began = performance.now();
    const refused = await Promise.all(
      ['iepades', 'digessp', 'gt'].map((id) => askServer(server.url, `{ entity(id: "${id}") { id } }`)),
    );
    // Half a second's patience, and no more; the slow line would take three a step.
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const { codes } of refused) expect(codes).toEqual(['STORE_UNAVAILABLE']);
    expect(String(logged[0])).toMatch(/connections .* in use/);
    const [ready, live, taken] = await Promise.all(
      ['health/ready', 'health/live', 'export/records'].map((path) => fetch(`${server.url}/${path}`)),
    );
    expect([ready?.status, live?.status, taken?.status]).toEqual([503, 200, 503]);
    expect(taken?.headers.has('retry-after')).toBe(true);
    line.delay = 0;
    await Promise.all(slow);
    await expectAnswersWithin(server, 15_000);
  }, 60_000);

  test('dead under the connections that there are: questions are given up in time, and new connections take their place', async () => {
    const { line, server } = await serveOver({ poolSize: 8, acquisitionTimeoutMs: 2_000 }, { operationTimeoutMs: 1_500 });
    await Promise.all(Array.from({ length: 8 }, (_, n) => askServer(server.url, `{ entity(id: "icoca") { a${n}: name } }`)));
    line.cut();
    const began = performance.now();
    const { codes } = await askServer(server.url, NAME);
    expect(performance.now() - began).toBeLessThan(6_000);
    for (const code of codes) expect(['OPERATION_TIMED_OUT', 'STORE_UNAVAILABLE']).toContain(code);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await expectAnswersWithin(server, 60_000);
  }, 120_000);

  test('wholly dead, and back: clear errors meanwhile, answers again without a restart', async () => {
    const { line, server } = await serveOver({ acquisitionTimeoutMs: 2_000 }, { operationTimeoutMs: 1_500 });
    line.silent = true;
    line.cut();
    for (let asked = 0; asked < 3; asked++) {
      const { codes } = await askServer(server.url, NAME);
      expect(['OPERATION_TIMED_OUT', 'STORE_UNAVAILABLE']).toContain(codes[0]);
    }
    line.silent = false;
    await expectAnswersWithin(server, 60_000);
  }, 120_000);

  test('other data in Neo4j, loaded by somebody else: the next answer is of it, and none that was kept', async () => {
    const store = await Neo4jStore.open(neo4jOfTests);
    const server = await startServer({ store, port: 0, host: '127.0.0.1' });
    open.push(
      () => store.close(),
      () => server.close(),
    );
    const question = '{ dataVersion entity(id: "icoca") { name } }';
    const address = `${server.url}/graphql?query=${encodeURIComponent(question)}`;
    const get = (headers: Record<string, string> = {}): Promise<Response> =>
      fetch(address, { headers: { 'apollo-require-preflight': 'true', ...headers } });
    const before = await get();
    const etag = before.headers.get('etag') ?? '';
    expect(await before.json()).toMatchObject({ data: { dataVersion: smallGraph.version } });
    expect((await get({ 'if-none-match': etag })).status).toBe(304);

    const other = graphOfSize(10, 'other');
    await direct.load(other);
    const after = await get({ 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ data: { dataVersion: other.version, entity: null } });
    await direct.load(smallGraph);
    expect(await (await get()).json()).toMatchObject({ data: { dataVersion: smallGraph.version } });
  }, 60_000);

  test('a question of GraphQL whose client has gone, or whose time is over, is not worked on in Neo4j any more', async () => {
    // Names so long, and relations so many, that looking for a word among them takes Neo4j half a minute.
    await driver.executeQuery("MATCH (one:Entity { id: 'icoca' }) SET one.foldedNames = [i IN range(1, 100) | $text]", {
      text: 'x'.repeat(100_000),
    });
    await driver.executeQuery(
      "MATCH (one:Entity { id: 'icoca' }), (other:Entity { id: 'iepades' }) UNWIND range(1, 5000) AS i CREATE (one)-[:PARTNERED_WITH { id: 'x', sortKey: 'x' }]->(other)",
    );
    const server = await startServer({ store: direct, port: 0, host: '127.0.0.1', admission: { operationTimeoutMs: 3_000 } });
    open.push(() => server.close());
    const query = '{ relations(from: "icoca", text: "zzz") { totalCount } }';
    const client = new AbortController();
    const gone = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    }).catch(() => 'gone');
    await until((names) => names.includes('read/relation-page'));
    client.abort();
    expect(await gone).toBe('gone');
    expect(await until((names) => !names.includes('read/relation-page'))).toBeLessThan(5_000);

    const late = askServer(server.url, query);
    await until((names) => names.includes('read/relation-page'));
    expect((await late).codes).toEqual(['OPERATION_TIMED_OUT']);
    expect(await until((names) => !names.includes('read/relation-page'))).toBeLessThan(5_000);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await direct.load(smallGraph);
  }, 120_000);

  /** `tx_timeout` of the statements, in Bolt's encoding: 0xC9 and two bytes, or 0xCA and four. The data is looked at within a time of its own. */
  function timeoutsIn(sent: string): number[] {
    return [...sent.matchAll(/tx_timeout(?:\xC9([^]{2})|\xCA([^]{4}))[^]*?(read\/[a-z-]+)/g)]
      .filter(([, , , statement]) => statement !== 'read/dataset')
      .map(([, short, long = '']) => {
        const bytes = Buffer.from(short ?? long, 'latin1');
        return bytes.readIntBE(0, bytes.length);
      });
  }

  async function expectAnswersWithin(server: RunningServer, milliseconds: number): Promise<void> {
    const began = performance.now();
    for (;;) {
      const { errors, codes } = await askServer(server.url, NAME);
      if (errors === undefined) return;
      if (performance.now() - began > milliseconds) throw new Error(`no answer again, but ${codes.join()}`);
      await pause(100);
    }
  }

  /** Waits until the statements under way in Neo4j, by the names that Custodes gives them, are as asked; gives how long that took. */
  async function until(what: (names: string[]) => boolean): Promise<number> {
    const began = performance.now();
    for (;;) {
      const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD metaData RETURN metaData.statement AS name');
      if (what(records.map((record) => String(record.get('name'))))) return performance.now() - began;
      if (performance.now() - began > 20_000) throw new Error('it did not come to that');
      await pause(20);
    }
  }
});
