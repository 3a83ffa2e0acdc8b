import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { NEO4J_FOLDER, startNeo4j } from '../../scripts/neo4j/server.mjs';
import type { AdmissionLimits } from '../../src/http/configurable.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { OwnStatements } from '../../src/store/neo4j/own-statement.js';
import { graphOf } from '../../src/cli/open-store.js';
import { custodes, type Ran } from '../cli/custodes.js';
import { exported, storeOf } from '../export/exported.js';
import { everythingIn } from '../store/neo4j/everything-in.js';
import { graphOfSize } from '../store/neo4j/graph-of-size.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer, type GraphQLAnswer } from '../graphql/served-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

/** Everything here is over HTTP against a real Neo4j, to which something happens. */

const NAME = '{ entity(id: "icoca") { name } }';
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const portOf = (uri: string): number => Number(new URL(uri).port);

async function serve(
  store: Neo4jStore,
  admission: Partial<AdmissionLimits> = {},
  cypher: OwnStatements | null = null,
): Promise<RunningServer> {
  const options = { store, port: 0, host: '127.0.0.1', admission, log: () => undefined };
  return startServer({ ...options, cypher: cypher && ((asked) => cypher.askFenced(asked)) });
}

/** What is said to clients never holds a stack, a path, an address or a password. */
function expectClear({ status, errors, codes }: GraphQLAnswer, known: readonly string[]): void {
  expect([status, codes]).toEqual([expect.any(Number), expect.arrayContaining([expect.any(String)])]);
  for (const code of codes) expect(known).toContain(code);
  expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules|bolt:\/\/|127\.0\.0\.1|custodes-test|Neo4jError/);
}

describeWithNeo4j('Neo4j that is stopped, or killed, and started', () => {
  const home = join(NEO4J_FOLDER, `faults-${process.pid}`);
  type Running = Awaited<ReturnType<typeof startNeo4j>>;
  let running: Running;
  beforeAll(async () => {
    running = await startNeo4j({ home, password: 'custodes-faults', heap: '1g' });
  }, 120_000);
  afterAll(async () => {
    await running.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** Gives a load, kills Neo4j as soon as it has said this, and starts it again. */
  async function killedWhile(args: readonly string[], says: string): Promise<Ran> {
    let killed: Promise<void> | undefined;
    const ran = await custodes(['load', ...args], environment(), '', (said) => {
      if (said.includes(says)) killed ??= running.kill();
    });
    expect(killed).toBeDefined();
    await killed;
    running = await startNeo4j({ home, boltPort: portOf(running.uri), password: running.password, heap: '1g' });
    return ran;
  }
  const environment = (): Record<string, string> => {
    const { uri, user, password } = running;
    return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  };

  test('killed while dossiers are loaded: the load says so, the graph is the old one, and a load again makes it whole', async () => {
    const story = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
    expect(await custodes(['load', ...story], environment())).toMatchObject({ exitCode: 0 });
    const { uri, user, password } = running;
    const store = await Neo4jStore.open({ uri, user, password });
    const server = await serve(store, { operationTimeoutMs: 5_000 });
    const before = await everythingIn(store);

    const { exitCode, err } = await killedWhile([], 'Loading into Neo4j: ');
    expect([exitCode, err]).toEqual([3, expect.stringMatching(/^STORE_UNAVAILABLE: Neo4j cannot be reached at bolt:/m)]);
    expect(err).not.toContain(password);
    await untilReady(server, 200);
    expect(await everythingIn(store)).toEqual(before);

    expect(await custodes(['load'], environment())).toMatchObject({ exitCode: 0 });
    const inMemory = await graphOf({ seeds: resolve('seeds'), cache: null, archive: null });
    expect(await everythingIn(store)).toEqual(inMemory);
    await server.close();
    await store.close();
  }, 240_000);

  test('killed while records are loaded: what is there of them is served to nobody, and the same load goes on to the end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'custodes-killed-'));
    const file = join(folder, 'records.ndjson');
    const graph = graphOfSize(1_500, 'killed');
    writeFileSync(file, (await exported(await storeOf(graph), 'records')).text);
    const { uri, user, password } = running;
    const store = await Neo4jStore.open({ uri, user, password });
    const server = await serve(store, { operationTimeoutMs: 5_000 });

    const load = ['--records', file, '--replace'];
    const { exitCode, err } = await killedWhile(load, ' 10000 of');
    expect([exitCode, err]).toEqual([3, expect.stringMatching(/^STORE_UNAVAILABLE: Neo4j cannot be reached at bolt:/m)]);
    await untilReady(server, 503, 'LOAD_UNDER_WAY');
    expectClear(await askServer(server.url, NAME), ['LOAD_UNDER_WAY']);
    expect(await custodes(['load', ...load], environment())).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Went on where the load was broken off/),
    });
    await untilReady(server, 200);
    expect(await everythingIn(store)).toEqual(graph);
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }, 240_000);

  async function untilReady({ url }: RunningServer, status: number, code?: string): Promise<void> {
    for (const began = performance.now(); ; await pause(100)) {
      const response = await fetch(`${url}/health/ready`);
      const said = (await response.json()) as { code?: string };
      if (response.status === status && said.code === code) return;
      if (performance.now() - began > 30_000) throw new Error(`/health/ready says ${response.status} ${said.code}`);
    }
  }

  test('stopped under load: errors are clear while it is away; answers come again without a restart of the server', async () => {
    const { uri, user, password } = running;
    const store = await Neo4jStore.open({ uri, user, password });
    await store.load(smallGraph);
    const server = await serve(store, { operationTimeoutMs: 5_000 });
    const answers: GraphQLAnswer[] = [];
    let loading = true;
    const load = Array.from({ length: 8 }, async () => {
      while (loading) {
        answers.push(await askServer(server.url, NAME));
        await pause(20);
      }
    });
    await pause(1_000);
    await running.stop();
    await pause(2_000);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    running = await startNeo4j({ home, boltPort: portOf(uri), password, heap: '1g' });
    for (let waited = 0; (await askServer(server.url, NAME)).errors; waited += 100) {
      expect(waited).toBeLessThan(30_000);
      await pause(100);
    }
    loading = false;
    await Promise.all(load);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    const wrong = answers.filter(({ errors }) => errors);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.length).toBeLessThan(answers.length);
    for (const answer of wrong) expectClear(answer, ['STORE_UNAVAILABLE', 'OPERATION_TIMED_OUT', 'DATA_CHANGED']);
    await server.close();
    await store.close();
  }, 180_000);
});

describeWithNeo4j('Neo4j', () => {
  let store: Neo4jStore;
  let driver: Driver;
  beforeAll(async () => {
    store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
  }, 60_000);
  afterAll(async () => {
    await driver.close();
    await store.close();
  });

  /** The statements under way in Neo4j, by the names that Custodes gives them. */
  async function underWay(): Promise<string[]> {
    const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD metaData, status RETURN metaData.statement AS name');
    return records.map((record) => record.get('name') as string | null).filter((name) => name !== null);
  }

  async function until(what: (names: string[]) => boolean): Promise<number> {
    const start = performance.now();
    while (!what(await underWay())) {
      if (performance.now() - start > 20_000) throw new Error('it did not come to that');
      await pause(20);
    }
    return performance.now() - start;
  }

  const ENDLESS = 'UNWIND range(1, 1000000000) AS x UNWIND range(1, 100000) AS y WITH x * y AS z WHERE z < 0 RETURN count(z)';
  const cypher = (url: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${url}/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ statement: ENDLESS }),
      ...(signal && { signal }),
    });

  test('stops working on a statement whose client has gone, and on one whose time is over', async () => {
    const own = new OwnStatements(neo4jOfTests);
    const server = await serve(store, { operationTimeoutMs: 3_000 }, own);
    const client = new AbortController();
    const gone = cypher(server.url, client.signal).catch(() => 'gone');
    await until((names) => names.includes('own'));
    client.abort();
    expect(await gone).toBe('gone');
    // It would run for hours, and its own limit is ten seconds.
    expect(await until((names) => !names.includes('own'))).toBeLessThan(2_000);

    const late = cypher(server.url);
    await until((names) => names.includes('own'));
    const response = await late;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TIMED_OUT' } }] });
    expect(await until((names) => !names.includes('own'))).toBeLessThan(2_000);
    await server.close();
    await own.close();
  }, 60_000);

  test('emptied by somebody under a running server: a clear error, and answers again after a load', async () => {
    const server = await serve(store);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    const empty = await askServer(server.url, '{ dataVersion }');
    expectClear(empty, ['NO_DATA', 'DATA_CHANGED']);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    await store.load(smallGraph);
    expect((await askServer(server.url, NAME)).errors).toBeUndefined();
    await server.close();
  }, 60_000);

  describe('that is not to be trusted', () => {
    const opening = (uri: string): Promise<Error> =>
      Neo4jStore.open({ ...neo4jOfTests, uri }).then(
        () => Promise.reject(new Error('the store opened')),
        (problem: Error) => problem,
      );

    test('without TLS, where TLS is asked for', async () => {
      const problem = await opening(neo4jOfTests.uri.replace('bolt://', 'bolt+s://'));
      expect(problem).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining('TLS') });
    });
  });
});
