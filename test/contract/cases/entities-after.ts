import { expect } from '@jest/globals';
import type { EntitiesAfter, GraphStore } from '../../../src/store/port.js';
import { entity, smallGraph } from '../../fixtures/small-graph.js';
import { idsOf, type Cases } from './cases.js';

const ask = async (store: GraphStore, question: Partial<EntitiesAfter>): Promise<string[]> =>
  idsOf(await store.entitiesAfter({ after: null, kinds: null, within: null, limit: 100, ...question }));

const ALL = idsOf(smallGraph.entities).sort();

export const entitiesAfter: Cases = {
  'all, by id': async (store) => {
    expect(await ask(store, {})).toEqual(ALL);
  },
  'batch after batch, until one is not full': async (store) => {
    const batches: string[][] = [];
    for (let after: string | null = null, full = true; full;) {
      const batch = await ask(store, { after, limit: 7 });
      batches.push(batch);
      after = batch.at(-1) ?? null;
      full = batch.length === 7;
    }
    expect(batches.map(({ length }) => length)).toEqual([7, 7, 3]);
    expect(batches.flat()).toEqual(ALL);
    expect(await ask(store, { after: 'swiss-embassy' })).toEqual([]);
    expect(await ask(store, { after: 'code', limit: 1 })).toEqual(['company-a']);
    expect(await ask(store, { limit: 0 })).toEqual([]);
  },
  'from an id that there is not': async (store) => {
    expect(await ask(store, { after: 'company-bb', limit: 2 })).toEqual(['company-c', 'digessp']);
  },
  'of kinds': async (store) => {
    const companies = { kinds: ['private-security-company', 'no-such-kind'] };
    expect(await ask(store, companies)).toEqual(['company-a', 'company-b', 'company-c']);
    expect(await ask(store, { ...companies, after: 'company-a', limit: 1 })).toEqual(['company-b']);
    expect(await ask(store, { kinds: [] })).toEqual([]);
  },
  'tied to a place': async (store) => {
    expect(await ask(store, { within: 'gt-city' })).toEqual(['company-a', 'gt-city']);
    expect(await ask(store, { within: 'gt-city', after: 'company-a' })).toEqual(['gt-city']);
    expect(await ask(store, { within: 'gt', kinds: ['regulator'] })).toEqual(['digessp']);
    expect(await ask(store, { within: 'nowhere' })).toEqual([]);
  },
  'whole entities': async (store) => {
    const [found] = await store.entitiesAfter({ after: 'gt-city', kinds: null, within: null, limit: 1 });
    expect(found).toStrictEqual(entity('icoca'));
  },
};
