import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../src/domain/model.js';
import { byId } from '../../src/domain/order.js';
import type { Neo4jAddress } from '../../src/store/neo4j/connection.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { exported, storeOf } from '../export/exported.js';
import { everythingIn } from '../store/neo4j/everything-in.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

jest.setTimeout(300_000);

/** Runs statements that end with `;` at the end of a line. */
async function run({ uri, user, password }: Neo4jAddress, script: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    for (const statement of script.split(/;\n/).filter((text) => text.trim() !== '')) await driver.executeQuery(statement);
  } finally {
    await driver.close();
  }
}

/** The claims of all sources by id. */
const inOrder = (graph: Graph): Graph => ({ ...graph, claims: [...graph.claims].sort(byId) });

/** Everything that the store of this address answers is what the graph has, to the last property. */
async function expectSmallGraph(address: Neo4jAddress): Promise<void> {
  const store = await Neo4jStore.open(address);
  try {
    expect(inOrder(await everythingIn(store))).toEqual(inOrder(smallGraph));
    // The index of names is there, too.
    const words = [{ text: 'digessp', edits: 0 as const }];
    const found = await store.nameCandidates({ words, labels: ['Actor'], kinds: null, limit: 5 });
    expect(found.map(({ id }) => id)).toEqual(['digessp']);
  } finally {
    await store.close();
  }
}

/** In these two Neo4j itself opens the files, and they come back as if `custodes load` had written the graph. */
describeWithNeo4j('a graph for Neo4j', () => {
  const EMPTY = 'MATCH (node) DETACH DELETE node;\n';
  afterAll(() => run(neo4jOfTests, EMPTY));

  test('as a Cypher script', async () => {
    await run(neo4jOfTests, EMPTY);
    await run(neo4jOfTests, (await exported(await storeOf(smallGraph), 'cypher')).text);
    await expectSmallGraph(neo4jOfTests);
    // A later load goes on from there.
    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    expect(inOrder(await everythingIn(store))).toEqual(inOrder(smallGraph));
    await store.close();
  });

  test('as the pair of CSV files for neo4j-admin, and what is to be run after it', async () => {
    const { importCsv } = await import('../../scripts/neo4j/import.mjs');
    const { startNeo4j } = await import('../../scripts/neo4j/server.mjs');
    const folder = mkdtempSync(join(tmpdir(), 'custodes-import-'));
    const [home, nodes, relationships] = ['home', 'nodes.csv', 'relationships.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const store = await storeOf(smallGraph);
    writeFileSync(nodes, (await exported(store, 'neo4j-nodes')).text);
    writeFileSync(relationships, (await exported(store, 'neo4j-relationships')).text);
    await importCsv({ home, nodes, relationships });
    const server = await startNeo4j({ home, password: 'custodes-test' });
    try {
      await run(server, (await exported(store, 'neo4j-after-import')).text);
      await expectSmallGraph(server);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
