import { afterAll, beforeAll, expect, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { ReadModel } from '../../src/store/read-model/read-model.js';
import { custodes, type Ran } from '../cli/custodes.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

const environment = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: neo4jOfTests.user, NEO4J_PASSWORD: neo4jOfTests.password };
const load = (...args: string[]): Promise<Ran> =>
  custodes(['load', '--seeds', 'seeds/icoca/2021-06-25-digessp.yaml', ...args], environment);
const QUERY = '{ dataVersion entity(id: "icoca") { name degree relations(first: 100) { totalCount } } }';

interface Seen {
  dataVersion: string;
  name: string;
  degree: number;
  relations: number;
}

describeWithNeo4j('a graph in Neo4j that somebody changes by hand, under running servers', () => {
  let driver: Driver;
  let store: Neo4jStore;
  let copy: ReadModel;
  let asked: RunningServer;
  let copied: RunningServer;
  let first: Seen;
  const byHand = (statement: string): Promise<unknown> => driver.executeQuery(statement);
  beforeAll(async () => {
    driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
    await byHand('MATCH (n) DETACH DELETE n');
    expect(await load()).toMatchObject({ exitCode: 0 });
    store = await Neo4jStore.open(neo4jOfTests);
    copy = await ReadModel.open(await Neo4jStore.open(neo4jOfTests), { lookEveryMs: 100 });
    asked = await startServer({ store, port: 0, host: '127.0.0.1' });
    copied = await startServer({ store: copy, port: 0, host: '127.0.0.1' });
    first = (await see(asked)).seen;
    expect((await see(copied)).seen).toEqual(first);
    expect(first.degree).toBe(first.relations);
    expect(first.relations).toBeGreaterThan(2);
  }, 120_000);
  afterAll(async () => {
    await asked.close();
    await copied.close();
    await copy.close();
    await store.close();
    await byHand('MATCH (n) DETACH DELETE n');
    await driver.close();
  });

  /** The same question each time, so that the answer is one that is kept where any is. */
  async function see({ url }: RunningServer, etag = ''): Promise<{ status: number; etag: string; seen: Seen }> {
    const headers = { 'apollo-require-preflight': 'true', 'if-none-match': etag };
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(QUERY)}`, { headers });
    const text = await response.text();
    interface Answer {
      data: { dataVersion: string; entity: { name: string; degree: number; relations: { totalCount: number } } };
    }
    // A 304 has no body.
    if (text === '') return { status: response.status, etag, seen: first };
    const { dataVersion, entity } = (JSON.parse(text) as Answer).data;
    const seen = { dataVersion, name: entity.name, degree: entity.degree, relations: entity.relations.totalCount };
    return { status: response.status, etag: response.headers.get('etag') ?? '', seen };
  }

  /** What both servers say; a copy within its next look. */
  async function bothSee(expected: Partial<Seen>): Promise<void> {
    expect((await see(asked)).seen).toMatchObject(expected);
    for (let tries = 0; tries < 50; tries++) {
      if (JSON.stringify((await see(copied)).seen) === JSON.stringify((await see(asked)).seen)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The copy did not follow.');
  }

  test('nothing says so: what is kept stays, until it is taken over by custodes adopt; then it is seen, in full', async () => {
    await byHand(
      `MATCH (:Entity { id: 'icoca' })-[relation]-() WHERE relation.sortKey IS NOT NULL WITH relation LIMIT 1 DELETE relation`,
    );
    await byHand(`MATCH (one:Entity { id: 'icoca' }) SET one.name = 'The Association'`);
    expect((await see(asked)).seen).toEqual(first);
    expect((await see(copied)).seen).toEqual(first);
    const { etag } = await see(asked);

    const adopted = await custodes(['adopt'], environment);
    expect(adopted).toMatchObject({ exitCode: 0, out: expect.stringContaining(`before ${first.dataVersion.slice(0, 12)}`) });
    const { status, seen } = await see(asked, etag);
    expect(status).toBe(200);
    expect(seen).toMatchObject({ name: 'The Association', degree: first.degree - 1, relations: first.relations - 1 });
    expect(seen.dataVersion).not.toBe(first.dataVersion);
    await bothSee(seen);
    expect(await custodes(['adopt'], environment)).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Nothing was changed by hand/),
    });
  }, 60_000);

  test('a load makes it the graph of the dossiers again, under the version that it had', async () => {
    expect(await load()).toMatchObject({ exitCode: 0 });
    await bothSee(first);
  }, 60_000);

  test('load --replace puts right what a hand has changed, and no answer of the time between is given any more', async () => {
    await byHand(`MATCH (one:Entity { id: 'icoca' }) SET one.name = 'Nobody'`);
    // Made of what is there now, and kept.
    const between = await startServer({ store, port: 0, host: '127.0.0.1' });
    const { etag, seen } = await see(between);
    expect(seen).toEqual({ ...first, name: 'Nobody' });
    expect(await load('--replace')).toMatchObject({ exitCode: 0 });
    const after = await see(between, etag);
    await between.close();
    expect([after.status, after.seen]).toEqual([200, first]);
    await bothSee(first);
  }, 60_000);

  test('a relation that is none as loads write them is not taken over, and the next load removes it', async () => {
    await byHand(`MATCH (a:Entity { id: 'icoca' }), (b:Entity { id: 'digessp' }) CREATE (a)-[:PARTNERED_WITH]->(b)`);
    await byHand(
      `MATCH (a:Entity)-[old]->(b:Entity) WITH a, old, b LIMIT 1 CREATE (a)-[copy:COPIED]->(b) SET copy = properties(old)`,
    );
    const refused = await custodes(['adopt'], environment);
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringMatching(/NOT_ADOPTED: .*\n\d relations without an id/) });
    expect((await store.dataset())?.version).toBe(first.dataVersion);
    expect(await load()).toMatchObject({ exitCode: 0 });
    await bothSee(first);
    const { records } = await driver.executeQuery(`MATCH (:Entity)-[relation]->(:Entity) RETURN count(*) AS all`);
    expect(Number(records[0]?.get('all'))).toBe((await store.dataset())?.relations);
  }, 60_000);

  test('a record that lacks what it must have is named', async () => {
    await byHand(`MATCH (one:Entity { id: 'icoca' }) REMOVE one.kind`);
    expect(await custodes(['adopt'], environment)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('entity icoca: found nothing at kind; expected string'),
    });
    expect(await load('--replace')).toMatchObject({ exitCode: 0 });
  }, 60_000);

  test('a graph for which there is no room is not copied, and the command says what to set', async () => {
    await byHand('MATCH (dataset:Dataset) SET dataset.before = dataset.claims, dataset.claims = 1000000000');
    const { exitCode, err } = await custodes(['serve', '--port', '0', '--read-model', '1000'], environment);
    await byHand('MATCH (dataset:Dataset) SET dataset.claims = dataset.before REMOVE dataset.before');
    expect(exitCode).toBe(3);
    expect(err).toMatch(/^READ_MODEL_TOO_LARGE: .* Set NODE_OPTIONS=--max-old-space-size=\d+/m);
  });
});
