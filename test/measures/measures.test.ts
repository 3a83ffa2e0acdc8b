import { beforeAll, describe, expect, test } from '@jest/globals';
import { measures, type MeasuresQuestion } from '../../src/measures/measures.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

/**
 *   regulator ══ centre ── company      state (alone)      gt
 *                  │⟲
 *                session
 * Two relations between the regulator and the centre, one of the centre to itself, one that nobody supports between company and regulator;
 * the centre and the company are in Guatemala.
 */
const graph = plainGraph(
  [
    plainEntity('centre', 'Actor', 'centre'),
    plainEntity('company', 'Actor', 'private-security-company'),
    plainEntity('gt', 'Place', 'country'),
    plainEntity('regulator', 'Actor', 'regulator'),
    plainEntity('session', 'Event', 'training'),
    plainEntity('state', 'Actor', 'state'),
  ],
  [
    plainRelation('ADVISED', 'centre', 'regulator'),
    plainRelation('TRAINED', 'centre', 'regulator', {}, 0.4),
    plainRelation('MEMBER_OF', 'company', 'centre'),
    plainRelation('ADVISED', 'centre', 'centre'),
    plainRelation('CONDUCTED', 'centre', 'session'),
    plainRelation('CONTRACTED', 'company', 'regulator', {}, 0),
    plainRelation('LOCATED_IN', 'centre', 'gt'),
    plainRelation('LOCATED_IN', 'company', 'gt'),
    plainRelation('REGULATES', 'regulator', 'gt'),
  ],
);

describe('measures', () => {
  const store = new MemoryStore();
  beforeAll(() => store.load(graph));

  const ask = (question: MeasuresQuestion): ReturnType<typeof measures> => measures(store, question, Infinity);
  const valuesOf = async (question: MeasuresQuestion): Promise<Record<string, number | null>> =>
    Object.fromEntries((await ask(question)).rows.edges.map(({ node }) => [node.entityId, node.value]));

  test('say what was measured: one tie for parallel relations, none for a self-loop or what no source supports', async () => {
    expect(await ask({ measure: 'DEGREE' })).toMatchObject({
      ...{ entities: 5, ties: 3, relations: 4, selfLoops: 1, components: 2, truncation: null, dataVersion: 'test' },
    });
  });

  test('leave places out, unless they are asked for or are the kind asked for', async () => {
    expect(Object.keys(await valuesOf({ measure: 'DEGREE' }))).not.toContain('gt');
    expect(await valuesOf({ measure: 'DEGREE', places: true })).toMatchObject({ gt: 3, centre: 4 });
    expect(await valuesOf({ measure: 'DEGREE', kinds: ['country', 'centre'] })).toEqual({ gt: 1, centre: 1 });
  });

  test('weights are numbers of relations, or the strength of their evidence', async () => {
    expect(await valuesOf({ measure: 'WEIGHTED_DEGREE' })).toEqual({ centre: 4, regulator: 2, company: 1, session: 1, state: 0 });
    const byEvidence = await valuesOf({ measure: 'WEIGHTED_DEGREE', weights: 'EVIDENCE' });
    expect(byEvidence['regulator']).toBeCloseTo(0.8 + 0.4, 12);
    expect(byEvidence['centre']).toBeCloseTo(0.8 + 0.4 + 0.8 + 0.8, 12);
  });

  test('by hand: the centre is on every path between the other three, and alone the state is near nobody', async () => {
    // 3 pairs of 6 pairs of the other four.
    expect(await valuesOf({ measure: 'BETWEENNESS' })).toEqual({ centre: 0.5, company: 0, regulator: 0, session: 0, state: 0 });
    // Reached by 3 of 4 others: 3/3 · 3/4; from a leaf 3/(1+2+2) · 3/4.
    const { centre, company, state } = await valuesOf({ measure: 'CLOSENESS' });
    expect([centre, company, state]).toEqual([0.75, expect.closeTo(0.45, 12), 0]);
    expect(await valuesOf({ measure: 'CORE' })).toEqual({ centre: 1, company: 1, regulator: 1, session: 1, state: 0 });
    // No contact of the centre is tied to another: nothing is redundant. Shares 2/4, 1/4, 1/4 make (4+1+1)/16.
    expect(await valuesOf({ measure: 'EFFECTIVE_SIZE' })).toMatchObject({ centre: 3, company: 1, state: null });
    expect(await valuesOf({ measure: 'CONSTRAINT' })).toMatchObject({ centre: 0.375, company: 1, state: null });
  });

  test('betweenness counts more shortest paths than 32 bits hold', async () => {
    // Forty diamonds in a row: j0 < a0, b0 > j1 < a1, b1 > j2 …, with 2^40 shortest paths from end to end.
    const diamonds = 40;
    const numbers = Array.from({ length: diamonds }, (_, i) => i);
    const ids = [...numbers.flatMap((i) => [`a${i}`, `b${i}`, `j${i}`]), `j${diamonds}`];
    const row = new MemoryStore();
    await row.load(
      plainGraph(
        ids.sort().map((id) => plainEntity(id, 'Actor', 'centre')),
        numbers.flatMap((i) =>
          ['a', 'b'].flatMap((side) => [
            plainRelation('ADVISED', `j${i}`, `${side}${i}`),
            plainRelation('ADVISED', `${side}${i}`, `j${i + 1}`),
          ]),
        ),
      ),
    );
    const { rows } = await measures(row, { measure: 'BETWEENNESS', first: ids.length }, Infinity);
    const values = new Map(rows.edges.map(({ node }) => [node.entityId, node.value!]));
    const pairs = ((ids.length - 1) * (ids.length - 2)) / 2;
    // Everything to the left of a joint with everything to the right, and half of the paths between the sides of a diamond beside it.
    for (let i = 0; i <= diamonds; i++) {
      const beside = i === 0 || i === diamonds ? 1 : 2;
      expect(values.get(`j${i}`)! * pairs).toBeCloseTo(3 * i * 3 * (diamonds - i) + beside / 2, 6);
    }
    await row.close();
  });

  test('directed, company → centre → regulator and session: the centre brokers', async () => {
    expect(await valuesOf({ measure: 'DEGREE', directed: true })).toMatchObject({ centre: 3, company: 1 });
    const [first] = (await ask({ measure: 'BROKERAGE' })).rows.edges;
    expect(first?.node).toMatchObject({
      entityId: 'centre',
      value: 2,
      group: 'civil-society',
      roles: { coordinator: 0, itinerant: 0, gatekeeper: 0, representative: 0, liaison: 2 },
    });
    // By label company, centre and regulator are of one group, and the session of another.
    const [byLabel] = (await ask({ measure: 'BROKERAGE', groupBy: 'LABEL' })).rows.edges;
    expect(byLabel?.node.roles).toMatchObject({ coordinator: 1, representative: 1 });
  });

  test('communities are numbered by size, and the same seed finds the same', async () => {
    const found = await ask({ measure: 'COMMUNITY', seed: 7 });
    expect(found).toMatchObject({
      communities: 2,
      parameters: [
        { name: 'resolution', value: 1 },
        { name: 'seed', value: 7 },
      ],
    });
    expect(found.rows.edges.map(({ node }) => [node.value, node.entityId])).toEqual([
      ...[1, 1, 1, 1].map((number, i) => [number, ['centre', 'company', 'regulator', 'session'][i]]),
      [2, 'state'],
    ]);
    expect(await ask({ measure: 'COMMUNITY', seed: 7 })).toEqual(found);
  });

  test('personalised PageRank starts at the oversight bodies of the region', async () => {
    const { state, regulator, ...others } = await valuesOf({ measure: 'PERSONALISED_PAGERANK', region: 'gt' });
    expect(state).toBe(0);
    expect(regulator! + Object.values(others).reduce<number>((sum, value) => sum + value!, 0)).toBeCloseTo(1, 10);
  });

  test('equal values share a rank, and pages go on where the one before ended', async () => {
    const first = await ask({ measure: 'WEIGHTED_DEGREE', first: 3 });
    expect(first.rows).toMatchObject({ totalCount: 5, hasNextPage: true });
    const second = await ask({ measure: 'WEIGHTED_DEGREE', first: 3, after: first.rows.endCursor });
    const rows = [...first.rows.edges, ...second.rows.edges].map(({ node }) => [node.rank, node.entityId]);
    expect(rows).toEqual([
      [1, 'centre'],
      [2, 'regulator'],
      [3, 'company'],
      [3, 'session'],
      [5, 'state'],
    ]);
  });

  test('of a graph without relations are defined, or null', async () => {
    const lonely = new MemoryStore();
    await lonely.load(plainGraph([plainEntity('a', 'Actor', 'centre'), plainEntity('b', 'Actor', 'centre')], []));
    const value = async (measure: MeasuresQuestion['measure']): Promise<unknown> =>
      (await measures(lonely, { measure }, Infinity)).rows.edges.map(({ node }) => node.value);
    expect(await value('PAGERANK')).toEqual([0.5, 0.5]);
    expect(await value('EIGENVECTOR')).toEqual([0, 0]);
    expect(await value('KATZ')).toEqual([Math.SQRT1_2, Math.SQRT1_2].map((half) => expect.closeTo(half, 12) as unknown));
    expect(await value('CONSTRAINT')).toEqual([null, null]);
    expect(await value('COMMUNITY')).toEqual([1, 2]);
    expect((await measures(lonely, { measure: 'COMMUNITY' }, Infinity)).modularity).toBeNull();
  });

  test.each([
    [{ measure: 'CORE', directed: true }, 'INVALID_ARGUMENT'],
    [{ measure: 'BROKERAGE', directed: false }, 'INVALID_ARGUMENT'],
    [{ measure: 'PERSONALISED_PAGERANK' }, 'INVALID_ARGUMENT'],
    [{ measure: 'PAGERANK', region: 'gt' }, 'INVALID_ARGUMENT'],
    [{ measure: 'PAGERANK', damping: 1 }, 'INVALID_ARGUMENT'],
    [{ measure: 'COMMUNITY', resolution: 0 }, 'INVALID_ARGUMENT'],
    [{ measure: 'DEGREE', depth: 2 }, 'INVALID_ARGUMENT'],
    [{ measure: 'DEGREE', centers: ['nobody'] }, 'UNKNOWN_ID'],
    [{ measure: 'DEGREE', within: 'Guatemola' }, 'UNKNOWN_REGION'],
  ] as [MeasuresQuestion, string][])('%j is refused with %s', async (question, code) => {
    await expect(ask(question)).rejects.toMatchObject({ code });
  });

  test('what would hold up a server is refused before it is begun, and says what to do', async () => {
    await expect(measures(store, { measure: 'BETWEENNESS' }, 10)).rejects.toMatchObject({
      code: 'TOO_MUCH_WORK',
      message: expect.stringContaining('custodes measures betweenness'),
    });
  });
});
