import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Entity, Graph } from '../../src/domain/model.js';
import { findPaths, type Path } from '../../src/domain/paths.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { RelationsOf, RelationsOfEntity } from '../../src/store/port.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

async function storeOf(graph: Graph): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.load(graph);
  return store;
}

const stations = (path: Path): string => [path.hops[0]?.from, ...path.hops.map((hop) => hop.to)].join(' ');

describe('paths', () => {
  const graph = plainGraph(
    ['a', 'b', 'c', 'd', 'e'].map((id) => plainEntity(id, 'Actor', 'centre')),
    [
      plainRelation('FUNDED', 'a', 'b', { start: '2010', end: '2012' }),
      plainRelation('ADVISED', 'b', 'a'),
      plainRelation('FUNDED', 'b', 'd'),
      plainRelation('FUNDED', 'c', 'a'),
      plainRelation('FUNDED', 'c', 'd'),
      plainRelation('FUNDED', 'b', 'c'),
      plainRelation('PARTNERED_WITH', 'a', 'a'),
    ],
  );

  test('cost no question about a side of which all is known', async () => {
    const apart = plainGraph(
      ['a', 'b', 'c', 'd', 'e'].map((id) => plainEntity(id, 'Actor', 'centre')),
      [plainRelation('FUNDED', 'a', 'b'), plainRelation('FUNDED', 'c', 'd'), plainRelation('FUNDED', 'd', 'e')],
    );
    const asked: (readonly string[])[] = [];
    class ListeningStore extends MemoryStore {
      override relationsOf(question: RelationsOf): Promise<RelationsOfEntity[]> {
        asked.push(question.entityIds);
        return super.relationsOf(question);
      }
      override entities(ids: readonly string[]): Promise<Entity[]> {
        asked.push(ids);
        return super.entities(ids);
      }
    }
    const store = new ListeningStore();
    await store.load(apart);
    expect((await findPaths(store, { from: 'a', to: 'c', maxLength: 6 })).paths).toEqual([]);
    expect(asked).toEqual([['a', 'c'], ['a'], ['b']]);
  });

  test('come shortest first, with the direction of every hop', async () => {
    const { paths, truncated } = await findPaths(await storeOf(graph), { from: 'a', to: 'd', maxLength: 3 });
    expect(paths.map(stations)).toEqual(['a b d', 'a b d', 'a c d', 'a b c d', 'a b c d', 'a c b d']);
    expect(paths[0]?.hops).toMatchObject([
      { relation: { id: 'a.funded.b' }, direction: 'FORWARD' },
      { relation: { id: 'b.funded.d' }, direction: 'FORWARD' },
    ]);
    expect(paths[2]?.hops[0]).toMatchObject({ relation: { id: 'c.funded.a' }, direction: 'BACKWARD' });
    expect(truncated).toBe(false);
  });

  test('of equal length go through places last', async () => {
    const throughPlace = plainGraph(
      [...['a', 'b', 'z'].map((id) => plainEntity(id, 'Actor', 'centre')), plainEntity('gt', 'Place', 'country')],
      [
        plainRelation('LOCATED_IN', 'a', 'gt'),
        plainRelation('REGULATES', 'b', 'gt'),
        plainRelation('FUNDED', 'a', 'z'),
        plainRelation('FUNDED', 'z', 'b'),
      ],
    );
    const { paths } = await findPaths(await storeOf(throughPlace), { from: 'a', to: 'b', first: 5 });
    expect(paths.map(stations)).toEqual(['a z b', 'a gt b']);
  });

  test('are cut at `first`, openly', async () => {
    const answer = await findPaths(await storeOf(graph), { from: 'a', to: 'd', maxLength: 3, first: 2 });
    expect(answer.paths).toHaveLength(2);
    expect(answer.truncated).toBe(true);
    expect(answer.truncation).toContain('more than 2 paths');
  });

  test('keep to the types and the date asked', async () => {
    const store = await storeOf(graph);
    const of = async (question: object): Promise<string[]> =>
      (await findPaths(store, { from: 'a', to: 'd', maxLength: 2, ...question })).paths.map(stations);
    expect(await of({ relationTypes: ['ADVISED'] })).toEqual([]);
    expect(await of({ relationTypes: ['FUNDED'], asOf: '2011' })).toEqual(['a b d', 'a c d']);
    expect(await of({ relationTypes: ['FUNDED'], asOf: '2015' })).toEqual(['a c d']);
  });

  test('there are none to an entity of another component', async () => {
    expect(await findPaths(await storeOf(graph), { from: 'a', to: 'e' })).toEqual({
      paths: [],
      truncated: false,
      truncation: null,
    });
  });

  test.each([
    [{ from: 'a', to: 'zz' }, 'UNKNOWN_ID'],
    [{ from: 'a', to: 'a' }, 'INVALID_ARGUMENT'],
    [{ from: 'a', to: 'b', maxLength: 7 }, 'INVALID_ARGUMENT'],
  ])('refuse %j with %s', async (question, code) => {
    await expect(findPaths(await storeOf(graph), question)).rejects.toMatchObject({ code });
  });

  test('are exactly the simple paths that a plain enumeration finds, over random graphs', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const end = fc.constantFrom(...ids);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(end, end), { maxLength: 16 }),
        fc.integer({ min: 1, max: 5 }),
        async (ends, maxLength) => {
          const relations = ends.map(([from, to], n) => plainRelation('FUNDED', from, to, {}, 0.8, n + 1));
          const random = plainGraph(
            ids.map((id) => plainEntity(id, 'Actor', 'centre')),
            relations,
          );
          const found = await findPaths(await storeOf(random), { from: 'a', to: 'g', maxLength, first: 10_000 });
          expect(found.paths.map(relationIds).sort()).toEqual(enumerated(random, 'a', 'g', maxLength).sort());
          expect(found.paths.map((path) => path.length)).toEqual(found.paths.map((path) => path.length).sort((x, y) => x - y));
        },
      ),
      { numRuns: 200 },
    );
  });
});

const relationIds = (path: Path): string => path.hops.map((hop) => hop.relation.id).join(' ');

/** Every simple path of at most `most` hops, by trying them all. */
function enumerated(graph: Graph, from: string, to: string, most: number, taken: string[] = [], seen = [from]): string[] {
  if (from === to) return [taken.join(' ')];
  if (taken.length === most) return [];
  return graph.relations.flatMap((relation) => {
    const next = relation.source === from ? relation.target : relation.target === from ? relation.source : null;
    if (next === null || seen.includes(next)) return [];
    return enumerated(graph, next, to, most, [...taken, relation.id], [...seen, next]);
  });
}
