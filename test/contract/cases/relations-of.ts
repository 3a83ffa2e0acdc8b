import { expect } from '@jest/globals';
import type { GraphStore, RelationsOf } from '../../../src/store/port.js';
import { relation } from '../../fixtures/small-graph.js';
import { idsOf, type Cases } from './cases.js';

const everything = { direction: 'BOTH', types: null, during: null, limit: null, after: null } as const;

/** Of each entity: the ids of its relations and how many match. */
async function ask(store: GraphStore, question: Partial<RelationsOf> & Pick<RelationsOf, 'entityIds'>): Promise<unknown[]> {
  const answers = await store.relationsOf({ ...everything, ...question });
  return answers.map(({ entityId, relations, total }) => [entityId, idsOf(relations), total]);
}

const OF_ICOCA = [
  'company-c.member-of.icoca',
  'icoca.engaged-with.icoca',
  'icoca.funded.iepades',
  'icoca.partnered-with.iepades',
  'icoca.maintains.code',
  'company-a.member-of.icoca',
  'iepades.member-of.icoca.civil-society',
  'company-b.member-of.icoca',
  'iepades.member-of.icoca.observer',
  'icoca.conducted.session',
];

export const relationsOf: Cases = {
  'BOTH lists a hub in the order of the sort keys, parallel ones each, its self-loop once': async (store) => {
    expect(await ask(store, { entityIds: ['icoca'] })).toEqual([['icoca', OF_ICOCA, 10]]);
  },
  'OUT lists those it is the source of': async (store) => {
    const out = OF_ICOCA.filter((id) => id.startsWith('icoca.'));
    expect(await ask(store, { entityIds: ['icoca'], direction: 'OUT' })).toEqual([['icoca', out, 5]]);
  },
  'IN lists those it is the target of, the self-loop again': async (store) => {
    const incoming = OF_ICOCA.filter((id) => id.endsWith('.icoca') || id.includes('.icoca.'));
    expect(await ask(store, { entityIds: ['icoca'], direction: 'IN' })).toEqual([['icoca', incoming, 6]]);
  },
  'one answer for each known entity, by id, also for one without relations': async (store) => {
    expect(await ask(store, { entityIds: ['lonely-forum', 'iso', 'nobody', 'iso'] })).toEqual([
      ['iso', ['iso.authored.iso-18788'], 1],
      ['lonely-forum', [], 0],
    ]);
  },
  'no answer where nothing is asked for': async (store) => {
    expect(await ask(store, { entityIds: [] })).toEqual([]);
  },
  'whole relations': async (store) => {
    const [answer] = await store.relationsOf({ ...everything, entityIds: ['iso'] });
    expect(answer?.relations).toStrictEqual([relation('iso.authored.iso-18788')]);
  },
  'of the types asked for; of no type, none': async (store) => {
    const types = ['MEMBER_OF', 'FUNDED', 'NO_SUCH_TYPE'];
    const ids = OF_ICOCA.filter((id) => id.includes('.member-of.') || id.includes('.funded.'));
    expect(await ask(store, { entityIds: ['icoca'], types })).toEqual([['icoca', ids, 6]]);
    expect(await ask(store, { entityIds: ['icoca'], types: [] })).toEqual([['icoca', [], 0]]);
  },
  'a limit for each entity, with the total beyond it': async (store) => {
    expect(await ask(store, { entityIds: ['icoca', 'session'], limit: 2 })).toEqual([
      ['icoca', OF_ICOCA.slice(0, 2), 10],
      ['session', ['session.concerns.gt', 'digessp.requested.session'], 7],
    ]);
    expect(await ask(store, { entityIds: ['icoca'], limit: 0 })).toEqual([['icoca', [], 10]]);
  },
  'only those after a sort key, which need not be there': async (store) => {
    const after = '2014-12-31|company-a.member-of.icoca';
    expect(await ask(store, { entityIds: ['icoca'], after, limit: 3 })).toEqual([['icoca', OF_ICOCA.slice(6, 9), 10]]);
    expect(await ask(store, { entityIds: ['icoca'], after: '2020' })).toEqual([['icoca', OF_ICOCA.slice(8), 10]]);
    expect(await ask(store, { entityIds: ['icoca'], after: '9999-12-31' })).toEqual([['icoca', [], 10]]);
  },
  'that certainly held at some time in a period': async (store) => {
    const during = { from: '2018-01-01', to: '2018-12-31', certainty: 'CERTAINLY' } as const;
    const certainly = [
      'icoca.engaged-with.icoca',
      'icoca.maintains.code',
      'iepades.member-of.icoca.civil-society',
      'company-b.member-of.icoca',
    ];
    // Of these, what a start alone says is known of its first day only; what is attested, up to then.
    const known = certainly.filter((id) => !['icoca.maintains.code', 'company-b.member-of.icoca'].includes(id));
    expect(await ask(store, { entityIds: ['icoca'], during })).toEqual([['icoca', known, 2]]);
  },
  'that certainly or possibly held at some time in a period': async (store) => {
    const during = { from: '2018-01-01', to: '2018-12-31', certainty: 'POSSIBLY' } as const;
    const not = ['company-a.member-of.icoca', 'iepades.member-of.icoca.observer', 'icoca.conducted.session'];
    const ids = OF_ICOCA.filter((id) => !not.includes(id));
    expect(await ask(store, { entityIds: ['icoca'], during })).toEqual([['icoca', ids, 7]]);
  },
  'what has happened holds ever after': async (store) => {
    const during = { from: '2030-01-01', to: '2030-01-01', certainty: 'CERTAINLY' } as const;
    const ids = ['iso.authored.iso-18788'];
    expect(await ask(store, { entityIds: ['iso'], during })).toEqual([['iso', ids, 1]]);
    expect(await ask(store, { entityIds: ['iepades'], during })).toEqual([['iepades', [], 0]]);
  },
  'types, period, limit and sort key together': async (store) => {
    const question = {
      entityIds: ['icoca'],
      direction: 'BOTH',
      types: ['MEMBER_OF', 'PARTNERED_WITH'],
      during: { from: '2019-10-31', to: '2021-06-24', certainty: 'POSSIBLY' },
      after: '0000-01-01|company-c.member-of.icoca',
      limit: 2,
    } as const;
    const ids = ['icoca.partnered-with.iepades', 'iepades.member-of.icoca.civil-society'];
    expect(await ask(store, question)).toEqual([['icoca', ids, 5]]);
  },
};
