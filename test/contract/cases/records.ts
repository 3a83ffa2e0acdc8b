import { expect } from '@jest/globals';
import { claim, entity, relation, smallGraph, source } from '../../fixtures/small-graph.js';
import { idsOf, type Cases } from './cases.js';

export const engine: Cases = {
  'is named': async (store) => {
    expect(store.engine).toMatch(/^[a-z0-9]+$/);
  },
};

export const dataset: Cases = {
  'names the version and counts the records': async (store) => {
    expect(await store.dataset()).toStrictEqual({
      version: smallGraph.version,
      entities: 17,
      relations: 24,
      claims: 49,
      sources: 5,
      loads: expect.any(Number),
    });
  },
};

export const entities: Cases = {
  'come by id whatever the order asked, each once, unknown ones left out': async (store) => {
    const found = await store.entities(['session', 'icoca', 'gt-city', 'gt', 'icoca', 'nobody', '']);
    expect(found).toStrictEqual([entity('gt'), entity('gt-city'), entity('icoca'), entity('session')]);
  },
  'come whole: names in every script, identifiers, attributes, dates, in the order loaded': async (store) => {
    expect(await store.entities(idsOf(smallGraph.entities))).toStrictEqual(smallGraph.entities);
  },
  'are none where none is asked for': async (store) => {
    expect(await store.entities([])).toEqual([]);
  },
  'are told apart from other records': async (store) => {
    expect(await store.entities(['icoca-news', 'gt.part-of.m49-013'])).toEqual([]);
  },
};

export const relations: Cases = {
  'come by id, each once, unknown ones left out': async (store) => {
    const found = await store.relations([
      'icoca.engaged-with.icoca',
      'digessp.licenses.gt',
      'digessp.licenses.gt',
      'icoca',
      'no.such.one',
    ]);
    expect(found).toStrictEqual([relation('digessp.licenses.gt'), relation('icoca.engaged-with.icoca')]);
  },
  'come whole: every kind of date, evidence, claims': async (store) => {
    expect(await store.relations(idsOf(smallGraph.relations))).toStrictEqual(smallGraph.relations);
  },
  'keep their qualifiers in the order of the keys': async (store) => {
    const [member] = await store.relations(['iepades.member-of.icoca.civil-society']);
    expect(Object.entries(member?.qualifiers ?? {})).toEqual([
      ['category', 'Civil society'],
      ['role', 'Board'],
    ]);
  },
  'are none where none is asked for': async (store) => {
    expect(await store.relations([])).toEqual([]);
  },
};

export const claims: Cases = {
  'come by id, each once, unknown ones left out': async (store) => {
    const asked = ['prensa.b752bc3b44', 'icoca-news-fr.2820ded1b8', 'prensa.b752bc3b44', 'icoca'];
    expect(await store.claims(asked)).toStrictEqual([claim('icoca-news-fr.2820ded1b8'), claim('prensa.b752bc3b44')]);
  },
  'come whole': async (store) => {
    expect(await store.claims(idsOf(smallGraph.claims))).toStrictEqual(smallGraph.claims);
  },
  'are none where none is asked for': async (store) => {
    expect(await store.claims([])).toEqual([]);
  },
};

export const sources: Cases = {
  'come by id, each once, unknown ones left out': async (store) => {
    expect(await store.sources(['unread', 'prensa', 'icoca', 'prensa'])).toStrictEqual([source('prensa'), source('unread')]);
  },
  'come whole: without a date, with an original': async (store) => {
    expect(await store.sources(idsOf(smallGraph.sources))).toStrictEqual(smallGraph.sources);
  },
  'are none where none is asked for': async (store) => {
    expect(await store.sources([])).toEqual([]);
  },
};

export const entitiesByIdentifier: Cases = {
  'of any scheme, exactly as written': async (store) => {
    expect(await store.entitiesByIdentifier(['320'])).toStrictEqual([entity('gt')]);
    expect(await store.entitiesByIdentifier(['gt', '32', 'https://icoca.ch/'])).toEqual([]);
  },
  'several values, and one value that several carry: each entity once, by id': async (store) => {
    expect(idsOf(await store.entitiesByIdentifier(['Q1', 'GT', '320', 'none', 'Q1']))).toEqual(['gt', 'icoca', 'm49-013']);
  },
  'none where none is asked for': async (store) => {
    expect(await store.entitiesByIdentifier([])).toEqual([]);
  },
};
