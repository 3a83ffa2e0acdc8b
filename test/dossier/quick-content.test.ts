import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { vocabulary } from '../../src/domain/vocabulary.js';
import { shapeCheck } from '../../src/dossier/check/shape.js';
import { parseYamlQuickly } from '../../src/dossier/read/document.js';

const DOSSIERS = readdirSync('seeds', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('_'))
  .map((name) => readFileSync(join('seeds', name), 'utf8'));
const SHORT = DOSSIERS.filter(({ length }) => length < 4_000);

const check = shapeCheck(vocabulary);

/** What is read quickly, and taken as it is for it has the shape of a dossier; null where the careful parser must look. */
function quickContent(text: string): { content: unknown } | null {
  const quick = parseYamlQuickly('a.yaml', text);
  if (quick === null || check(quick).problems.length > 0) return null;
  return { content: quick.content };
}

/** What `yaml`, the parser that finds mistakes, reads; null where it finds one. */
function carefulContent(text: string): { content: unknown } | null {
  const document = parseDocument(text, {
    prettyErrors: false,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag)),
  });
  return document.errors.length + document.warnings.length > 0 ? null : { content: document.toJS() as unknown };
}

describe('the quick reading of a dossier', () => {
  test('is that of the careful one for every dossier of the project', () => {
    expect(DOSSIERS.length).toBeGreaterThan(100);
    for (const text of DOSSIERS) expect(isDeepStrictEqual(quickContent(text), carefulContent(text)) || text).toBe(true);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...'-:?,[]{}#&*!|>\'"%@` \n'.split(''),
      '- ',
      ': ',
      '\n  ',
      '\n- ',
      '~',
      'null',
      'True',
      'no',
      '0x1F',
      '1e3',
      '2021-01-01',
      '.inf',
    ),
    fc.constantFrom(
      '|-\n',
      '>+\n',
      '"\\x41"',
      '"\\ud83d"',
      '<<: {a: b}',
      '? a\n: b',
      '__proto__: a',
      '\t',
      '\r\n',
      '\u2028',
      '\u0085',
      '...',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  const change = fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    piece,
    removed: fc.integer({ min: 0, max: 2 }),
  });
  const RUNS = 3_000;

  test(`is that of the careful one for ${RUNS} dossiers that something was done to, or there is none`, () => {
    let quick = 0;
    fc.assert(
      fc.property(fc.constantFrom(...SHORT), fc.array(change, { minLength: 1, maxLength: 2 }), (dossier, changes) => {
        const text = changes.reduce((before, { place, piece: added, removed }) => {
          const at = Math.floor(place * before.length);
          return before.slice(0, at) + added + before.slice(at + removed);
        }, dossier);
        const content = quickContent(text);
        if (content === null) return;
        quick++;
        expect(content).toEqual(carefulContent(text));
      }),
      { numRuns: RUNS },
    );
    expect(quick).toBeGreaterThan(RUNS / 100);
  });

  test.each(['', 'a: 1', 'a: 1\na: 2', 'a: *b', 'a: !!js/function b', 'a: [', '--- a\n--- b'])(
    'leaves %j to the careful one',
    (text) => {
      expect(quickContent(text)).toBeNull();
    },
  );
});
