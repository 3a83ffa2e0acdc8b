import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer } from '../graphql/served-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { everythingIn } from '../store/neo4j/everything-in.js';
import { graphOfSize } from '../store/neo4j/graph-of-size.js';
import { ScriptedCluster, type Table } from './cluster.js';

const NAME = '{ entity(id: "icoca") { name } }';
const other = graphOfSize(10, 'other');
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeWithNeo4j('a cluster of Neo4j', () => {
  const table: Table = { routers: ['one', 'two', 'three'], readers: ['two', 'three'], writers: ['one'], ttl: 300 };
  let cluster: ScriptedCluster;
  let store: Neo4jStore;
  beforeAll(async () => {
    const direct = await Neo4jStore.open(neo4jOfTests);
    await direct.load(smallGraph);
    await direct.close();
  }, 60_000);
  beforeEach(async () => {
    cluster = await ScriptedCluster.before(neo4jOfTests.uri, ['one', 'two', 'three'], { ...table });
    store = await Neo4jStore.open({ ...neo4jOfTests, uri: cluster.uri('one'), acquisitionTimeoutMs: 5_000 });
    cluster.forget();
  });
  afterEach(async () => {
    await store.close();
    await cluster.close();
  });

  /** A question that the graph answers. */
  const ask = async (): Promise<void> => {
    expect(await store.entities(['icoca'])).toHaveLength(1);
  };
  const membersAsked = (mode: 'read' | 'write'): string[] => [
    ...new Set(cluster.asked.filter((asked) => asked.mode === mode).map(({ member }) => member)),
  ];
  /** Runs it once, when a statement that begins like this comes to a member, before it is passed on. */
  const when = (begin: string, happens: () => void): void => {
    cluster.onAsked = ({ statement }) => {
      if (!statement.startsWith(begin)) return;
      cluster.onAsked = () => undefined;
      happens();
    };
  };

  test('questions go to readers, by turns, and loads to the leader', async () => {
    for (let n = 0; n < 6; n++) await ask();
    expect(membersAsked('read').sort()).toEqual(['three', 'two']);
    expect(membersAsked('write')).toEqual([]);
    cluster.forget();
    await store.load(smallGraph);
    expect(membersAsked('write')).toEqual(['one']);
  }, 60_000);

  test('by bolt:// one server gets all; questions say that they only read, so that Neo4j holds them to it', async () => {
    const alone = await Neo4jStore.open({ ...neo4jOfTests, uri: cluster.uri('one').replace('neo4j:', 'bolt:') });
    await alone.load(smallGraph);
    await alone.neighbourhood({ ids: ['icoca'], levels: [], entityParts: ['name'], relationParts: [] });
    await alone.close();
    expect(new Set(cluster.asked.map(({ member }) => member))).toEqual(new Set(['one']));
    expect(cluster.asked.at(-1)).toMatchObject({ statement: 'read/neighbourhood', mode: 'read' });
    for (const { statement, mode } of cluster.asked) if (statement.startsWith('write/')) expect(mode).toBe('write');
  }, 60_000);

  test('after a load a reader is told to catch up with it, and after an answer another reader with that', async () => {
    await store.load(smallGraph);
    const load = cluster.given.at(-1);
    expect(load).toMatchObject({ member: 'one', bookmark: expect.stringMatching(/^FB:/) });
    cluster.forget();
    for (let n = 0; n < 4; n++) await ask();
    expect(cluster.asked[0]?.bookmarks).toEqual([load!.bookmark]);
    for (const { bookmarks } of cluster.asked) expect(bookmarks).toHaveLength(1);
  }, 60_000);

  test('the leader changes between two loads, and nobody has to be told', async () => {
    await store.load(smallGraph);
    cluster.table = { ...table, readers: ['one', 'three'], writers: ['two'] };
    cluster.forget();
    await store.load(other);
    expect(cluster.asked.findLast(({ mode }) => mode === 'write')?.member).toBe('two');
    expect(await everythingIn(store)).toEqual(other);
    await store.load(smallGraph);
  }, 60_000);

  test.each([
    ['before it is announced', 'write/announce-load'],
    ['when it is announced', 'MATCH (dataset:Dataset { name'],
    ['when it is done', 'write/settle-dataset'],
  ])(
    'the leader changes within a load, %s: the load is done all the same',
    async (_, statement) => {
      when(statement, () => (cluster.table = { ...table, readers: ['one', 'three'], writers: ['two'] }));
      await store.load(other);
      expect(await everythingIn(store)).toEqual(other);
      await store.load(smallGraph);
    },
    60_000,
  );

  test('the leader dies within a load: the load is done by the next one', async () => {
    when('write/announce-load', () => {
      cluster.table = { ...table, readers: ['three'], writers: ['two'] };
      void cluster.member('one').stop();
    });
    await store.load(other);
    expect(await everythingIn(store)).toEqual(other);
    await store.load(smallGraph);
  }, 60_000);

  test('without a leader questions are answered; a load waits some seconds for one, and says so if none comes', async () => {
    cluster.table = { ...table, writers: [] };
    await ask();
    await expect(store.load(other)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('leader'),
    });
    await ask();
    setTimeout(() => (cluster.table = table), 1_000);
    await store.load(smallGraph);
    await ask();
  }, 60_000);

  test('a reader goes away: nobody notices; it comes back and the other goes: it is asked again', async () => {
    for (let n = 0; n < 4; n++) await ask();
    await cluster.member('two').stop();
    // The tables still name it.
    for (let n = 0; n < 6; n++) await ask();
    cluster.forget();
    for (let n = 0; n < 6; n++) await ask();
    expect(membersAsked('read')).toEqual(['three']);
    await cluster.member('three').stop();
    await cluster.member('two').start();
    cluster.forget();
    for (let n = 0; n < 6; n++) await ask();
    expect(membersAsked('read')).toEqual(['two']);
  }, 60_000);

  test('the routing table runs out: it is asked for again, and followed', async () => {
    cluster.table = { ...table, ttl: 1 };
    // The table that is held already holds five minutes.
    await store.close();
    store = await Neo4jStore.open({ ...neo4jOfTests, uri: cluster.uri('one') });
    cluster.table = { ...table, readers: ['one'], ttl: 1 };
    await pause(1_100);
    cluster.forget();
    await ask();
    expect(cluster.routed.length).toBeGreaterThan(0);
    expect(membersAsked('read')).toEqual(['one']);
  }, 60_000);

  test('the member that the address names is gone: the others answer, and are written to', async () => {
    await ask();
    await cluster.member('one').stop();
    cluster.table = { ...table, routers: ['two', 'three'], readers: ['three'], writers: ['two'] };
    for (let n = 0; n < 4; n++) await ask();
    await store.load(smallGraph);
    await ask();
  }, 60_000);

  describe('falls silent, so that nothing says that it is gone', () => {
    let server: RunningServer;
    beforeEach(async () => {
      const admission = { operationTimeoutMs: 1_000 };
      server = await startServer({
        store,
        port: 0,
        host: '127.0.0.1',
        admission,
        log: () => undefined,
        api: { answerCacheBytes: 0 },
      });
      for (let n = 0; n < 4; n++) expect((await askServer(server.url, NAME)).codes).toEqual([]);
    });
    afterEach(() => server.close());

    test('a reader, and the tables still name it: some questions are given up, and the others go elsewhere', async () => {
      cluster.member('two').silent = true;
      const codes: string[] = [];
      for (let n = 0; n < 20; n++) codes.push(...(await askServer(server.url, NAME)).codes);
      expect(codes.length).toBeLessThan(10);
      expect(new Set([...codes, 'OPERATION_TIMED_OUT'])).toEqual(new Set(['OPERATION_TIMED_OUT']));
    }, 60_000);

    test('all, and then one that the address does not name is back: it answers', async () => {
      for (const name of ['one', 'two', 'three']) cluster.member(name).silent = true;
      // A look at the data takes silence for what it is, and new connections are made.
      await expect(store.dataset()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      cluster.table = { ...table, routers: ['three'], readers: ['three'], writers: ['three'] };
      cluster.member('three').silent = false;
      const began = performance.now();
      for (let codes = ['']; codes.length > 0;) {
        ({ codes } = await askServer(server.url, NAME));
        expect(performance.now() - began).toBeLessThan(30_000);
      }
    }, 60_000);
  });
});
