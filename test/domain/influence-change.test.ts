import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Holding } from '../../src/domain/edtf.js';
import { influence } from '../../src/domain/influence.js';
import { influenceChange, type InfluenceChange } from '../../src/domain/influence-change.js';
import type { Graph, Relation, TimeSpan } from '../../src/domain/model.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { claimedGraph } from '../fixtures/claimed-graph.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

async function storeOf(graph: Graph): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.load(graph);
  return store;
}

const change = async (graph: Graph, from: string, to: string): Promise<InfluenceChange> =>
  influenceChange(await storeOf(graph), { region: 'zz', from, to, first: 100, relationsPerActor: 20 }, Infinity);

const scoresAt = async (graph: Graph, asOf: string): Promise<Map<string, { rank: number; score: number }>> => {
  const { influencers } = await influence(await storeOf(graph), { region: 'zz', asOf, first: 100 });
  return new Map(influencers.edges.map(({ node: { actor, rank, score } }) => [actor.id, { rank, score }]));
};

/** Dates by which it holds so on every day there is. */
function always(span: TimeSpan, holds: Holding): TimeSpan {
  const bounds: Record<Holding, [string, string, string, string]> = {
    CERTAINLY: ['0000-01-01', '0000-01-01', '9999-12-31', '9999-12-31'],
    POSSIBLY: ['0000-01-01', '9999-12-31', '0000-01-01', '9999-12-31'],
    NO: ['9999-12-30', '9999-12-31', '9999-12-30', '9999-12-31'],
  };
  const [earliestStart, latestStart, earliestEnd, latestEnd] = bounds[holds];
  return { ...span, earliestStart, latestStart, earliestEnd, latestEnd, persists: false };
}

describe('what changed between two dates', () => {
  const graph = plainGraph(
    [
      plainEntity('zz', 'Place', 'country'),
      ...['board', 'office', 'old', 'new', 'steady', 'relay', 'far'].map((id) => plainEntity(id, 'Actor', 'centre')),
    ],
    [
      plainRelation('REGULATES', 'board', 'zz', { start: '2000', end: '..', ongoingAt: '2025' }),
      plainRelation('LICENSES', 'office', 'zz', { start: '2018-01-01', end: '..', ongoingAt: '2025' }),
      plainRelation('ADVISED', 'office', 'board', { start: '2000', end: '..', ongoingAt: '2025' }),
      plainRelation('ADVISED', 'old', 'board', { start: '2005', end: '2016' }),
      plainRelation('ADVISED', 'new', 'board', { start: '2018-01-01', end: '..', ongoingAt: '2025' }),
      plainRelation('ADVISED', 'steady', 'board', { start: '2000', end: '..', ongoingAt: '2025' }),
      plainRelation('TRAINED', 'relay', 'board', { start: '2018-01-01', end: '..', ongoingAt: '2025' }),
      plainRelation('FUNDED', 'far', 'relay', { start: '2018-01-01', end: '..', ongoingAt: '2025' }),
    ],
  );

  test('who entered, left and became a body, and by which relations', async () => {
    const answer = await change(graph, '2012', '2020');
    const rows = answer.changes.edges.map(({ node }) => node);
    expect(Object.fromEntries(rows.map(({ actor, kind }) => [actor.id, kind]))).toEqual({
      office: 'BECAME_OVERSIGHT_BODY',
      old: 'LEFT',
      new: 'ENTERED',
      relay: 'ENTERED',
      far: 'ENTERED',
    });
    const by = (id: string): [string, number][] =>
      rows.find(({ actor }) => actor.id === id)!.relations.map(({ relation, effect }) => [relation.id, effect]);
    expect(by('new')).toEqual([['new.advised.board', expect.closeTo(0.7 * 0.8, 12)]]);
    expect(by('old')).toEqual([['old.advised.board', expect.closeTo(-0.7 * 0.8, 12)]]);
    // Either of the two relations would have kept it away.
    const whole = 0.5 * 0.6 * 0.8 * 0.8 * 0.7;
    expect(by('far').map(([id]) => id)).toEqual(['far.funded.relay', 'relay.trained.board']);
    expect(by('far')[0]![1]).toBeCloseTo(by('far')[1]![1], 12);
    expect(by('far')[0]![1]).toBeGreaterThan(whole / 2);
    expect(by('office').map(([id]) => id)).toContain('office.licenses.zz');
  });

  test('is nothing between a date and itself, and its own opposite backwards', async () => {
    expect((await change(graph, '2020', '2020')).changes.totalCount).toBe(0);
    const back = (await change(graph, '2020', '2012')).changes.edges.map(({ node }) => [node.actor.id, node.kind]);
    expect(Object.fromEntries(back)).toMatchObject({ office: 'CEASED_TO_BE_OVERSIGHT_BODY', old: 'ENTERED', new: 'LEFT' });
    await expect(influenceChange(await storeOf(graph), { region: 'zz', from: '2012', to: '2020' }, 5)).rejects.toMatchObject({
      code: 'TOO_MUCH_WORK',
    });
  });

  test('ranks are those of influence at the dates, and each effect is what loading the relation as it was gives', async () => {
    for (const random of fc.sample(claimedGraph(), { numRuns: 12, seed: 2015 })) {
      const [from, to] = ['2011', '2017'];
      const [before, after] = [await scoresAt(random, from), await scoresAt(random, to)];
      const rows = (await change(random, from, to)).changes.edges.map(({ node }) => node);
      for (const row of rows) {
        for (const [place, expected] of [
          [row.before, before.get(row.actor.id)],
          [row.after, after.get(row.actor.id)],
        ] as const) {
          expect(place?.rank ?? null).toBe(expected?.rank ?? null);
          if (place) expect(place.score).toBeCloseTo(expected!.score, 12);
        }
      }
      const changed = new Set(rows.map(({ actor }) => actor.id));
      for (const id of new Set([...before.keys(), ...after.keys()])) {
        if (!changed.has(id)) expect(after.get(id)?.score).toBeCloseTo(before.get(id)?.score ?? NaN, 12);
      }
      const effects = rows.flatMap(({ actor, relations }) => relations.map((effect) => ({ ...effect, actor }))).slice(0, 25);
      for (const { actor, relation, heldBefore, effect } of effects) {
        const asItWas = (other: Relation): Relation =>
          other.id === relation.id ? { ...other, time: always(other.time, heldBefore) } : other;
        const counterfactual = await scoresAt({ ...random, relations: random.relations.map(asItWas) }, to);
        const without = counterfactual.get(actor.id)?.score ?? 0;
        expect(effect).toBeCloseTo((after.get(actor.id)?.score ?? 0) - without, 10);
      }
    }
  });
});
