import { expect } from '@jest/globals';
import type { EntityPage, GraphStore, Page } from '../../../src/store/port.js';
import type { Entity } from '../../../src/domain/model.js';
import { entity } from '../../fixtures/small-graph.js';
import { expectPage, expectUncountedPages, idsOf, type Cases } from './cases.js';

const ask = (store: GraphStore, question: Partial<EntityPage>): Promise<Page<Entity>> =>
  store.entityPage({
    label: null,
    kinds: null,
    within: null,
    words: [],
    during: null,
    relationTypes: null,
    order: { by: 'NAME', direction: 'ASC' },
    after: null,
    limit: 100,
    ...question,
  });

/** Ties: the two companies of one name, by id. */
const BY_NAME = [
  ...['company-a', 'company-c', 'company-b', 'm49-013', 'gt-city', 'digessp', 'follow-up', 'gt', 'session', 'iepades'],
  ...['code', 'icoca', 'iso', 'iso-18788', 'lonely-forum', 'swiss-embassy', 'm49-001'],
];
const UNDATED = ['company-a', 'company-b', 'company-c', 'gt', 'gt-city', 'iepades', 'iso', 'm49-001', 'm49-013', 'swiss-embassy'];
const BY_START = [...UNDATED, 'digessp', 'code', 'lonely-forum', 'icoca', 'iso-18788', 'session', 'follow-up'];
const BY_DEGREE = [
  ...['lonely-forum'],
  ...['company-b', 'company-c', 'follow-up', 'iso', 'iso-18788', 'm49-001'],
  ...['code', 'company-a', 'gt-city', 'm49-013', 'swiss-embassy'],
  ...['digessp', 'iepades', 'gt', 'session', 'icoca'],
];
const backwards = (ids: string[]): string[] => [...ids].reverse();

const KEYS = {
  NAME: ({ sortKey }: Entity) => sortKey,
  START: ({ time }: Entity) => time.earliestStart,
  DEGREE: ({ degree }: Entity) => degree,
};

export const entityPage: Cases = {
  'without a count where none is asked for, the same rows': async (store) => {
    const filters: Partial<EntityPage>[] = [{}, { within: 'gt' }, { within: 'no-such-place' }, { label: 'Actor', words: ['a'] }];
    await expectUncountedPages((asked: Partial<EntityPage>) => ask(store, asked), filters, KEYS);
  },
  'by name': async (store) => {
    expectPage(await ask(store, {}), BY_NAME, 17, false);
    expectPage(await ask(store, { order: { by: 'NAME', direction: 'DESC' } }), backwards(BY_NAME), 17, false);
  },
  'by earliest start, unknown first': async (store) => {
    expectPage(await ask(store, { order: { by: 'START', direction: 'ASC' } }), BY_START, 17, false);
    expectPage(await ask(store, { order: { by: 'START', direction: 'DESC' } }), backwards(BY_START), 17, false);
  },
  'by degree, as numbers': async (store) => {
    expectPage(await ask(store, { order: { by: 'DEGREE', direction: 'ASC' } }), BY_DEGREE, 17, false);
    expectPage(await ask(store, { order: { by: 'DEGREE', direction: 'DESC' } }), backwards(BY_DEGREE), 17, false);
  },
  'whole entities': async (store) => {
    expect((await ask(store, { label: 'Instrument' })).rows).toStrictEqual([entity('code'), entity('iso-18788')]);
  },
  'page after page, also between rows of one key': async (store) => {
    const order = { by: 'NAME', direction: 'ASC' } as const;
    expectPage(await ask(store, { order, limit: 1 }), ['company-a'], 17, true);
    const after = { key: 'alfa seguridad', id: 'company-a' };
    expectPage(await ask(store, { order, after, limit: 2 }), ['company-c', 'company-b'], 17, true);
    expectPage(
      await ask(store, { order, after: { key: 'swiss embassy in guatemala', id: 'swiss-embassy' }, limit: 1 }),
      ['m49-001'],
      17,
      false,
    );
    expectPage(await ask(store, { order, after: { key: 'world', id: 'm49-001' }, limit: 1 }), [], 17, false);
  },
  'page after page against the order': async (store) => {
    const order = { by: 'DEGREE', direction: 'DESC' } as const;
    expectPage(await ask(store, { order, limit: 3 }), ['icoca', 'session', 'gt'], 17, true);
    expectPage(await ask(store, { order, after: { key: 4, id: 'iepades' }, limit: 2 }), ['digessp', 'swiss-embassy'], 17, true);
    expectPage(await ask(store, { order, after: { key: 1, id: 'company-b' }, limit: 5 }), ['lonely-forum'], 17, false);
  },
  'after a row that is gone': async (store) => {
    const after = { key: 'international', id: 'gone' };
    expectPage(await ask(store, { after, limit: 2 }), ['code', 'icoca'], 17, true);
  },
  'a page of none still counts and says that rows follow': async (store) => {
    expectPage(await ask(store, { label: 'Event', limit: 0 }), [], 2, true);
    expectPage(await ask(store, { kinds: [], limit: 0 }), [], 0, false);
  },
  'under a label and of kinds': async (store) => {
    expectPage(await ask(store, { label: 'Place' }), ['m49-013', 'gt-city', 'gt', 'm49-001'], 4, false);
    expectPage(await ask(store, { kinds: ['meeting', 'regulator', 'unknown'] }), ['digessp', 'follow-up'], 2, false);
    expectPage(await ask(store, { label: 'Event', kinds: ['regulator'] }), [], 0, false);
  },
  'tied to a place, directly or by what contains it': async (store) => {
    expectPage(
      await ask(store, { within: 'gt' }),
      ['company-a', 'gt-city', 'digessp', 'gt', 'session', 'swiss-embassy'],
      6,
      false,
    );
    expectPage(await ask(store, { within: 'gt-city' }), ['company-a', 'gt-city'], 2, false);
    expectPage(await ask(store, { within: 'm49-001', label: 'Actor' }), ['company-a', 'digessp', 'swiss-embassy'], 3, false);
    expectPage(await ask(store, { within: 'icoca' }), [], 0, false);
    // Nothing of Lucene's syntax, of which the index over places is asked.
    for (const within of ['GT', 'gt*', 'g?', 'gt OR ch', '"', 'gt" OR "ch', '\\', 'gt\\', '', ' ', '/.*/', 'within:gt', '*:*']) {
      expectPage(await ask(store, { within }), [], 0, false);
    }
  },
  'with every word somewhere in the names, of different names too': async (store) => {
    expectPage(await ask(store, { words: ['digessp'] }), ['digessp', 'follow-up', 'session'], 3, false);
    expectPage(await ask(store, { words: ['codigo'] }), [], 0, false);
    expectPage(await ask(store, { words: ['conduct', 'icoca', '守则'] }), ['icoca'], 1, false);
    expectPage(await ask(store, { words: ['egurid'] }), ['company-a', 'company-c', 'digessp'], 3, false);
    expectPage(await ask(store, { words: ['alfa', 'conduct'] }), [], 0, false);
    // A word does not reach from one name into the next.
    expectPage(await ask(store, { words: ['associationicoca'] }), [], 0, false);
  },
  'that certainly, or possibly, existed in a period': async (store) => {
    const period = { from: '2012-01-01', to: '2012-12-31' };
    const certainly = await ask(store, { during: { ...period, certainty: 'CERTAINLY' } });
    expectPage(certainly, ['digessp', 'lonely-forum'].slice(0, 1), 1, false);
    const possibly = await ask(store, { during: { ...period, certainty: 'POSSIBLY' } });
    expectPage(
      possibly,
      BY_NAME.filter((id) => !['icoca', 'code', 'iso-18788', 'session', 'follow-up'].includes(id)),
      12,
      false,
    );
  },
  'that certainly existed at its very bounds': async (store) => {
    const on = (day: string): EntityPage['during'] => ({ from: day, to: day, certainty: 'CERTAINLY' });
    expectPage(await ask(store, { during: on('2021-06-24'), label: 'Event' }), ['session'], 1, false);
    expectPage(await ask(store, { during: on('2021-06-23'), label: 'Event' }), [], 0, false);
    expectPage(await ask(store, { during: on('2021-06-25'), kinds: ['regulator'] }), ['digessp'], 1, false);
    expectPage(await ask(store, { during: on('2021-06-26'), kinds: ['regulator'] }), [], 0, false);
  },
  'at an end of a relation of one of the types': async (store) => {
    expectPage(
      await ask(store, { relationTypes: ['MEMBER_OF'] }),
      ['company-a', 'company-c', 'company-b', 'iepades', 'icoca'],
      5,
      false,
    );
    expectPage(await ask(store, { relationTypes: ['ENGAGED_WITH'] }), ['icoca'], 1, false);
    expectPage(await ask(store, { relationTypes: ['FUNDED', 'AUTHORED'] }), ['iepades', 'icoca', 'iso', 'iso-18788'], 4, false);
    expectPage(await ask(store, { relationTypes: [] }), [], 0, false);
  },
  'all filters together': async (store) => {
    const page = await ask(store, {
      label: 'Actor',
      kinds: ['regulator', 'diplomatic-mission', 'private-security-company'],
      within: 'm49-013',
      words: ['e'],
      during: { from: '2015-01-01', to: '2015-12-31', certainty: 'POSSIBLY' },
      relationTypes: ['REGULATES', 'FACILITATED', 'LOCATED_IN'],
      order: { by: 'DEGREE', direction: 'DESC' },
      limit: 2,
    });
    expectPage(page, ['digessp', 'swiss-embassy'], 3, true);
  },
  'every row once over pages of two, in each order': async (store) => {
    const keyOf = {
      NAME: (row: Entity) => row.sortKey,
      START: (row: Entity) => row.time.earliestStart,
      DEGREE: (row: Entity) => row.degree,
    };
    for (const by of ['NAME', 'START', 'DEGREE'] as const) {
      for (const direction of ['ASC', 'DESC'] as const) {
        const inOrder = { NAME: BY_NAME, START: BY_START, DEGREE: BY_DEGREE }[by];
        const walked: string[] = [];
        for (let after: EntityPage['after'] = null, more = true; more && walked.length <= inOrder.length;) {
          const page = await ask(store, { order: { by, direction }, after, limit: 2 });
          walked.push(...idsOf(page.rows));
          const last = page.rows.at(-1);
          if (last) after = { key: keyOf[by](last), id: last.id };
          more = page.more && last !== undefined;
        }
        expect(walked).toEqual(direction === 'ASC' ? inOrder : backwards(inOrder));
      }
    }
  },
};
