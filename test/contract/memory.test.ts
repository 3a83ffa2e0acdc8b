import { expect, test } from '@jest/globals';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { otherGraph, smallGraph } from '../fixtures/small-graph.js';
import { storeContract } from './store-contract.js';

storeContract('memory', async () => new MemoryStore());

test('loads asked for at once run one after another: the last one stays', async () => {
  const store = new MemoryStore();
  await Promise.all([store.load(otherGraph), store.load(smallGraph), store.load(otherGraph)]);
  expect(await store.dataset()).toMatchObject({ version: otherGraph.version });
});
