import { beforeAll, describe, expect, test } from '@jest/globals';
import { oversightReach, type ReachQuestion } from '../../src/domain/oversight-reach.js';
import { oversightSetUp } from '../../src/domain/oversight-set-up.js';
import { relationConnection, type RelationFilter } from '../../src/domain/pages.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { joinedAndReached } from '../fixtures/joined-and-reached.js';

const store = new MemoryStore();
beforeAll(() => store.load(joinedAndReached()));

describe('which states joined the Montreux Document between 2009 and 2012', () => {
  const joined = async (asked: Partial<RelationFilter>): Promise<string[]> => {
    const { edges } = await relationConnection(store, { types: ['SUPPORTS'], to: 'montreux-document', first: 100, ...asked });
    return edges.map(({ node }) => node.source);
  };

  test('who certainly joined then; organisations too, which are told by their kind', async () => {
    expect(await joined({ began: '2009/2012' })).toEqual(['state-cl', 'african-union']);
  });

  test('apart from these, whose dates allow it and do not prove it', async () => {
    expect(await joined({ mayHaveBegun: '2009/2012' })).toEqual(['state-no', 'state-ec']);
  });

  test('without either, whoever joined, the unknown first', async () => {
    expect(await joined({})).toEqual(['state-no', 'state-pt', 'state-cl', 'state-ec', 'african-union']);
  });

  test('from one end, and from one that is not there', async () => {
    expect(await joined({ from: 'state-pt' })).toEqual(['state-pt']);
    await expect(joined({ to: 'montreux-documnet' })).rejects.toMatchObject({
      code: 'UNKNOWN_ID',
      suggestions: expect.arrayContaining(['montreux-document']),
    });
  });

  test('not certain and uncertain at once', async () => {
    await expect(joined({ began: '2009', mayHaveBegun: '2009' })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(joined({ began: '../2012' })).rejects.toMatchObject({ code: 'INVALID_DATE' });
  });
});

describe('which oversight bodies were set up after their state had joined', () => {
  test('by the days that their dates can mean; none is rounded', async () => {
    const { setUps } = await oversightSetUp(store, { instrument: 'montreux-document' });
    expect(Object.fromEntries(setUps.map(({ body, order }) => [body.actor.id, order]))).toEqual({
      'after-cl': 'AFTER',
      'same-year-cl': 'UNDECIDED',
      'before-cl': 'BEFORE',
      // It was there in 2005, so it was set up before, whenever that was.
      'known-earlier-cl': 'BEFORE',
      // It regulated from May 2006 on, so it was there.
      'overseeing-earlier-cl': 'BEFORE',
      'known-later-cl': 'NOT_STATED',
      'not-said-cl': 'NOT_STATED',
    });
  });

  test('with the state, its accession, and what established the body', async () => {
    const { setUps } = await oversightSetUp(store, { instrument: 'montreux-document', region: 'CL' });
    expect(setUps.find(({ body }) => body.actor.id === 'before-cl')).toMatchObject({
      state: { id: 'state-cl' },
      accession: { id: 'state-cl.supports.montreux-document' },
      establishedBy: [{ id: 'before-cl.established-by.act-cl' }],
      earliest: '1994-03-01',
      latest: '1994-03-31',
    });
    expect(setUps.find(({ body }) => body.actor.id === 'known-earlier-cl')).toMatchObject({
      earliest: null,
      latest: '2005-12-31',
    });
    expect(setUps.find(({ body }) => body.actor.id === 'overseeing-earlier-cl')).toMatchObject({
      earliest: null,
      latest: '2006-05-31',
    });
  });

  test('bodies of states that did not join are left out', async () => {
    expect((await oversightSetUp(store, { instrument: 'montreux-document', region: 'PE' })).setUps).toEqual([]);
  });

  test('of an instrument that is not there', async () => {
    await expect(oversightSetUp(store, { instrument: 'montrex' })).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
  });
});

describe('which oversight bodies no international actor reaches', () => {
  const reach = async (question: ReachQuestion) => {
    const { reached, undecided, unreached } = await oversightReach(store, question);
    const by = (list: typeof reached): Record<string, string> =>
      Object.fromEntries(
        list.map(({ body, steps, actors }) => [body.actor.id, `${steps} ${actors.map(({ id }) => id).join(' ')}`]),
      );
    return { reached: by(reached), undecided: by(undecided), unreached: unreached.map(({ actor }) => actor.id) };
  };

  test('an embassy, an organisation of states and whoever is of another country are international', async () => {
    expect(await reach({})).toEqual({
      reached: { 'after-cl': '1 embassy-cl', 'same-year-cl': '1 foreign-police-pt', 'after-pe': '2 unlirec' },
      undecided: { 'not-said-cl': '1 unplaced-centre' },
      // One's own police, and a public authority that no source ties to another country, are not.
      unreached: ['before-cl', 'known-earlier-cl', 'known-later-cl', 'overseeing-earlier-cl'],
    });
  });

  test('in one step, and in a region', async () => {
    expect(await reach({ region: 'PE', maxSteps: 1 })).toEqual({ reached: {}, undecided: {}, unreached: ['after-pe'] });
  });

  test('as of a date', async () => {
    expect((await reach({ region: 'PE', asOf: '2018' })).unreached).toEqual(['after-pe']);
    expect((await reach({ region: 'PE', asOf: '2020' })).reached).toEqual({ 'after-pe': '2 unlirec' });
  });

  test('a region or a number of steps that there is not', async () => {
    await expect(reach({ region: 'nowhere' })).rejects.toMatchObject({ code: 'UNKNOWN_REGION' });
    await expect(reach({ maxSteps: 7 })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
