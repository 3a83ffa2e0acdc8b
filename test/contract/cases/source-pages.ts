import { expect } from '@jest/globals';
import type { Source } from '../../../src/domain/model.js';
import type { GraphStore, Page, SourcePage } from '../../../src/store/port.js';
import { claim, smallGraph, source } from '../../fixtures/small-graph.js';
import { expectPage, idsOf, type Cases } from './cases.js';

const ask = (store: GraphStore, question: Partial<SourcePage>): Promise<Page<Source>> =>
  store.sourcePage({
    words: [],
    publisherId: null,
    order: { by: 'TITLE', direction: 'ASC' },
    after: null,
    limit: 100,
    ...question,
  });

const BY_TITLE = ['icoca-news', 'ministry-report', 'icoca-news-fr', 'unread', 'prensa'];
const BY_DATE = ['prensa', 'unread', 'ministry-report', 'icoca-news', 'icoca-news-fr'];

export const sourcePage: Cases = {
  'by title': async (store) => {
    expectPage(await ask(store, {}), BY_TITLE, 5, false);
    expectPage(await ask(store, { order: { by: 'TITLE', direction: 'DESC' } }), [...BY_TITLE].reverse(), 5, false);
  },
  'by date of publication, those without one first': async (store) => {
    expectPage(await ask(store, { order: { by: 'PUBLISHED', direction: 'ASC' } }), BY_DATE, 5, false);
    expectPage(await ask(store, { order: { by: 'PUBLISHED', direction: 'DESC' } }), [...BY_DATE].reverse(), 5, false);
  },
  'whole sources': async (store) => {
    expect((await ask(store, { limit: 2 })).rows).toStrictEqual([source('icoca-news'), source('ministry-report')]);
  },
  'page after page, also between those without a date': async (store) => {
    const order = { by: 'PUBLISHED', direction: 'ASC' } as const;
    expectPage(await ask(store, { order, limit: 1 }), ['prensa'], 5, true);
    expectPage(await ask(store, { order, after: { key: '', id: 'prensa' }, limit: 2 }), ['unread', 'ministry-report'], 5, true);
    expectPage(
      await ask(store, { order, after: { key: '2021-06-25', id: 'icoca-news' }, limit: 1 }),
      ['icoca-news-fr'],
      5,
      false,
    );
    const back = { by: 'PUBLISHED', direction: 'DESC' } as const;
    expectPage(await ask(store, { order: back, after: { key: '2019~', id: 'ministry-report' }, limit: 1 }), ['unread'], 5, true);
    expectPage(await ask(store, { limit: 0 }), [], 5, true);
  },
  'with every word in the title or the publisher': async (store) => {
    expectPage(await ask(store, { words: ['digessp'] }), ['icoca-news', 'icoca-news-fr'], 2, false);
    expectPage(await ask(store, { words: ['cuestion', 'libre'] }), ['prensa'], 1, false);
    expectPage(await ask(store, { words: ['anual', 'libre'] }), [], 0, false);
  },
  'of a publisher that is an entity of the graph': async (store) => {
    expectPage(await ask(store, { publisherId: 'icoca' }), ['icoca-news', 'icoca-news-fr'], 2, false);
    expectPage(await ask(store, { publisherId: 'icoca', words: ['rencontre'] }), ['icoca-news-fr'], 1, false);
    expectPage(await ask(store, { publisherId: 'digessp' }), [], 0, false);
  },
};

const OF_PRESS = idsOf(smallGraph.claims).filter((id) => id.startsWith('prensa.'));

export const claimPage: Cases = {
  'all that one source says, of entities and of relations, by id': async (store) => {
    expect(OF_PRESS).toHaveLength(6);
    const page = await store.claimPage({ source: 'prensa', after: null, limit: 100 });
    expectPage(page, OF_PRESS, 6, false);
    expect(page.rows).toStrictEqual(OF_PRESS.map(claim));
    expect((await store.claimPage({ source: 'icoca-news', after: null, limit: 1 })).total).toBe(36);
  },
  'page after page': async (store) => {
    expectPage(await store.claimPage({ source: 'prensa', after: null, limit: 2 }), OF_PRESS.slice(0, 2), 6, true);
    expectPage(await store.claimPage({ source: 'prensa', after: OF_PRESS[1] as string, limit: 4 }), OF_PRESS.slice(2), 6, false);
    expectPage(await store.claimPage({ source: 'prensa', after: OF_PRESS[5] as string, limit: 4 }), [], 6, false);
    expectPage(await store.claimPage({ source: 'prensa', after: 'prensa.', limit: 0 }), [], 6, true);
  },
  'none of a source that nothing rests on, or that is unknown': async (store) => {
    expectPage(await store.claimPage({ source: 'unread', after: null, limit: 9 }), [], 0, false);
    expectPage(await store.claimPage({ source: 'nothing', after: null, limit: 9 }), [], 0, false);
  },
};
