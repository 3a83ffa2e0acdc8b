import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { IncompleteGraph } from '../../../src/store/errors.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import type { Graph } from '../../../src/domain/model.js';
import { everythingIn } from './everything-in.js';
import { graphOfSize } from './graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

const before = graphOfSize(40, 'before');
const after = graphOfSize(3_000, 'after');

describeWithNeo4j('a load of Neo4j', () => {
  let store: Neo4jStore;
  beforeAll(async () => {
    store = await Neo4jStore.open(neo4jOfTests);
    await store.load(before);
  }, 60_000);
  afterAll(() => store.close());

  test('that is killed in the middle leaves the graph as it was', async () => {
    const loading = startLoading();
    for await (const line of createInterface({ input: loading.stdout! })) {
      const [written, total] = line.split(' ').map(Number);
      expect(written).toBeLessThan(total!);
      loading.kill('SIGKILL');
      break;
    }
    await once(loading, 'exit');
    expect(loading.signalCode).toBe('SIGKILL');
    expect(await everythingIn(store)).toEqual(before);
  }, 120_000);

  test('that is killed does not stand in the way of the next one, which replaces the graph whole', async () => {
    const loading = startLoading();
    loading.stdout!.resume();
    const [status] = (await once(loading, 'exit')) as [number | null];
    expect(status).toBe(0);
    const all = await everythingIn(store);
    expect(all.entities).toEqual(after.entities);
    expect(all).toEqual(after);
  }, 120_000);

  test('whose graph lacks an end of a relation changes nothing', async () => {
    await store.load(before);
    const [first] = after.relations;
    const incomplete: Graph = { ...after, entities: after.entities.filter(({ id }) => id !== first!.target) };
    await expect(store.load(incomplete)).rejects.toBeInstanceOf(IncompleteGraph);
    expect(await everythingIn(store)).toEqual(before);
  }, 60_000);

  test('shows every question the old graph or the new one while it runs', async () => {
    const small = { before: graphOfSize(400, 'before'), after: graphOfSize(400, 'after') };
    await store.load(small.before);
    const [a, b] = [small.before, small.after].map(whatIsAsked);
    const seen = { before: 0, after: 0, torn: [] as string[] };
    let loading = true;
    const asking = Array.from({ length: 2 }, async () => {
      while (loading) {
        const answer = await ask(store);
        if (answer === a) seen.before++;
        else if (answer === b) seen.after++;
        else seen.torn.push(answer.slice(0, 200));
      }
    });
    for (let round = 0; round < 4; round++) await store.load(round % 2 === 0 ? small.after : small.before);
    loading = false;
    await Promise.all(asking);
    expect(seen.torn).toEqual([]);
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.after).toBeGreaterThan(0);
  }, 120_000);
});

/** A question whose answer has a part of every entity. */
async function ask(store: Neo4jStore): Promise<string> {
  const { rows, total } = await store.entityPage({
    label: null,
    kinds: null,
    within: null,
    words: [],
    during: null,
    relationTypes: null,
    order: { by: 'NAME', direction: 'ASC' },
    after: null,
    limit: 2_000,
  });
  return JSON.stringify([total, rows.map(({ names }) => names.map(({ text }) => text))]);
}

function whatIsAsked({ entities }: Graph): string {
  const byName = [...entities].sort((x, y) => (x.sortKey < y.sortKey ? -1 : 1));
  return JSON.stringify([entities.length, byName.map(({ names }) => names.map(({ text }) => text))]);
}

/** Another process that loads the graph `after`, as `custodes load` does, and writes `written total` after each step. */
function startLoading(): ChildProcess {
  const loading = spawn(process.execPath, ['test/store/neo4j/load-in-another-process.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  loading.stdin.end(JSON.stringify(after));
  return loading;
}
