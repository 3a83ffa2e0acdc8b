import { subscribe } from 'node:diagnostics_channel';
import { expect, jest, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { STATEMENT_CHANNEL } from '../../src/store/neo4j/connection.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { readStatements } from '../../src/store/neo4j/statements.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { sameRows } from './same-rows.js';
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

  test('every statement of cypher/ was sent to it', () => {
    expect([...sent].sort()).toEqual([...readStatements().keys()].sort());
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
