import { beforeAll, describe, expect, test } from '@jest/globals';
import { interlocks } from '../../src/measures/interlocks.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

/** Anna and Ben are in one association and at one training; Ben and Cleo at the training alone, and at a meeting that was only proposed. */
const graph = plainGraph(
  [
    ...['anna', 'ben', 'cleo'].map((id) => plainEntity(id, 'Actor', 'centre')),
    plainEntity('association', 'Actor', 'industry-association'),
    { ...plainEntity('proposed', 'Event', 'meeting'), status: 'PROPOSED' as const },
    plainEntity('training', 'Event', 'training'),
  ],
  [
    plainRelation('MEMBER_OF', 'anna', 'association'),
    plainRelation('MEMBER_OF', 'ben', 'association'),
    plainRelation('CONDUCTED', 'anna', 'training'),
    plainRelation('FUNDED', 'anna', 'training'),
    plainRelation('ADDRESSED', 'training', 'ben'),
    plainRelation('ATTENDED', 'cleo', 'training'),
    plainRelation('ATTENDED', 'cleo', 'proposed'),
    plainRelation('ATTENDED', 'ben', 'proposed'),
    // What no source supports ties nobody.
    plainRelation('MEMBER_OF', 'cleo', 'association', {}, 0),
  ],
);

describe('interlocks', () => {
  const store = new MemoryStore();
  beforeAll(() => store.load(graph));

  test('are pairs that share two, with the relations by which each stands there', async () => {
    const { interlocks: found } = await interlocks(store, {}, Infinity);
    const pairs = found.edges.map(({ node: { pair, witnesses } }) => ({
      pair,
      witnesses: witnesses.map(({ sharedId, relations }) => [sharedId, relations.map(({ id }) => id)]),
    }));
    expect(pairs).toEqual([
      {
        pair: ['anna', 'ben'],
        witnesses: [
          ['association', ['anna.member-of.association', 'ben.member-of.association']],
          ['training', ['anna.conducted.training', 'anna.funded.training', 'training.addressed.ben']],
        ],
      },
    ]);
  });

  test('of one thing shared come after, and can be asked for', async () => {
    const { interlocks: found } = await interlocks(store, { minShared: 1, first: 2 }, Infinity);
    expect(found.edges.map(({ node }) => node.pair.join(' '))).toEqual(['anna ben', 'anna cleo']);
    expect(found).toMatchObject({ totalCount: 3, hasNextPage: true });
  });

  test('are refused where too many pairs would be looked at', async () => {
    await expect(interlocks(store, {}, 3)).rejects.toMatchObject({ code: 'TOO_MUCH_WORK' });
    await expect(interlocks(store, { minShared: 0 }, Infinity)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
