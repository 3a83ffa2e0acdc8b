import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type { Entity } from '../../src/domain/model.js';
import { codeMappings, EDITION, territoryContainment, territoryNames } from '../../src/dossier/places/cldr.js';
import { canonicalJson, sha256 } from '../../src/dossier/digest.js';
import { CLAIM, graphOf } from './dossiers.js';

const graph = graphOf(`entities:
  - { id: geneva-ch, kind: city, names: [{ text: Genève, language: fr }], claims: [${CLAIM}] }
relations:
  - { type: PART_OF, from: geneva-ch, to: ch, claims: [${CLAIM}] }
  - { type: LOCATED_IN, from: dcaf, to: geneva-ch, claims: [${CLAIM}] }
  - { type: CONCERNS, from: session, to: gt, claims: [${CLAIM}] }
  - { type: CONDUCTED, from: dcaf, to: session, claims: [${CLAIM}] }
  - { type: REGULATES, from: digessp, to: icoca, claims: [${CLAIM}] }
`);
const byId = new Map(graph.entities.map((entity) => [entity.id, entity]));
const entity = (id: string): Entity => byId.get(id)!;
const countries = graph.entities.filter(({ kind }) => kind === 'country');
const parents = (id: string): string[] =>
  graph.relations
    .filter(({ type, source, target }) => type === 'PART_OF' && source === id && entity(target).label === 'Place')
    .map(({ target }) => target);

describe('the places of the world', () => {
  test('come from the packages that are installed', () => {
    const require = createRequire(import.meta.url);
    for (const name of ['cldr-core', 'cldr-localenames-full']) {
      expect((require(`${name}/package.json`) as { version: string }).version).toBe(EDITION.version);
    }
  });

  test('are the 249 countries and areas of ISO 3166-1, and Kosovo', () => {
    expect(countries).toHaveLength(250);
    expect(countries.map(({ id }) => id)).toEqual(expect.arrayContaining(['gt', 'gb', 'aq', 'ps', 'tw', 'xk']));
    expect(
      graph.entities
        .filter(({ label, kind }) => label === 'Place' && kind !== 'country' && kind !== 'city')
        .map(({ id, kind }) => `${id} ${kind}`),
    ).toEqual([
      '001 world',
      '002 region',
      '003 sub-region',
      '005 sub-region',
      '009 region',
      '011 sub-region',
      '013 sub-region',
      '014 sub-region',
      '015 sub-region',
      '017 sub-region',
      '018 sub-region',
      '019 region',
      '021 sub-region',
      '029 sub-region',
      '030 sub-region',
      '034 sub-region',
      '035 sub-region',
      '039 sub-region',
      '053 sub-region',
      '054 sub-region',
      '057 sub-region',
      '061 sub-region',
      '142 region',
      '143 sub-region',
      '145 sub-region',
      '150 region',
      '151 sub-region',
      '154 sub-region',
      '155 sub-region',
      '202 sub-region',
      '419 sub-region',
    ]);
  });

  test('no group of states, no former state and no territory without an ISO number is one', () => {
    for (const code of ['eu', 'ez', 'un', 'qo', 'su', 'dd', 'yu', 'an', 'ea', 'ic', 'cq', 'ac', 'ta', 'dg', 'cp']) {
      expect(byId.has(code)).toBe(false);
    }
  });

  test('every country lies directly in one region', () => {
    expect(countries.filter(({ id }) => parents(id).length !== 1).map(({ id }) => id)).toEqual([]);
    expect(parents('gt')).toEqual(['013']);
    expect(parents('aq')).toEqual(['001']);
  });

  test('every step goes to the immediate whole', () => {
    expect(parents('013')).toEqual(['003', '419']);
    expect(parents('005')).toEqual(['419']);
    expect(parents('021')).toEqual(['003']);
    expect(parents('419')).toEqual(['019']);
    expect(parents('003')).toEqual(['019']);
    expect(['011', '014', '017', '018'].map(parents)).toEqual([['202'], ['202'], ['202'], ['202']]);
    expect([parents('202'), parents('015')]).toEqual([['002'], ['002']]);
    expect(['002', '009', '019', '142', '150'].map(parents)).toEqual(Array(5).fill(['001']));
    expect(parents('001')).toEqual([]);
  });

  test('carry their codes and names, in English first', () => {
    const guatemala = entity('gt');
    expect(guatemala.identifiers.map(({ scheme, value }) => [scheme, value])).toEqual([
      ['iso3166-1-alpha-2', 'GT'],
      ['iso3166-1-alpha-3', 'GTM'],
      ['m49', '320'],
    ]);
    expect(entity('013').identifiers).toMatchObject([{ scheme: 'm49', value: '013' }]);
    expect(entity('xk').identifiers).toMatchObject([{ scheme: 'iso3166-1-alpha-2', value: 'XK' }]);
    expect(entity('af').identifiers).toMatchObject([{}, {}, { scheme: 'm49', value: '004' }]);
    expect(entity('de').name).toBe('Germany');
    expect(entity('de').names.map(({ text, language, use }) => `${text} ${language} ${use}`)).toEqual([
      'Germany en official',
      'Alemania es translation',
      'Allemagne fr translation',
      'Alemanha pt translation',
    ]);
    expect(entity('gb').name).toBe('United Kingdom');
    expect(entity('gb').names).toContainEqual(expect.objectContaining({ text: 'UK', language: 'en', use: 'short' }));
  });

  test('stand on claims whose digests are those of the records in the package', () => {
    const claim = (id: string) => graph.claims.find(({ subject }) => subject === id)!;
    const names = Object.fromEntries(Object.entries(territoryNames).map(([language, all]) => [language, { GT: all['GT'] }]));
    expect(claim('gt').digest).toBe(sha256(canonicalJson({ codes: codeMappings['GT'], names })));
    expect(claim('gt.part-of.013')).toMatchObject({
      source: 'unicode-cldr-48-2-0',
      locator: 'supplemental/territoryContainment.json: supplemental.territoryContainment.013',
      digest: sha256(canonicalJson(territoryContainment['013'])),
      attested: EDITION.published,
    });
    expect(graph.sources.find(({ id }) => id === 'unicode-cldr-48-2-0')).toMatchObject({
      publisher: 'Unicode Consortium',
      kind: 'dataset',
    });
  });
});

describe('what an entity is within', () => {
  test('a place: itself and all that it is part of', () => {
    expect(entity('gt').within).toEqual(['001', '003', '013', '019', '419', 'gt']);
    expect(entity('geneva-ch').within).toEqual(['001', '150', '155', 'ch', 'geneva-ch']);
    expect(entity('001').within).toEqual(['001']);
  });

  test('anything else: the places of its own placing relations, and what these are part of', () => {
    expect(entity('dcaf').within).toEqual(['001', '150', '155', 'ch', 'geneva-ch']);
    expect(entity('session').within).toEqual(entity('gt').within);
  });

  test('nothing, where it is only tied to what is somewhere', () => {
    expect(entity('digessp').within).toEqual([]);
  });
});
