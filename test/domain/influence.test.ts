import { beforeAll, describe, expect, test } from '@jest/globals';
import { influence, type Influence } from '../../src/domain/influence.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

/**
 * The seed story worked by hand (docs/influence.md has the same table). Every relation stands on one explicit source, so its
 * strength is 0.8; MAINTAINS is implied, 0.6. A hop weighs its type's weight times that:
 *
 *   session –addressed→ DIGESSP  1.0·0.8 = 0.80      Secretariat –conducted→ session        1.0·0.8 = 0.80
 *   DCAF, IEPADES –co-organised→ session    0.64     embassies –facilitated→ session                 0.48
 *   ICoCA –spoke at→ session                0.48     ICoCA, Code –presented at→ session              0.40
 *   ICoCA –has part→ Secretariat            0.56     Secretariat –part of→ ICoCA                     0.40
 *   ICoCA –has member→ IEPADES              0.40     IEPADES –member of→ ICoCA                       0.32
 *   ICoCA –partnered with– DCAF             0.32     ICoCA –maintains→ Code   0.8·0.6 =              0.48
 *   ICoCA –promotes→ Code                   0.32     state –represented by→ embassy                  0.64
 *
 * With decay 0.5 a walk of two steps counts 0.5, of three 0.25.
 */
const UP_TO_TWO_STEPS = {
  icoca: 0.5 * (0.48 + 0.4) * 0.8,
  'icoca-secretariat': 0.5 * 0.8 * 0.8,
  dcaf: 0.5 * 0.64 * 0.8,
  iepades: 0.5 * 0.64 * 0.8,
  'swiss-embassy-guatemala': 0.5 * 0.48 * 0.8,
  'uk-embassy-guatemala': 0.5 * 0.48 * 0.8,
};
const INTO_THE_SESSION_FROM_ICOCA = 0.48 + 0.4;
const THREE_STEPS_MORE = {
  icoca: 0.25 * 0.8 * (0.56 * 0.8 + 0.4 * 0.64 + 0.32 * 0.64 + (0.48 + 0.32) * 0.4),
  'icoca-secretariat': 0.25 * 0.8 * 0.4 * INTO_THE_SESSION_FROM_ICOCA,
  dcaf: 0.25 * 0.8 * 0.32 * INTO_THE_SESSION_FROM_ICOCA,
  iepades: 0.25 * 0.8 * 0.32 * INTO_THE_SESSION_FROM_ICOCA,
  'state-ch': 0.25 * 0.8 * 0.64 * 0.48,
  'state-gb': 0.25 * 0.8 * 0.64 * 0.48,
};

describe('influence on private security oversight in Guatemala, by the seed story', () => {
  const store = new MemoryStore();
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
    if ('problems' in loaded) throw new Error('the seed dossier is wrong');
    await store.load(loaded.graph);
  });

  test('the oversight body is DIGESSP, which regulates, licenses and oversees', async () => {
    const { oversightBodies } = await influence(store, { region: 'GT' });
    expect(oversightBodies.map((body) => body.actor.id)).toEqual(['digessp']);
    expect(oversightBodies[0]?.relations.map((relation) => relation.type)).toEqual(['LICENSES', 'OVERSEES', 'REGULATES']);
  });

  test('scores are the ones worked by hand', async () => {
    expectScores(await influence(store, { region: 'GT', maxSteps: 2 }), UP_TO_TWO_STEPS);
    expectScores(await influence(store, { region: 'GT' }), sumOf(UP_TO_TWO_STEPS, THREE_STEPS_MORE));
  });

  test('the parts of each score add up to it, and each hop has its claims', async () => {
    const { influencers } = await influence(store, { region: 'GT', pathsPerInfluencer: 2 });
    expect(influencers.edges.map((edge) => edge.node.actor.id)).toEqual([
      'icoca',
      'icoca-secretariat',
      'dcaf',
      'iepades',
      'swiss-embassy-guatemala',
      'uk-embassy-guatemala',
      'state-ch',
      'state-gb',
    ]);
    for (const { node } of influencers.edges) {
      const parts = node.paths.reduce((sum, path) => sum + path.contribution, 0) + node.remainder;
      expect(Math.abs(parts - node.score)).toBeLessThan(1e-9);
      for (const hop of node.paths.flatMap((path) => path.hops)) expect(hop.relation.claimIds.length).toBeGreaterThan(0);
    }
  });

  test('is the same for Central America, by id, ISO code, M49 code and name', async () => {
    const scores = async (region: string): Promise<[string, number][]> =>
      (await influence(store, { region })).influencers.edges.map(({ node }) => [node.actor.id, node.score]);
    const expected = await scores('GT');
    for (const region of ['gt', 'GTM', '320', '013', 'Guatemala', 'Central America', 'América Central', '419', '001']) {
      expect(await scores(region)).toEqual(expected);
    }
  });

  test('of a region without an oversight body is empty and says why', async () => {
    const answer = await influence(store, { region: 'FR' });
    expect(answer.influencers.edges).toEqual([]);
    expect(answer.emptyCode).toBe('NO_OVERSIGHT_BODY');
    expect(answer.emptyBecause).toContain('No source in the graph names an actor that regulates');
  });

  test('before the session nobody is known to have reached DIGESSP', async () => {
    const answer = await influence(store, { region: 'GT', asOf: '2015' });
    expect(answer.oversightBodies).toMatchObject([{ actor: { id: 'digessp' }, holds: 'POSSIBLY' }]);
    expect(answer.emptyCode).toBe('NOBODY_REACHES_ONE');
    expect(answer.emptyBecause).toContain('within 3 steps');
  });

  test('equal scores share a rank, and the next one counts them all', async () => {
    const { influencers } = await influence(store, { region: 'GT' });
    const rank = Object.fromEntries(influencers.edges.map(({ node }) => [node.actor.id, node.rank]));
    expect(rank).toEqual({
      icoca: 1,
      'icoca-secretariat': 2,
      dcaf: 3,
      iepades: 3,
      'swiss-embassy-guatemala': 5,
      'uk-embassy-guatemala': 5,
      'state-ch': 7,
      'state-gb': 7,
    });
  });

  test('the page after a cursor goes on where it ended, also between two of one rank', async () => {
    const first = await influence(store, { region: 'GT', first: 3 });
    expect(first.influencers).toMatchObject({ totalCount: 8, hasNextPage: true });
    const second = await influence(store, { region: 'GT', first: 3, after: first.influencers.endCursor });
    expect(second.influencers.edges.map(({ node }) => [node.rank, node.actor.id])).toEqual([
      [3, 'iepades'],
      [5, 'swiss-embassy-guatemala'],
      [5, 'uk-embassy-guatemala'],
    ]);
    const third = await influence(store, { region: 'GT', first: 3, after: second.influencers.endCursor });
    expect(third.influencers.edges.map(({ node }) => node.rank)).toEqual([7, 7]);
  });

  test.each([
    [{ region: 'Guatemola' }, 'UNKNOWN_REGION'],
    [{ region: 'digessp' }, 'UNKNOWN_REGION'],
    [{ region: 'GT', maxSteps: 0 }, 'INVALID_ARGUMENT'],
    [{ region: 'GT', decay: 1.5 }, 'INVALID_ARGUMENT'],
    [{ region: 'GT', asOf: '24.6.2021' }, 'INVALID_DATE'],
    [{ region: 'GT', relationTypes: ['FACILITATES'] }, 'INVALID_ARGUMENT'],
    [{ region: 'GT', after: 'page 2' }, 'INVALID_CURSOR'],
  ])('%j is refused with %s', async (question, code) => {
    await expect(influence(store, question)).rejects.toMatchObject({ code });
  });

  test('an unknown region suggests the nearest', async () => {
    await expect(influence(store, { region: 'Guatemola' })).rejects.toMatchObject({ suggestions: ['gt'] });
  });
});

function expectScores(answer: Influence, expected: Record<string, number>): void {
  const scores = Object.fromEntries(answer.influencers.edges.map(({ node }) => [node.actor.id, node.score]));
  expect(Object.keys(scores).sort()).toEqual(Object.keys(expected).sort());
  for (const [actor, score] of Object.entries(expected)) expect(scores[actor]).toBeCloseTo(score, 12);
}

function sumOf(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  );
}

describe('a place', () => {
  const graph = plainGraph(
    [
      plainEntity('zz', 'Place', 'country'),
      ...['board', 'state', 'league', 'club', 'neighbour'].map((id) => plainEntity(id, 'Actor', 'state')),
    ],
    [
      plainRelation('LICENSES', 'board', 'zz'),
      plainRelation('STATE_OF', 'state', 'zz'),
      plainRelation('MEMBER_OF', 'state', 'league'),
      plainRelation('LOCATED_IN', 'club', 'zz'),
      plainRelation('OPERATES_IN', 'neighbour', 'zz'),
    ],
  );

  test('is passed from its state to those who oversee it, and by nobody else', async () => {
    const store = new MemoryStore();
    await store.load(graph);
    const { influencers } = await influence(store, { region: 'zz' });
    const state = 0.6 * 0.8 * (0.3 * 0.8) * 0.5;
    expect(influencers.edges.map(({ node: { actor, score, paths } }) => [actor.id, score, paths.length])).toEqual([
      ['state', expect.closeTo(state), 1],
      ['league', expect.closeTo(0.5 * 0.8 * state * 0.5), 1],
    ]);
  });
});
