import { beforeAll, describe, expect, test } from '@jest/globals';
import { network } from '../../src/domain/network.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

/**
 * hub –PARTNERED_WITH→ spoke-1 … spoke-5; spoke-1 –FUNDED→ spoke-2; spoke-1 –FUNDED→ far (from 2015); far –MAINTAINS→ code.
 */
describe('a network', () => {
  const store = new MemoryStore();
  beforeAll(async () => {
    const spokes = [1, 2, 3, 4, 5].map((n) => `spoke-${n}`);
    await store.load(
      plainGraph(
        [
          ...['hub', 'far', ...spokes].map((id) => ({ ...plainEntity(id, 'Actor', 'centre'), degree: id === 'spoke-1' ? 3 : 1 })),
          plainEntity('code', 'Instrument', 'code-of-conduct'),
        ],
        [
          ...spokes.map((spoke) => plainRelation('PARTNERED_WITH', 'hub', spoke)),
          plainRelation('FUNDED', 'spoke-1', 'spoke-2', { start: '2010', end: '2012' }),
          plainRelation('FUNDED', 'spoke-1', 'far', { start: '2015' }),
          plainRelation('MAINTAINS', 'far', 'code'),
        ],
      ),
    );
  });

  test('of depth 0 is its centres, with how much lies beyond', async () => {
    const view = await network(store, { centers: ['hub'], depth: 0 });
    expect(view.nodes).toMatchObject([{ entity: { id: 'hub' }, depth: 0, degree: 0, beyond: 5 }]);
    expect(view).toMatchObject({ edges: [], truncated: false, beyond: 5 });
  });

  test('of depth 1 shows the neighbours and every edge between them', async () => {
    const view = await network(store, { centers: ['hub'], depth: 1 });
    expect(view.nodes.map((node) => node.entity.id)).toEqual(['hub', 'spoke-1', 'spoke-2', 'spoke-3', 'spoke-4', 'spoke-5']);
    expect(view.edges.map((edge) => edge.id)).toContain('spoke-1.funded.spoke-2');
    expect(view.nodes.find((node) => node.entity.id === 'spoke-1')).toMatchObject({ depth: 1, degree: 2, beyond: 1 });
  });

  test('walks only the way asked, over the types, kinds and dates asked', async () => {
    const ids = async (question: object): Promise<string[]> =>
      (await network(store, { centers: ['spoke-1'], depth: 2, ...question })).nodes.map((node) => node.entity.id);

    expect(await ids({ direction: 'OUT' })).toEqual(['spoke-1', 'far', 'spoke-2', 'code']);
    expect(await ids({ direction: 'OUT', relationTypes: ['FUNDED'] })).toEqual(['spoke-1', 'far', 'spoke-2']);
    expect(await ids({ direction: 'OUT', kinds: ['centre'] })).toEqual(['spoke-1', 'far', 'spoke-2']);
    expect(await ids({ direction: 'OUT', relationTypes: ['FUNDED'], asOf: '2011' })).toEqual(['spoke-1', 'spoke-2']);
  });

  test('that is larger than the limit keeps the best connected and says so', async () => {
    const view = await network(store, { centers: ['hub'], depth: 1, limit: 3 });
    expect(view.nodes.map((node) => node.entity.id)).toEqual(['hub', 'spoke-1', 'spoke-2']);
    expect(view.truncated).toBe(true);
    expect(view.truncation).toContain('3 more entities');
  });

  test.each([
    [{ centers: ['hubb'] }, 'UNKNOWN_ID'],
    [{ centers: [] }, 'INVALID_ARGUMENT'],
    [{ centers: ['hub'], depth: 9 }, 'INVALID_ARGUMENT'],
    [{ centers: ['hub'], limit: 1_000_000 }, 'INVALID_ARGUMENT'],
    [{ centers: ['hub'], relationTypes: ['FUNDS'] }, 'INVALID_ARGUMENT'],
    [{ centers: ['hub'], kinds: ['regulators'] }, 'INVALID_ARGUMENT'],
    [{ centers: ['hub'], asOf: 'last year' }, 'INVALID_DATE'],
  ])('refuses %j with %s', async (question, code) => {
    await expect(network(store, question)).rejects.toMatchObject({ code });
  });
});
