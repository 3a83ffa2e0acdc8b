import { afterAll, beforeAll, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import type { Entity } from '../../../src/domain/model.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import type { EntityPage, GraphStore, Page } from '../../../src/store/port.js';
import { plainEntity, plainGraph } from '../../fixtures/plain-graph.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

const actors = Array.from({ length: 2_100 }, (_, n) => ({
  ...plainEntity(`actor-${String(n).padStart(4, '0')}`, 'Actor', n % 3 === 0 ? 'forum' : 'regulator'),
  within: ['world', ...(n % 50 === 0 ? ['village'] : [])],
}));
const graph = plainGraph(actors, []);

const page = (store: GraphStore, within: string, rest: Partial<EntityPage> = {}): Promise<Page<Entity>> =>
  store.entityPage({
    ...{ label: null, kinds: null, within, words: [], during: null, relationTypes: null },
    ...{ order: { by: 'NAME', direction: 'ASC' }, after: null, limit: 10, ...rest },
  });

/** Pages of places that have few entities are found by an index over places, others along those of all entities. */
describeWithNeo4j('a page of the entities of a place', () => {
  const memory = new MemoryStore();
  let store: Neo4jStore;
  beforeAll(async () => {
    store = await Neo4jStore.open(neo4jOfTests);
    await Promise.all([store.load(graph), memory.load(graph)]);
  }, 60_000);
  afterAll(() => store.close());

  const expectSame = async (within: string): Promise<void> => {
    const questions: Partial<EntityPage>[] = [
      ...[{}, { counted: false }, { kinds: ['forum'], limit: 3 }, { after: { key: 'actor-0500', id: 'actor-0500' } }],
      ...[{ order: { by: 'DEGREE', direction: 'DESC' } as const, counted: false }],
    ];
    for (const question of questions) expect(await page(store, within, question)).toEqual(await page(memory, within, question));
  };

  test('is the same where the place has few and where it has very many', async () => {
    expect(await page(store, 'village')).toMatchObject({ total: 42, more: true });
    await expectSame('village');
    expect(await page(store, 'world')).toMatchObject({ total: 2_100, more: true });
    await expectSame('world');
  });

  test('is the same in a database that has no such index yet, and the next load makes it', async () => {
    const driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
    await driver.executeQuery('DROP INDEX entity_places');
    const later = await Neo4jStore.open(neo4jOfTests);
    try {
      expect(await page(later, 'village')).toEqual(await page(memory, 'village'));
      expect(await page(later.snapshot(), 'village', { counted: false })).toEqual(
        await page(memory, 'village', { counted: false }),
      );
    } finally {
      await later.close();
      await store.load({ ...graph, version: 'again' });
    }
    const { records } = await driver.executeQuery(
      "SHOW FULLTEXT INDEXES YIELD name, state WHERE name = 'entity_places' RETURN state",
    );
    await driver.close();
    expect(records.map((record) => record.get('state') as string)).toEqual(['ONLINE']);
  });
});
