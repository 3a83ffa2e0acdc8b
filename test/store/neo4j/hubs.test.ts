import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { timeSpan } from '../../../src/domain/edtf.js';
import type { Graph, Relation } from '../../../src/domain/model.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { askOwnStatement } from '../../../src/store/neo4j/own-statement.js';
import type { NeighbourhoodLevel } from '../../../src/store/port.js';
import { inPart } from '../../contract/in-part.js';
import { graphOfSize } from './graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

/** What is kept of a hub must be what all its relations give, whatever a load has changed. */
describeWithNeo4j('what Neo4j keeps of hubs', () => {
  let neo4j: Neo4jStore;
  beforeAll(async () => {
    neo4j = await Neo4jStore.open(neo4jOfTests);
  });
  afterAll(async () => {
    await neo4j.close();
  });

  const loaded: [what: string, graph: Graph, many: number][] = [
    ['two hubs', withRelations(250, '2001'), 2],
    ['other first relations', withRelations(260, '1999'), 2],
    ['no hub any more', withRelations(100, '2001'), 0],
    ['hubs again', withRelations(250, '2001'), 2],
  ];
  test.each(loaded)(
    'a load with %s',
    async (_what, graph, many) => {
      const memory = new MemoryStore();
      await Promise.all([memory.load(graph), neo4j.load(graph)]);
      await expectSame(memory, neo4j);
      expect(await hubs()).toBe(many);
    },
    60_000,
  );

  test('records loaded in place of that', async () => {
    const graph = withRelations(230, '1980');
    const { version, entities, relations, claims, sources } = graph;
    const sizes = { entities: entities.length, relations: relations.length, claims: claims.length, sources: sources.length };
    const records = {
      digest: 'f'.repeat(64),
      dataset: { version, ...sizes },
      after: async function* (done: number) {
        if (done === 0) yield { sources, entities, relations, claims };
      },
    };
    expect(await neo4j.loadRecords(records, true)).toBe('LOADED');
    const memory = new MemoryStore();
    await memory.load(graph);
    await expectSame(memory, neo4j);
    expect(await hubs()).toBe(2);
  }, 60_000);
});

/** Two actors that have to do with very many others, with each other and with themselves. */
function withRelations(each: number, year: string): Graph {
  const graph = graphOfSize(300, 'hubs');
  const [one, other] = [graph.entities[0]!, graph.entities[1]!];
  const between = (source: string, type: string, target: string, start: string): Relation => {
    const id = `${source}.${type.toLowerCase().replace('_', '-')}.${target}`;
    const time = timeSpan({ start }, false);
    return { ...graph.relations[0]!, id, type, source, target, qualifiers: {}, time, sortKey: `${time.earliestStart}|${id}` };
  };
  const added = [between(one.id, 'FUNDED', one.id, '2000'), between(one.id, 'FUNDED', other.id, '2000')];
  for (const [i, { id }] of graph.entities.slice(2, 2 + each).entries()) {
    const start = i % 20 === 0 ? year : `20${String(10 + (i % 7))}-0${1 + (i % 9)}`;
    added.push(between(one.id, 'TRAINED', id, start), between(id, i % 2 === 0 ? 'ADVISED' : 'FUNDED', other.id, start));
  }
  const relations = [...graph.relations, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entities = graph.entities.map((entity) => {
    const degree = relations.filter(({ source, target }) => source === entity.id || target === entity.id).length;
    return { ...entity, degree };
  });
  return { ...graph, version: `hubs-${each}-${year}`, entities, relations };
}

async function expectSame(memory: MemoryStore, neo4j: Neo4jStore): Promise<void> {
  const all: NeighbourhoodLevel = { direction: 'BOTH', types: null, days: null, limit: 11 };
  const asked: Partial<NeighbourhoodLevel>[] = [
    ...[1, 11, 101, 102, 1_000].map((limit) => ({ limit })),
    ...[{ direction: 'OUT' as const }, { direction: 'IN' as const }, { types: ['FUNDED'] }],
    ...[{ days: { from: '2012-01-01', to: '2012-12-31' } }],
  ];
  for (const first of asked) {
    const question = {
      ids: ['actor-0000000', 'actor-0000001', 'actor-0000005'],
      levels: [{ ...all, ...first }, all, { ...all, ...first }],
      entityParts: ['name', 'degree'] as const,
      relationParts: ['id', 'sortKey'] as const,
    };
    const [inMemory, inNeo4j] = await Promise.all([memory.neighbourhood(question), neo4j.neighbourhood(question)]);
    expect({ first, ...inPart(inNeo4j, question) }).toStrictEqual({ first, ...inPart(inMemory, question) });
  }
}

async function hubs(): Promise<unknown> {
  const text = 'MATCH (hub:Hub) RETURN count(hub)';
  const { rows } = await askOwnStatement(neo4jOfTests, { text, parameters: {}, limit: 1, timeout: 30_000 });
  return rows[0]?.[0];
}
