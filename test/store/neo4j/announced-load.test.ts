import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { smallGraph } from '../../fixtures/small-graph.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

describeWithNeo4j('a load that was announced', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
    const loading = await Neo4jStore.open(neo4jOfTests);
    await loading.load(smallGraph);
    await loading.close();
  }, 60_000);
  afterAll(() => driver.close());

  const announce = (milliseconds: number): Promise<unknown> =>
    driver.executeQuery(
      `MATCH (dataset:Dataset) WITH dataset, dataset.loads + 1 AS loads
       SET dataset.loads = loads, dataset.announcedLoad = loads, dataset.announced = timestamp() - $milliseconds`,
      { milliseconds },
    );
  const set = (properties: string): Promise<unknown> => driver.executeQuery(`MATCH (dataset:Dataset) SET ${properties}`);
  /** Milliseconds until a server that has just started knows which data there is. */
  async function untilAnswered(): Promise<number> {
    const store = await Neo4jStore.open(neo4jOfTests);
    const began = performance.now();
    expect(await store.dataset()).toMatchObject({ version: smallGraph.version });
    await store.close();
    return performance.now() - began;
  }

  test('is waited for until it says that it has ended', async () => {
    await announce(0);
    const waited = untilAnswered();
    await pause(1_500);
    await set('dataset.settled = dataset.loads');
    expect(await waited).toBeGreaterThan(1_000);
  }, 60_000);

  test('and never said so, for its process or its database died, is waited for no longer than a minute from its announcement', async () => {
    await announce(60_001);
    expect(await untilAnswered()).toBeLessThan(30_000);
    await set('dataset.settled = dataset.loads');
  }, 60_000);

  test('by a release that writes down no time is not taken for the one before it', async () => {
    await announce(60_001);
    await set('dataset.loads = dataset.loads + 1');
    const waited = untilAnswered();
    await pause(1_500);
    await set('dataset.settled = dataset.loads');
    expect(await waited).toBeGreaterThan(1_000);
  }, 60_000);
});
