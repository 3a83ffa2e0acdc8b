import { subscribe } from 'node:diagnostics_channel';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { NEO4J_FOLDER, startNeo4j } from '../../../scripts/neo4j/server.mjs';
import { loadDossiers } from '../../../src/dossier/index.js';
import { MOST_WORK } from '../../../src/measures/limits.js';
import { measures, type MeasuresQuestion } from '../../../src/measures/measures.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { STATEMENT_CHANNEL } from '../../../src/store/neo4j/connection.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { readStatements } from '../../../src/store/neo4j/statements.js';
import { inOperation, Operation, OperationGivenUp } from '../../../src/store/operation.js';
import { graphOfSize } from './graph-of-size.js';
import { describeWithNeo4j } from './neo4j-of-tests.js';

jest.setTimeout(180_000);

/** Measures that the plugin calculates. */
const THERE = ['BETWEENNESS', 'CLOSENESS', 'CORE', 'PAGERANK', 'PERSONALISED_PAGERANK'];

describeWithNeo4j('measures on a Neo4j with Graph Data Science', () => {
  const home = join(NEO4J_FOLDER, `test-graph-data-science-${process.pid}`);
  let server: Awaited<ReturnType<typeof startNeo4j>>;
  let store: Neo4jStore;
  const sent = new Set<string>();
  const listen = (name: unknown): unknown => sent.add(String(name));

  beforeAll(async () => {
    server = await startNeo4j({ home, password: 'custodes-test', graphDataScience: true });
    store = await Neo4jStore.open(server);
    subscribe(STATEMENT_CHANNEL, listen);
  });
  afterAll(async () => {
    await store?.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** Names of the graphs that the plugin holds. */
  async function graphsHeld(): Promise<string[]> {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    const { records } = await driver.executeQuery('CALL gds.graph.list() YIELD graphName RETURN graphName');
    await driver.close();
    return records.map((record) => record.get('graphName') as string);
  }

  test.each(THERE)('%s of the seed story is there what it is here', async (measure) => {
    const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
    if ('problems' in loaded) throw new Error('The seed story has mistakes');
    await store.load(loaded.graph);
    const here = new MemoryStore();
    await here.load(loaded.graph);
    const region = measure === 'PERSONALISED_PAGERANK' ? 'gt' : undefined;
    const question = { measure, region, first: 100 } as MeasuresQuestion;
    const there = await measures(store.snapshot(), question, Infinity, -1);
    const expected = await measures(here, question, Infinity);
    expect([there.calculatedBy, expected.calculatedBy]).toEqual(['Graph Data Science 2.13.9', 'Custodes']);
    const values = ({ rows }: typeof there): Map<string, number | null> =>
      new Map(rows.edges.map(({ node }) => [node.entityId, node.value]));
    expect(values(there).size).toBeGreaterThan(5);
    expect([...values(there).keys()].sort()).toEqual([...values(expected).keys()].sort());
    for (const [id, value] of values(expected)) expect(values(there).get(id)).toBeCloseTo(value!, 9);
  });

  test('what takes more work than an answer may is calculated there, as it would be here', async () => {
    const graph = graphOfSize(6_000, 'large');
    await store.load(graph);
    const here = new MemoryStore();
    await here.load(graph);
    const question = { measure: 'BETWEENNESS', first: 50 } as const;

    await expect(measures(here, question, MOST_WORK)).rejects.toMatchObject({ code: 'TOO_MUCH_WORK' });
    const there = await measures(store.snapshot(), question, MOST_WORK);
    expect(there.calculatedBy).toBe('Graph Data Science 2.13.9');
    const expected = await measures(here, question, Infinity);
    expect(expected.calculatedBy).toBe('Custodes');
    const values = ({ rows }: typeof there): number[] => rows.edges.map(({ node }) => node.value!);
    expect(values(there)).toHaveLength(50);
    values(expected).forEach((value, i) => expect(values(there)[i]).toBeCloseTo(value, 9));
    // A small question needs no plugin.
    expect(await measures(store, { measure: 'DEGREE' }, MOST_WORK)).toMatchObject({ calculatedBy: 'Custodes' });
  });

  test('a question that is given up leaves no graph behind', async () => {
    const entities = 4_000;
    const ends = Array.from({ length: entities * 10 }, (_, i) => i);
    const sources = ends.map((i) => i % entities);
    const targets = ends.map((i) => (i * 7 + 1 + Math.floor(i / entities)) % entities);
    const operation = new Operation('test', performance.now() + 60_000);
    const asked = inOperation(operation, () =>
      store.measureTies({
        ...{ measure: 'BETWEENNESS', entities, directed: false, damping: 0.85, restarts: [] },
        ...{ sources, targets, weights: ends.map(() => 1) },
      }),
    );
    setTimeout(() => operation.end(OperationGivenUp.clientGone()), 500);
    await expect(asked).rejects.toMatchObject({ code: 'CLIENT_GONE' });
    expect(await graphsHeld()).toEqual([]);
  });

  test('every statement for the plugin was sent', () => {
    const names = [...readStatements().keys()].filter((name) => name.startsWith('graph-data-science/'));
    expect(names).toHaveLength(7);
    expect([...sent]).toEqual(expect.arrayContaining(names));
  });
});
