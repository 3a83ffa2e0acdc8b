import { describe, expect, test } from '@jest/globals';
import { likelyDuplicates } from '../../src/audit/duplicates.js';
import { timeSpan } from '../../src/domain/edtf.js';
import type { Entity, NameUse } from '../../src/domain/model.js';
import { plainEntity } from '../fixtures/plain-graph.js';

function named(id: string, names: string[], rest: Partial<Entity> = {}): Entity {
  return {
    ...plainEntity(id, 'Actor', 'regulator'),
    ...rest,
    name: names[0] ?? id,
    names: names.map((text) => {
      const use: NameUse = /^[A-Z]+$/.test(text) ? 'acronym' : 'official';
      return { text, language: 'en', script: 'Latn', use, period: null, claimIds: [] };
    }),
  };
}

const pairs = (...entities: Entity[]): unknown[] => likelyDuplicates(entities).map(({ pair, reason }) => [...pair, reason]);

describe('likely duplicates', () => {
  test('have the same name, whatever the case and the accents', () => {
    expect(pairs(named('a', ['Ministerio de Gobernación']), named('b', ['Ministry', 'MINISTERIO DE GOBERNACION']))).toEqual([
      ['a', 'b', 'SAME_NAME'],
    ]);
  });

  test('have the same acronym in one country, but not in two', () => {
    const psa = (id: string, country: string): Entity => named(id, [`Authority ${id}`, 'PSA'], { within: [country, '001'] });
    expect(pairs(psa('x', 'ie'), psa('y', 'ie'))).toEqual([['x', 'y', 'SAME_ACRONYM']]);
    expect(pairs(psa('x', 'ie'), psa('y', 'za'))).toEqual([]);
  });

  test('have names of nearly the same words, but not with other numbers', () => {
    expect(
      pairs(
        named('a', ['Private Security Industry Regulatory Authority']),
        named('b', ['The Private Security Regulatory Authority']),
      ),
    ).toEqual([['a', 'b', 'SIMILAR_NAME']]);
    expect(pairs(named('a', ['Decreto 52-2010 del Congreso']), named('b', ['Decreto 73-1970 del Congreso']))).toEqual([]);
  });

  test('are not events of different dates, nor a state and what is called by it', () => {
    const assembly = (id: string, on: string): Entity =>
      named(id, ['Annual General Assembly'], { label: 'Event', kind: 'meeting', time: timeSpan({ on }, true) });
    expect(pairs(assembly('a', '2019-11'), assembly('b', '2020-12-08'))).toEqual([]);
    expect(pairs(assembly('a', '2019-11'), assembly('b', '2019-11-21'))).toEqual([['a', 'b', 'SAME_NAME']]);
    expect(pairs(named('a', ['Ireland'], { kind: 'state' }), named('b', ['Ireland']))).toEqual([]);
  });
});
