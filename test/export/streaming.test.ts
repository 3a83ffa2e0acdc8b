import { describe, expect, test } from '@jest/globals';
import { exportGraph, FORMATS, formatNamed } from '../../src/export/index.js';
import type { GraphStore } from '../../src/store/port.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';
import { otherGraph } from '../fixtures/small-graph.js';
import { storeOf } from './exported.js';

/** A ring of 3,000 actors: fifteen batches. */
const actors = Array.from({ length: 3000 }, (_, n) => plainEntity(`actor-${n}`, 'Actor', 'forum'));
const ring = plainGraph(
  actors,
  actors.map(({ id }, n) => plainRelation('PARTNERED_WITH', id, actors[(n + 1) % 3000]!.id)),
);

/** The store, and how many records its answers held at most and in all, since it cannot hold on to a graph. */
async function watched(): Promise<{ store: GraphStore; load: () => Promise<void>; most: () => number; all: () => number }> {
  const inner = await storeOf(ring);
  let [most, all] = [0, 0];
  const note = (answer: unknown): unknown => {
    if (!Array.isArray(answer)) return answer;
    const held = answer.reduce<number>((sum, row: { relations?: unknown[] }) => sum + (row.relations?.length ?? 1), 0);
    most = Math.max(most, held);
    all += held;
    return answer;
  };
  const store: GraphStore = new Proxy(inner, {
    get(target, key, receiver) {
      if (key === 'snapshot') return () => receiver as unknown;
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => note(await Reflect.apply(value, target, given));
    },
  });
  return { store, load: () => inner.load(otherGraph), most: () => most, all: () => all };
}

describe('an export', () => {
  test.each(FORMATS.map(({ name }) => name))('as %s never holds more than some batches', async (name) => {
    const { store, most } = await watched();
    const { chunks } = await exportGraph(store, formatNamed(name), {});
    let largest = 0;
    for await (const chunk of chunks) largest = Math.max(largest, chunk.length);
    expect(most()).toBeLessThanOrEqual(400);
    expect(largest).toBeLessThan(1_000_000);
  });

  test('that nobody reads on stops reading', async () => {
    const { store, all } = await watched();
    const { chunks } = await exportGraph(store, formatNamed('node-link'), {});
    for (let n = 0; n < 5; n++) await chunks.next();
    await chunks.return(undefined);
    const read = all();
    expect(read).toBeLessThanOrEqual(1000);
    expect((await chunks.next()).done).toBe(true);
    expect(all()).toBe(read);
  });

  test('of data that is replaced meanwhile breaks off', async () => {
    const { store, load } = await watched();
    const { chunks } = await exportGraph(store, formatNamed('graphml'), {});
    for (let n = 0; n < 8; n++) await chunks.next();
    await load();
    const rest = async (): Promise<void> => {
      for await (const _ of chunks);
    };
    await expect(rest()).rejects.toMatchObject({ code: 'DATA_CHANGED' });
  });
});
