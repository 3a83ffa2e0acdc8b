import { expect } from '@jest/globals';
import type { GraphStore, NeighboursOf } from '../../../src/store/port.js';
import { entity, relation } from '../../fixtures/small-graph.js';
import { idsOf, type Cases } from './cases.js';

const everyone = { direction: 'BOTH', types: null, during: null, kinds: null, except: [], limit: 100 } as const;

async function ask(store: GraphStore, question: Partial<NeighboursOf> & Pick<NeighboursOf, 'entityIds'>): Promise<unknown[]> {
  const { entities, total } = await store.neighbours({ ...everyone, ...question });
  return [idsOf(entities), total];
}

const BY_DEGREE = ['session', 'iepades', 'code', 'company-a', 'company-b', 'company-c'];

export const neighbours: Cases = {
  'each once however many relations lead there, itself never, by degree, then by id': async (store) => {
    expect(await ask(store, { entityIds: ['icoca'] })).toEqual([BY_DEGREE, 6]);
  },
  'whole entities, the best connected where not all are wanted': async (store) => {
    const answer = await store.neighbours({ ...everyone, entityIds: ['icoca'], limit: 2 });
    expect(answer).toStrictEqual({ entities: [entity('session'), entity('iepades')], total: 6 });
    expect(await ask(store, { entityIds: ['icoca'], limit: 0 })).toEqual([[], 6]);
  },
  'of several, without these themselves and those already known; unknown ids and those without relations add none': async (
    store,
  ) => {
    const entityIds = ['icoca', 'session', 'nobody', 'lonely-forum', 'icoca'];
    expect(await ask(store, { entityIds, except: ['company-b', 'gt', 'nobody'] })).toEqual([
      ['digessp', 'iepades', 'code', 'company-a', 'swiss-embassy', 'company-c', 'follow-up'],
      7,
    ]);
    expect(await ask(store, { entityIds: [] })).toEqual([[], 0]);
  },
  'only the way asked': async (store) => {
    expect(await ask(store, { entityIds: ['icoca'], direction: 'OUT' })).toEqual([['session', 'iepades', 'code'], 3]);
    expect(await ask(store, { entityIds: ['icoca'], direction: 'IN' })).toEqual([
      ['iepades', 'company-a', 'company-b', 'company-c'],
      4,
    ]);
  },
  'only over these types, in this period, of these kinds': async (store) => {
    expect(await ask(store, { entityIds: ['icoca'], types: ['FUNDED', 'MAINTAINS'] })).toEqual([['iepades', 'code'], 2]);
    expect(await ask(store, { entityIds: ['icoca'], types: [] })).toEqual([[], 0]);
    expect(await ask(store, { entityIds: ['icoca'], kinds: ['private-security-company'], limit: 1 })).toEqual([['company-a'], 3]);
    const during = { from: '2018-01-01', to: '2018-12-31', certainty: 'CERTAINLY' } as const;
    expect(await ask(store, { entityIds: ['icoca'], during })).toEqual([['iepades'], 1]);
    expect(await ask(store, { entityIds: ['icoca'], during: { ...during, certainty: 'POSSIBLY' } })).toEqual([
      ['iepades', 'code', 'company-b', 'company-c'],
      4,
    ]);
  },
};

export const relationsAmong: Cases = {
  'with both ends among them, parallel ones and self-loops too; of each how many there are in all': async (store) => {
    const entityIds = ['session', 'icoca', 'code', 'nobody', 'lonely-forum', 'icoca'];
    const answer = await store.relationsAmong({ entityIds, types: null, during: null });
    const ids = ['icoca.conducted.session', 'icoca.engaged-with.icoca', 'icoca.maintains.code', 'session.presented.code'];
    expect(answer).toStrictEqual({
      relations: ids.map(relation),
      totals: [
        { entityId: 'code', total: 2 },
        { entityId: 'icoca', total: 10 },
        { entityId: 'lonely-forum', total: 0 },
        { entityId: 'session', total: 7 },
      ],
    });
    expect(idsOf((await store.relationsAmong({ entityIds: ['icoca', 'iepades'], types: null, during: null })).relations)).toEqual(
      [
        'icoca.engaged-with.icoca',
        'icoca.funded.iepades',
        'icoca.partnered-with.iepades',
        'iepades.member-of.icoca.civil-society',
        'iepades.member-of.icoca.observer',
      ],
    );
  },
  'of these types, in this period': async (store) => {
    const during = { from: '2018-01-01', to: '2018-12-31', certainty: 'CERTAINLY' } as const;
    const { relations, totals } = await store.relationsAmong({
      entityIds: ['icoca', 'iepades'],
      types: ['MEMBER_OF', 'FUNDED'],
      during,
    });
    expect(idsOf(relations)).toEqual(['iepades.member-of.icoca.civil-society']);
    expect(totals).toEqual([
      { entityId: 'icoca', total: 1 },
      { entityId: 'iepades', total: 1 },
    ]);
    const none = { relations: [], totals: [{ entityId: 'icoca', total: 0 }] };
    expect(await store.relationsAmong({ entityIds: ['icoca'], types: [], during: null })).toEqual(none);
    expect(await store.relationsAmong({ entityIds: [], types: null, during: null })).toEqual({ relations: [], totals: [] });
  },
};
