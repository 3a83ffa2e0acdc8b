import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { influence } from '../../src/domain/influence.js';
import type { Graph } from '../../src/domain/model.js';
import { whyNotInfluence, type WhyNotInfluence, type WhyNotQuestion } from '../../src/domain/why-not.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { claimedGraph } from '../fixtures/claimed-graph.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';

async function storeOf(graph: Graph): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.load(graph);
  return store;
}

/** Every reason there is, each with one actor of its name. */
const actors = [
  'board',
  'former-board',
  'ministry',
  'near',
  'far',
  'far-1',
  'far-2',
  'far-3',
  'late',
  'disputed',
  'weightless',
  'local',
  'lone',
  'worse',
];
const REASONS = plainGraph(
  [
    plainEntity('zz', 'Place', 'country'),
    plainEntity('xx', 'Place', 'country'),
    plainEntity('law', 'Instrument', 'statute'),
    ...actors.map((id) => plainEntity(id, 'Actor', 'centre')),
  ],
  [
    plainRelation('REGULATES', 'board', 'zz', { start: '2010', end: '..', ongoingAt: '2025' }),
    plainRelation('REGULATES', 'former-board', 'zz', { start: '1990', end: '2005' }),
    plainRelation('TRAINED', 'near', 'board', { start: '2012' }),
    plainRelation('FUNDED', 'far', 'far-1', { start: '2012' }),
    plainRelation('FUNDED', 'far-1', 'far-2', { start: '2012' }),
    plainRelation('FUNDED', 'far-2', 'far-3', { start: '2012' }),
    plainRelation('TRAINED', 'far-3', 'board', { start: '2012' }),
    plainRelation('TRAINED', 'late', 'board', { start: '2022' }),
    plainRelation('TRAINED', 'disputed', 'board', { start: '2012' }, 0),
    plainRelation('TRAINED', 'board', 'weightless', { start: '2012' }),
    plainRelation('OPERATES_IN', 'local', 'zz', { start: '2012' }),
    plainRelation('TRAINED', 'worse', 'disputed', { start: '2022' }, 0),
    plainRelation('ADVISED', 'ministry', 'former-board', { start: '2000' }),
  ],
);

const ask = async (graph: Graph, question: Partial<WhyNotQuestion> & { actor: string }): Promise<WhyNotInfluence> =>
  whyNotInfluence(await storeOf(graph), { region: 'zz', asOf: '2015', ...question });

describe('why an actor does not reach', () => {
  test.each([
    ['near', 'REACHES', []],
    ['board', 'IS_OVERSIGHT_BODY', []],
    ['far', 'STOPPED', [['TOO_LONG', ['', '', '', '']]]],
    ['late', 'STOPPED', [['DATE', ['DATE']]]],
    ['disputed', 'STOPPED', [['DISPUTED', ['DISPUTED']]]],
    ['weightless', 'STOPPED', [['NO_WEIGHT', ['NO_WEIGHT']]]],
    ['local', 'STOPPED', [['PLACE', ['PLACE', '']]]],
    ['worse', 'STOPPED', [['SEVERAL', ['DATE,DISPUTED', 'DISPUTED']]]],
    ['lone', 'NO_PATH', []],
  ])('%s: %s', async (actor, verdict, reasons) => {
    const answer = await ask(REASONS, { actor });
    expect(answer.verdict).toBe(verdict);
    expect(answer.reasons.map(({ reason, hops }) => [reason, hops.map(({ obstacles }) => obstacles.join())])).toEqual(reasons);
    expect(answer.score !== null).toBe(verdict === 'REACHES');
  });

  test('of a type that was not asked for, and of a body that was none any more', async () => {
    const typed = await ask(REASONS, { actor: 'near', relationTypes: ['FUNDED'] });
    expect(typed.reasons.map(({ reason }) => reason)).toEqual(['RELATION_TYPES']);
    const former = await ask(REASONS, { actor: 'ministry' });
    expect(former.reasons).toMatchObject([{ reason: 'DATE', body: { actor: { id: 'former-board' } }, bodyThen: false }]);
    expect((await ask(REASONS, { actor: 'near', region: 'xx' })).verdict).toBe('NO_OVERSIGHT_BODY');
    await expect(ask(REASONS, { actor: 'law' })).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
  });

  test('agrees with the ranking, and every way shown is open once what is named is dropped', async () => {
    const met = new Set<string>();
    for (const graph of fc.sample(claimedGraph(), { numRuns: 40, seed: 1973 })) {
      const store = await storeOf(graph);
      const question = { region: 'zz', asOf: '2012', maxSteps: 2 };
      const ranked = async (other: object): Promise<Set<string>> =>
        new Set(
          (await influence(store, { ...question, first: 100, ...other })).influencers.edges.map(({ node }) => node.actor.id),
        );
      const [now, ever] = [await ranked({}), await ranked({ asOf: null })];
      const { oversightBodies } = await influence(store, { ...question, asOf: null });
      const everBodies = new Set(oversightBodies.map((body) => body.actor.id));
      for (const { id } of graph.entities.filter(({ label }) => label === 'Actor')) {
        const { verdict, reasons } = await whyNotInfluence(store, { ...question, actor: id });
        expect([id, verdict === 'REACHES']).toEqual([id, now.has(id)]);
        for (const { reason, hops, steps, body } of reasons) {
          met.add(reason);
          expect([hops[0]!.from, hops.at(-1)!.to, hops.length]).toEqual([id, body.actor.id, steps]);
          for (const [i, hop] of hops.entries()) if (i > 0) expect(hop.from).toBe(hops[i - 1]!.to);
          const hindered = new Set(hops.flatMap(({ obstacles }) => obstacles));
          if (reason === 'TOO_LONG') {
            expect([steps > 2, hindered.size, (await ranked({ maxSteps: steps })).has(id)]).toEqual([true, 0, true]);
            expect((await ranked({ maxSteps: steps - 1 })).has(id)).toBe(false);
          } else if (reason !== 'SEVERAL') {
            expect([...hindered].filter((obstacle) => obstacle !== reason)).toEqual([]);
            // Who was a body once is not ranked without a date.
            if (reason === 'DATE' && !everBodies.has(id)) expect([id, ever.has(id)]).toEqual([id, true]);
          }
        }
      }
    }
    expect([...met].sort()).toEqual(expect.arrayContaining(['DATE', 'DISPUTED', 'NO_WEIGHT', 'PLACE']));
  });
});
