import { afterEach, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import type { Graph } from '../../src/domain/model.js';
import { startServer } from '../../src/http/server.js';
import { StoreUnavailable } from '../../src/store/errors.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { GraphStore, HeldDataset } from '../../src/store/port.js';
import { ReadModel } from '../../src/store/read-model/read-model.js';
import { wholeGraph } from '../../src/store/whole-graph.js';
import { storeContract } from '../contract/store-contract.js';
import { otherGraph, smallGraph } from '../fixtures/small-graph.js';
import { everythingIn } from './neo4j/everything-in.js';

storeContract('a read model', () => ReadModel.open(new MemoryStore(), { lookEveryMs: 60_000 }));

/** An engine that somebody else loads, that can be away, and that counts what it is asked. */
class Original extends MemoryStore {
  override readonly engine = 'neo4j';
  away = false;
  questions = 0;
  pretends: HeldDataset | null = null;
  override async dataset(): Promise<HeldDataset | null> {
    this.questions++;
    if (this.away) throw new StoreUnavailable('Neo4j is away.');
    return this.pretends ?? super.dataset();
  }
}

async function originalWith(graph: Graph): Promise<Original> {
  const original = new Original();
  await original.load(graph);
  return original;
}

describe('a read model', () => {
  let model: ReadModel;
  const problems: unknown[] = [];
  afterEach(async () => {
    await model.close();
    problems.length = 0;
  });
  const openOver = (original: GraphStore): Promise<ReadModel> =>
    ReadModel.open(original, { lookEveryMs: 10, onProblem: (problem) => problems.push(problem) });
  async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
    while (!(await holds())) await delay(5);
  }

  test('holds every record of its original, under its name, and answers without asking there', async () => {
    const original = await originalWith(smallGraph);
    model = await ReadModel.open(original, { lookEveryMs: 60_000 });
    const { questions } = original;
    expect(await everythingIn(model)).toEqual(smallGraph);
    expect(model.engine).toBe('neo4j');
    expect(original.questions).toBe(questions);
  });

  test('follows what others load; a question under way sees one graph to its end', async () => {
    const original = await originalWith(smallGraph);
    model = await openOver(original);
    const begun = model.snapshot();
    await original.load(otherGraph);
    await until(async () => (await model.dataset())?.version === otherGraph.version);
    expect(await everythingIn(model)).toEqual(otherGraph);
    expect(await everythingIn(begun)).toEqual(smallGraph);
    expect(model.freshness).toMatchObject({ behind: false, problem: null });
  });

  test('shows a load of its own at once, and that its original was emptied', async () => {
    const original = await originalWith(smallGraph);
    model = await openOver(original);
    await model.load(otherGraph);
    expect(await everythingIn(model)).toEqual(otherGraph);
    await original.close();
    await until(async () => (await model.dataset()) === null);
  });

  test('answers from what it has while its original is away, says since when and why, and follows again', async () => {
    const original = await originalWith(smallGraph);
    model = await openOver(original);
    original.away = true;
    await until(() => model.freshness.problem !== null);
    const { confirmedAt } = model.freshness;
    await delay(50);
    expect(model.freshness).toEqual({ confirmedAt, ageMs: expect.any(Number), behind: false, problem: 'Neo4j is away.' });
    expect(problems).toEqual([new StoreUnavailable('Neo4j is away.')]);
    expect(await everythingIn(model)).toEqual(smallGraph);

    original.away = false;
    await until(() => model.freshness.problem === null);
    expect(model.freshness.confirmedAt.getTime()).toBeGreaterThan(confirmedAt.getTime());
    expect(problems.at(-1)).toBeNull();
  });

  test('is not begun where there is no room for it, and keeps what it has where another graph is too large', async () => {
    const original = await originalWith(smallGraph);
    const tooLarge = { version: 'vast', entities: 1e9, relations: 1e9, claims: 1e9, sources: 1, loads: 9 };
    original.pretends = tooLarge;
    await expect(openOver(original)).rejects.toMatchObject({
      code: 'READ_MODEL_TOO_LARGE',
      message: expect.stringMatching(/--max-old-space-size=\d+/),
    });

    const later = await originalWith(smallGraph);
    model = await openOver(later);
    later.pretends = tooLarge;
    await until(() => model.freshness.problem !== null);
    expect(model.freshness).toMatchObject({ behind: true, problem: expect.stringMatching(/--max-old-space-size=\d+/) });
    expect(await everythingIn(model)).toEqual(smallGraph);
  });

  test('/health/ready says how far it may be behind', async () => {
    model = await openOver(await originalWith(smallGraph));
    const server = await startServer({ store: model, freshness: () => model.freshness, port: 0, host: '127.0.0.1' });
    const ready = (await (await fetch(`${server.url}/health/ready`)).json()) as object;
    expect(ready).toMatchObject({
      status: 'ready',
      engine: 'neo4j',
      readModel: { confirmedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), behind: false, problem: null },
    });
    await server.close();
  });
});

test('the whole graph of an empty store is none', async () => {
  expect(await wholeGraph(new MemoryStore())).toBeNull();
});
