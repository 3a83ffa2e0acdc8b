import { expect } from '@jest/globals';
import type { Relation } from '../../../src/domain/model.js';
import type { GraphStore, Page, RelationPage } from '../../../src/store/port.js';
import { relation, smallGraph } from '../../fixtures/small-graph.js';
import { expectPage, expectUncountedPages, idsOf, type Cases } from './cases.js';

const ask = (store: GraphStore, question: Partial<RelationPage>): Promise<Page<Relation>> =>
  store.relationPage({
    types: null,
    from: null,
    to: null,
    began: null,
    within: null,
    source: null,
    words: [],
    during: null,
    disputed: null,
    minSupporting: null,
    order: { by: 'START', direction: 'ASC' },
    after: null,
    limit: 100,
    ...question,
  });

const BY_START = [
  'company-a.located-in.gt-city',
  'company-c.member-of.icoca',
  'digessp.licenses.gt',
  'gt-city.part-of.gt',
  'gt.part-of.m49-013',
  'icoca.engaged-with.icoca',
  'icoca.funded.iepades',
  'icoca.partnered-with.iepades',
  'm49-013.part-of.m49-001',
  'session.concerns.gt',
  'swiss-embassy.accredited-to.gt',
  'digessp.regulates.gt.private-security',
  'icoca.maintains.code',
  'company-a.member-of.icoca',
  'iepades.member-of.icoca.civil-society',
  'iso.authored.iso-18788',
  'company-b.member-of.icoca',
  'iepades.member-of.icoca.observer',
  'digessp.requested.session',
  'swiss-embassy.facilitated.session',
  'icoca.conducted.session',
  'session.addressed.digessp',
  'session.presented.code',
  'follow-up.followed-up.session',
];
const such = (test: (id: string) => boolean): string[] => BY_START.filter(test);
const bySupport = { by: 'SUPPORTING', direction: 'DESC' } as const;

const KEYS = {
  START: ({ sortKey }: Relation) => sortKey,
  SUPPORTING: ({ evidence }: Relation) => evidence.supporting,
};

export const relationPage: Cases = {
  'without a count where none is asked for, the same rows': async (store) => {
    const filters: Partial<RelationPage>[] = [{}, { within: 'gt' }, { types: ['PARTNERED_WITH'] }, { disputed: false }];
    await expectUncountedPages((asked: Partial<RelationPage>) => ask(store, asked), filters, KEYS);
  },
  'by start, unknown first': async (store) => {
    expectPage(await ask(store, {}), BY_START, 24, false);
    expectPage(await ask(store, { order: { by: 'START', direction: 'DESC' } }), [...BY_START].reverse(), 24, false);
  },
  'by independent sources, ties by id in the same direction': async (store) => {
    const best = ['icoca.partnered-with.iepades', 'session.addressed.digessp', 'digessp.regulates.gt.private-security'];
    const ones = such((id) => ![...best, 'digessp.licenses.gt'].includes(id))
      .sort()
      .reverse();
    const descending = [...best, ...ones, 'digessp.licenses.gt'];
    expectPage(await ask(store, { order: bySupport }), descending, 24, false);
    const ascending = await ask(store, { order: { by: 'SUPPORTING', direction: 'ASC' } });
    expectPage(ascending, [...descending].reverse(), 24, false);
  },
  'whole relations': async (store) => {
    expect((await ask(store, { types: ['LICENSES'] })).rows).toStrictEqual([relation('digessp.licenses.gt')]);
  },
  'from one entity, to another': async (store) => {
    const from = such((id) => id.startsWith('digessp.'));
    expectPage(await ask(store, { from: 'digessp' }), from, from.length, false);
    const into = such((id) => /\.icoca(\.|$)/.test(id));
    expectPage(await ask(store, { to: 'icoca' }), into, into.length, false);
    expectPage(await ask(store, { from: 'iepades', to: 'icoca', limit: 1 }), ['iepades.member-of.icoca.civil-society'], 2, true);
    expectPage(await ask(store, { from: 'icoca', to: 'icoca' }), ['icoca.engaged-with.icoca'], 1, false);
    expectPage(await ask(store, { from: 'no-such' }), [], 0, false);
  },
  'that certainly began in a period, or possibly and not certainly': async (store) => {
    const within = (from: string, to: string, certain: boolean): RelationPage['began'] => ({ from, to, certain });
    const all = smallGraph.relations;
    for (const [from, to] of [
      ['2021-06-24', '2021-06-24'],
      ['2013-01-01', '2021-06-23'],
      ['0000-01-01', '9999-12-31'],
      ['1900-01-01', '1900-12-31'],
    ] as const) {
      const fits = ({ time }: Relation): boolean => time.earliestStart >= from && time.latestStart <= to;
      const meets = ({ time }: Relation): boolean => time.earliestStart <= to && time.latestStart >= from;
      const certain = all.filter(fits).map(({ id }) => id);
      const possible = all.filter((row) => meets(row) && !fits(row)).map(({ id }) => id);
      const rows = such((id) => certain.includes(id));
      expectPage(await ask(store, { began: within(from, to, true) }), rows, rows.length, false);
      const others = such((id) => possible.includes(id));
      expectPage(await ask(store, { began: within(from, to, false) }), others, others.length, false);
    }
    const session = { began: within('2021-06-24', '2021-06-24', true), types: ['CONDUCTED'] };
    expectPage(await ask(store, session), ['icoca.conducted.session'], 1, false);
  },
  'page after page': async (store) => {
    const [first, second] = [relation('company-a.located-in.gt-city'), relation('company-c.member-of.icoca')];
    expectPage(await ask(store, { limit: 2 }), idsOf([first, second]), 24, true);
    expectPage(await ask(store, { after: { key: second.sortKey, id: second.id }, limit: 1 }), [BY_START[2]!], 24, true);
    const last = relation('follow-up.followed-up.session');
    expectPage(await ask(store, { after: { key: last.sortKey, id: last.id } }), [], 24, false);
    const beforeLast = relation('session.presented.code');
    expectPage(await ask(store, { after: { key: beforeLast.sortKey, id: beforeLast.id }, limit: 1 }), [last.id], 24, false);
  },
  'page after page by independent sources': async (store) => {
    const first = { key: 2, id: 'session.addressed.digessp' };
    const next = ['digessp.regulates.gt.private-security', 'swiss-embassy.facilitated.session'];
    expectPage(await ask(store, { order: bySupport, after: first, limit: 2 }), next, 24, true);
    const last = { key: 1, id: 'company-a.located-in.gt-city' };
    expectPage(await ask(store, { order: bySupport, after: last, limit: 2 }), ['digessp.licenses.gt'], 24, false);
  },
  'a page of none still counts and says that rows follow': async (store) => {
    expectPage(await ask(store, { types: ['MEMBER_OF'], limit: 0 }), [], 5, true);
  },
  'of types': async (store) => {
    expectPage(
      await ask(store, { types: ['PART_OF', 'CONCERNS'] }),
      such((id) => /\.(part-of|concerns)\./.test(id)),
      4,
      false,
    );
    expectPage(await ask(store, { types: [] }), [], 0, false);
  },
  'with an end that is the place, or tied to it': async (store) => {
    // company-a lies in the city, so its membership counts; what only the country has does not.
    const inCity = ['company-a.located-in.gt-city', 'gt-city.part-of.gt', 'company-a.member-of.icoca'];
    expectPage(await ask(store, { within: 'gt-city' }), inCity, 3, false);
    const outside = (id: string): boolean => /^(icoca|iepades|company-[bc]|iso)\./.test(id) && !id.endsWith('.session');
    expectPage(
      await ask(store, { within: 'gt' }),
      such((id) => !outside(id) && id !== 'm49-013.part-of.m49-001'),
      14,
      false,
    );
    expectPage(
      await ask(store, { within: 'm49-001' }),
      such((id) => !outside(id)),
      15,
      false,
    );
    expectPage(await ask(store, { within: 'nowhere' }), [], 0, false);
  },
  'of which one end has the id asked for, though it is not a place': async (store) => {
    expectPage(await ask(store, { within: 'iso' }), ['iso.authored.iso-18788'], 1, false);
  },
  'with a claim of a source': async (store) => {
    expectPage(await ask(store, { source: 'icoca-news-fr' }), ['icoca.conducted.session'], 1, false);
    const ofPress = [
      'digessp.licenses.gt',
      'icoca.partnered-with.iepades',
      'digessp.regulates.gt.private-security',
      'session.addressed.digessp',
    ];
    expectPage(await ask(store, { source: 'prensa' }), ofPress, 4, false);
    expectPage(await ask(store, { source: 'unread' }), [], 0, false);
    expectPage(await ask(store, { source: 'nothing' }), [], 0, false);
  },
  'with every word in the names of one of the two ends': async (store) => {
    expectPage(
      await ask(store, { words: ['swiss'] }),
      such((id) => id.startsWith('swiss')),
      2,
      false,
    );
    // One word in the name of the one end, the other in that of the other.
    expectPage(
      await ask(store, { words: ['iepades', 'icoca'] }),
      such((id) => id.includes('iepades') && id.includes('icoca')),
      4,
      false,
    );
    expectPage(
      await ask(store, { words: ['守则'] }),
      such((id) => id.split('.').includes('icoca')),
      10,
      false,
    );
    expectPage(await ask(store, { words: ['swiss', 'iso'] }), [], 0, false);
  },
  'that certainly, or possibly, held in a period': async (store) => {
    const period = { from: '2019-10-15', to: '2019-12-31' };
    const certainly = await ask(store, { during: { ...period, certainty: 'CERTAINLY' } });
    expectPage(certainly, ['digessp.regulates.gt.private-security', 'iso.authored.iso-18788'], 2, false);
    const possibly = await ask(store, { during: { ...period, certainty: 'POSSIBLY' } });
    const later = (id: string): boolean => BY_START.indexOf(id) >= BY_START.indexOf('iepades.member-of.icoca.observer');
    expectPage(
      possibly,
      such((id) => !later(id) && id !== 'company-a.member-of.icoca'),
      16,
      false,
    );
  },
  'disputed or not': async (store) => {
    const disputed = ['digessp.licenses.gt', 'digessp.regulates.gt.private-security'];
    expectPage(await ask(store, { disputed: true }), disputed, 2, false);
    expectPage(
      await ask(store, { disputed: false }),
      such((id) => !disputed.includes(id)),
      22,
      false,
    );
  },
  'on at least so many independent sources': async (store) => {
    const two = ['icoca.partnered-with.iepades', 'digessp.regulates.gt.private-security', 'session.addressed.digessp'];
    expectPage(await ask(store, { minSupporting: 2 }), two, 3, false);
    expectPage(await ask(store, { minSupporting: 3 }), two.slice(0, 1), 1, false);
    expectPage(
      await ask(store, { minSupporting: 1 }),
      such((id) => id !== 'digessp.licenses.gt'),
      23,
      false,
    );
    expectPage(await ask(store, { minSupporting: 0, limit: 0 }), [], 24, true);
  },
  'all filters together': async (store) => {
    const page = await ask(store, {
      types: ['REGULATES', 'LICENSES', 'ADDRESSED'],
      within: 'gt',
      source: 'prensa',
      words: ['servicios', 'guatemala'],
      during: { from: '2021-01-01', to: '2021-12-31', certainty: 'CERTAINLY' },
      disputed: true,
      minSupporting: 2,
      order: bySupport,
    });
    expectPage(page, ['digessp.regulates.gt.private-security'], 1, false);
  },
};
