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

export const claimsOf: Cases = {
  'all that each source says, of entities and of relations, by id': async (store) => {
    expect(OF_PRESS).toHaveLength(6);
    const [news, press] = await store.claimsOf({ sources: ['prensa', 'icoca-news', 'prensa'], after: null, limit: 100 });
    expect(press).toStrictEqual({ source: 'prensa', claims: OF_PRESS.map(claim), total: 6 });
    expect(news).toMatchObject({ source: 'icoca-news', total: 36 });
    expect(news?.claims).toHaveLength(36);
  },
  'page after page': async (store) => {
    const page = async (after: string | null, limit: number): Promise<[string[], number]> => {
      const [press] = await store.claimsOf({ sources: ['prensa'], after, limit });
      return [idsOf(press?.claims ?? []), press?.total ?? NaN];
    };
    expect(await page(null, 2)).toEqual([OF_PRESS.slice(0, 2), 6]);
    expect(await page(OF_PRESS[1]!, 4)).toEqual([OF_PRESS.slice(2), 6]);
    expect(await page(OF_PRESS[5]!, 4)).toEqual([[], 6]);
    expect(await page('prensa.', 0)).toEqual([[], 6]);
  },
  'none of a source that nothing rests on, and no answer for one that is unknown': async (store) => {
    expect(await store.claimsOf({ sources: ['unread', 'nothing'], after: null, limit: 9 })).toEqual([
      { source: 'unread', claims: [], total: 0 },
    ]);
  },
};
