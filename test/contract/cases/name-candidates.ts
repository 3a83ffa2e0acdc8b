import { expect } from '@jest/globals';
import type { GraphStore, NameCandidates } from '../../../src/store/port.js';
import { entity } from '../../fixtures/small-graph.js';
import { idsOf, type Cases } from './cases.js';

const ask = (
  store: GraphStore,
  words: NameCandidates['words'],
  given: Partial<NameCandidates> = {},
): ReturnType<GraphStore['nameCandidates']> => store.nameCandidates({ words, labels: null, kinds: null, limit: 100, ...given });

const exactly = (text: string): NameCandidates['words'] => [{ text, edits: 0 }];
const about = (text: string, edits: 1 | 2): NameCandidates['words'] => [{ text, edits }];

/** An adapter may find more than match, never fewer: so what must be among the candidates, and what they must not be. */
export const nameCandidates: Cases = {
  'by a word of any of its names, whole entities, by id': async (store) => {
    const found = await ask(store, exactly('guatemala'));
    expect(found).toStrictEqual([entity('gt'), entity('gt-city'), entity('swiss-embassy')]);
  },
  'by an acronym': async (store) => {
    expect(idsOf(await ask(store, exactly('digessp')))).toEqual(['digessp', 'follow-up', 'session']);
  },
  'by the beginning of a word': async (store) => {
    expect(idsOf(await ask(store, exactly('guat')))).toEqual(['gt', 'gt-city', 'swiss-embassy']);
    expect(idsOf(await ask(store, exactly('emb')))).toEqual(['swiss-embassy']);
  },
  'in Cyrillic, Chinese and Arabic': async (store) => {
    expect(idsOf(await ask(store, exactly('международного')))).toEqual(['icoca']);
    expect(idsOf(await ask(store, exactly('международ')))).toEqual(['icoca']);
    expect(idsOf(await ask(store, exactly('国际行为守则协会')))).toEqual(['icoca']);
    expect(idsOf(await ask(store, exactly('国际')))).toEqual(['icoca']);
    expect(idsOf(await ask(store, exactly('危地马拉')))).toEqual(['gt']);
    expect(idsOf(await ask(store, exactly('لمدونة')))).toEqual(['icoca']);
    expect(idsOf(await ask(store, about('поведения', 2)))).toEqual(['icoca']);
  },
  'by folded words: accents, case and special letters do not count': async (store) => {
    expect(idsOf(await ask(store, exactly('lodz')))).toEqual(['lonely-forum']);
    expect(idsOf(await ask(store, exactly('sohne')))).toEqual(['company-b']);
    expect(idsOf(await ask(store, exactly('ensenanza')))).toEqual(['iepades']);
  },
  'with letters missing, added or replaced, up to the edits allowed': async (store) => {
    for (const misspelt of ['guatmala', 'guatemalla', 'guatemalo']) {
      expect(idsOf(await ask(store, about(misspelt, 1)))).toEqual(expect.arrayContaining(['gt', 'gt-city', 'swiss-embassy']));
      expect(await ask(store, exactly(misspelt))).toEqual([]);
    }
    expect(idsOf(await ask(store, about('gautemala', 2)))).toEqual(expect.arrayContaining(['gt', 'gt-city', 'swiss-embassy']));
    expect(idsOf(await ask(store, about('asociaton', 2)))).toEqual(expect.arrayContaining(['icoca']));
  },
  'by any one of several words': async (store) => {
    const words = [...exactly('swiss'), ...exactly('nothing'), ...about('alpha', 2)];
    expect(idsOf(await ask(store, words))).toEqual(expect.arrayContaining(['company-a', 'company-c', 'swiss-embassy']));
  },
  'under the labels and of the kinds asked for': async (store) => {
    expect(idsOf(await ask(store, exactly('guatemala'), { labels: ['Actor', 'Event'] }))).toEqual(['swiss-embassy']);
    expect(idsOf(await ask(store, exactly('guatemala'), { kinds: ['city', 'country'] }))).toEqual(['gt', 'gt-city']);
    expect(idsOf(await ask(store, exactly('guatemala'), { labels: ['Actor'], kinds: ['city'] }))).toEqual([]);
    expect(await ask(store, exactly('guatemala'), { labels: [] })).toEqual([]);
  },
  'no more than the limit, cut after the filters': async (store) => {
    const found = idsOf(await ask(store, exactly('digessp'), { limit: 2 }));
    expect(found).toHaveLength(2);
    expect(['digessp', 'follow-up', 'session']).toEqual(expect.arrayContaining(found));
    expect(found).toEqual([...found].sort());
    expect(idsOf(await ask(store, exactly('digessp'), { limit: 1, labels: ['Actor'] }))).toEqual(['digessp']);
  },
  'none for a word that no name has, nor where no word is given': async (store) => {
    expect(await ask(store, exactly('zzzzzz'))).toEqual([]);
    expect(await ask(store, [])).toEqual([]);
  },
  'what a query language gives a meaning to is only a word': async (store) => {
    for (const text of ['and', 'or', 'not', 'to', '\uFFFD']) expect(await ask(store, exactly(text))).toEqual([]);
    expect(idsOf(await ask(store, exactly('in')))).toEqual(expect.arrayContaining(['icoca', 'swiss-embassy']));
  },
};
