import { describe, expect, test } from '@jest/globals';
import { independentOrigin, RELIABILITY, weighEvidence } from '../../src/domain/evidence.js';
import type { Certainty, Claim, Source, Stance } from '../../src/domain/model.js';

const source = (id: string, publisher: string, given: Partial<Source> = {}): [string, Source] => [
  id,
  {
    id,
    title: id,
    publisher,
    publisherId: null,
    published: null,
    url: `https://example.org/${id}`,
    language: 'en',
    kind: 'news',
    retrieved: '2026-11-24',
    derivedFrom: null,
    derivation: null,
    sortKey: id,
    ...given,
  },
];

const sources = new Map([
  source('icoca-news', 'ICoCA', { publisherId: 'icoca' }),
  source('icoca-news-fr', 'ICoCA', { publisherId: 'icoca', derivedFrom: 'icoca-news', derivation: 'TRANSLATION' }),
  source('icoca-report', 'International Code of Conduct Association', { publisherId: 'icoca' }),
  source('newspaper', 'Prensa Libre'),
  source('agency-reprint', 'Agencia', { derivedFrom: 'icoca-news', derivation: 'REPRINT' }),
  source('ministry', 'Ministerio de Gobernación'),
  source('chicken', 'A', { derivedFrom: 'egg', derivation: 'REPRINT' }),
  source('egg', 'B', { derivedFrom: 'chicken', derivation: 'REPRINT' }),
  source('orphan', 'C', { derivedFrom: 'not-recorded', derivation: 'REPRINT' }),
]);

let number = 0;
const claim = (sourceId: string, certainty: Certainty = 'EXPLICIT', stance: Stance = 'SUPPORTS'): Claim => ({
  id: `${sourceId}.${++number}`,
  subject: 'a.partnered_with.b',
  subjectType: 'RELATION',
  aspect: 'relation',
  statement: 'They are partners.',
  source: sourceId,
  locator: 'paragraph 1',
  digest: '0'.repeat(64),
  stance,
  certainty,
  start: null,
  end: null,
  attested: null,
  retrieved: '2026-11-24',
  recordedBy: 'test',
  recorded: '2026-11-24',
});
const disputes = (sourceId: string, certainty: Certainty = 'EXPLICIT'): Claim => claim(sourceId, certainty, 'DISPUTES');

describe('what claims of a relation come to', () => {
  test('reliabilities are a convention', () => {
    expect(RELIABILITY).toEqual({ EXPLICIT: 0.8, IMPLIED: 0.6, HEDGED: 0.4 });
  });

  test.each<[string, Claim[], { supporting: number; disputing: number; strength: number }]>([
    ['one explicit source', [claim('icoca-news')], { supporting: 1, disputing: 0, strength: 0.8 }],
    ['one hedged source', [claim('icoca-news', 'HEDGED')], { supporting: 1, disputing: 0, strength: 0.4 }],
    // 1 − 0.2 · 0.2
    ['two independent sources', [claim('icoca-news'), claim('newspaper')], { supporting: 2, disputing: 0, strength: 0.96 }],
    // 1 − 0.2 · 0.4 · 0.6
    [
      'three of different certainty',
      [claim('icoca-news'), claim('newspaper', 'IMPLIED'), claim('ministry', 'HEDGED')],
      { supporting: 3, disputing: 0, strength: 0.952 },
    ],
    [
      'one source twice, by its most certain claim',
      [claim('ministry', 'HEDGED'), claim('ministry', 'IMPLIED')],
      { supporting: 1, disputing: 0, strength: 0.6 },
    ],
    [
      'a translation with its original',
      [claim('icoca-news'), claim('icoca-news-fr')],
      { supporting: 1, disputing: 0, strength: 0.8 },
    ],
    [
      'a reprint by another publisher',
      [claim('icoca-news', 'HEDGED'), claim('agency-reprint')],
      { supporting: 1, disputing: 0, strength: 0.8 },
    ],
    ['two pages of one publisher', [claim('icoca-news'), claim('icoca-report')], { supporting: 1, disputing: 0, strength: 0.8 }],
    // 0.8 · 0.8 / (0.8 + 0.8)
    ['one for and one against', [claim('icoca-news'), disputes('ministry')], { supporting: 1, disputing: 1, strength: 0.4 }],
    // 0.96 · 0.96 / (0.96 + 0.4)
    [
      'two for and one hedged against',
      [claim('icoca-news'), claim('newspaper'), disputes('ministry', 'HEDGED')],
      { supporting: 2, disputing: 1, strength: 0.9216 / 1.36 },
    ],
    ['nobody for', [disputes('ministry')], { supporting: 0, disputing: 1, strength: 0 }],
    ['nothing', [], { supporting: 0, disputing: 0, strength: 0 }],
  ])('%s', (_, claims, { supporting, disputing, strength }) => {
    const evidence = weighEvidence(claims, sources);
    expect(evidence).toMatchObject({ supporting, disputing });
    expect(evidence.strength).toBeCloseTo(strength, 12);
  });

  test('the order of the claims does not change a bit of it', () => {
    const claims = [
      claim('icoca-news'),
      claim('newspaper', 'IMPLIED'),
      claim('ministry', 'HEDGED'),
      disputes('orphan', 'HEDGED'),
    ];
    expect(weighEvidence([...claims].reverse(), sources)).toEqual(weighEvidence(claims, sources));
  });
});

describe('what makes sources independent', () => {
  test.each([
    ['newspaper', 'Prensa Libre'],
    ['icoca-report', 'icoca'],
    ['icoca-news-fr', 'icoca'],
    ['agency-reprint', 'icoca'],
    ['orphan', 'C'],
    ['unknown-source', 'unknown-source'],
  ])('%s is of %s', (id, origin) => {
    expect(independentOrigin(id, sources)).toBe(origin);
  });

  test('two sources that name each other as the original come to an end', () => {
    expect(['A', 'B']).toContain(independentOrigin('chicken', sources));
  });
});
