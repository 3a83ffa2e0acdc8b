import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { dataDifference } from '../../src/domain/data-difference.js';
import { EarlierVersions } from '../../src/domain/earlier-versions.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { STATEMENT_CHANNEL } from '../../src/store/neo4j/connection.js';
import type { BatchOfRecords, RecordsToLoad } from '../../src/store/neo4j/load-records.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { readStatements } from '../../src/store/neo4j/statements.js';
import { ReadModel } from '../../src/store/read-model/read-model.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { everythingIn } from '../store/neo4j/everything-in.js';
import { graphOfSize } from '../store/neo4j/graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { sameRows } from './same-rows.js';
import { wholeGraph } from '../../src/store/whole-graph.js';
import { storeContract } from './store-contract.js';

// A server that has just started takes its time over its first statements.
jest.setTimeout(60_000);

const sent = new Set<string>();
subscribe(STATEMENT_CHANNEL, (name) => sent.add(String(name)));

/** Everything that replaces the graph of the one Neo4j stands in this file, for its tests run one after another. */
describeWithNeo4j('Neo4j', () => {
  storeContract('Neo4j', async () => {
    await forgetEverything();
    return Neo4jStore.open(neo4jOfTests);
  });

  sameRows(
    async () => new MemoryStore(),
    () => Neo4jStore.open(neo4jOfTests),
  );

  test('a graph comes whole by records, too, also where their load was broken off in the middle', async () => {
    await forgetEverything();
    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(graphOfSize(10, 'other'));
    const { version, sources, entities, relations, claims } = smallGraph;
    const sizes = { sources: sources.length, entities: entities.length, relations: relations.length, claims: claims.length };
    const first: BatchOfRecords = { sources, entities, relations: [], claims: [] };
    const rest: BatchOfRecords = { sources: [], entities: [], relations, claims };
    const load = (after: RecordsToLoad['after']): Promise<string> =>
      store.loadRecords({ digest: 'small', dataset: { version, ...sizes }, after }, true, () => undefined);

    const brokenOff = load(async function* () {
      yield first;
      throw new Error('the power has gone');
    });
    await expect(brokenOff).rejects.toThrow('the power has gone');
    const goneOn = load(async function* (done) {
      expect(done).toBe(sizes.sources + sizes.entities);
      yield rest;
    });
    expect(await goneOn).toBe('GONE_ON_WITH');
    expect(await everythingIn(store)).toEqual(smallGraph);
    await store.close();
  });

  test('a read model holds the same graph, sees what is loaded later, and answers no other than Neo4j would', async () => {
    await forgetEverything();
    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    const model = await ReadModel.open(await Neo4jStore.open(neo4jOfTests), { lookEveryMs: 50 });
    expect(await everythingIn(model)).toEqual(smallGraph);
    // More records than are asked for at once.
    const large = graphOfSize(2_500, 'large');
    await store.load(large);
    while ((await model.dataset())?.version !== large.version) await delay(50);
    expect(await everythingIn(model)).toEqual(await everythingIn(store));
    await model.close();
    await store.close();
  });

  test('what changed since an earlier version is found as in memory', async () => {
    const store = await Neo4jStore.open(neo4jOfTests);
    const here = new MemoryStore();
    for (const one of [store, here]) await one.load(smallGraph);
    const earlier = graphOfSize(3, 'other');
    const versions = new EarlierVersions([{ ...earlier, version: 'ab'.repeat(32) }]);
    const question = { from: 'ab'.repeat(6), first: 1000 };
    const present = (await store.dataset())!;
    const changed = await dataDifference(versions, present, async () => (await wholeGraph(store))!, question);
    expect(changed.counts[0]).toEqual({ recordType: 'ENTITY', added: smallGraph.entities.length, removed: 3, changed: 0 });
    const inMemory = new EarlierVersions([{ ...earlier, version: 'ab'.repeat(32) }]);
    expect(changed).toEqual(await dataDifference(inMemory, present, async () => (await wholeGraph(here))!, question));
    await store.close();
  });

  test('every statement of cypher/ was sent to it, but for those that need a plugin', () => {
    const ofPlugin = (name: string): boolean => name.startsWith('graph-data-science/');
    expect([...sent].filter((name) => !ofPlugin(name)).sort()).toEqual(
      [...readStatements().keys()].filter((name) => !ofPlugin(name)).sort(),
    );
  });
});

test('in CI there is a Neo4j: nothing is green without one', () => {
  if (process.env.CI === 'true') expect(neo4jOfTests.uri).not.toBe('');
});

/** Leaves the database as it was before the first load. */
async function forgetEverything(): Promise<void> {
  const { uri, user, password } = neo4jOfTests;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  await driver.close();
}
