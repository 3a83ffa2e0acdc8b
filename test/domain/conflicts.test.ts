import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conflictingDates } from '../../src/domain/conflicting-dates.js';
import { conflicts, type Conflict, type ConflictsQuestion } from '../../src/domain/conflicts.js';
import { BEGINNING_OF_TIME, END_OF_TIME } from '../../src/domain/edtf.js';
import type { Claim, Graph } from '../../src/domain/model.js';
import { datedClaim, timeOf } from '../../src/domain/stated-times.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { claimedGraph } from '../fixtures/claimed-graph.js';
import { graphOf, type EntityParts } from '../fixtures/graph-of.js';

const named = (id: string, kind: string, more: Partial<EntityParts> = {}): EntityParts => ({
  ...{ id, kind, names: [{ text: id }], claims: [{ source: 'news' }] },
  ...more,
});

const graph = graphOf({
  sources: ['news', 'law', 'blog'].map((id) => ({ id, title: id, publisher: id, published: '2020' })),
  entities: [
    named('gt', 'country'),
    named('fr', 'country'),
    named('board', 'regulator', {
      attributes: [
        { name: 'guards', value: 100, unit: 'persons', date: '2015' },
        { name: 'guards', value: 300, unit: 'persons', date: '2015' },
        { name: 'guards', value: 200, unit: 'persons', date: '2016' },
        { name: 'members', value: 1, unit: 'members', date: null },
        { name: 'members', value: 2, unit: 'members', date: null },
        { name: 'topic', value: 'a', unit: null, date: '2015' },
        { name: 'topic', value: 'b', unit: null, date: '2015' },
      ],
    }),
    named('talk', 'meeting', {
      claims: [
        { source: 'news', start: '2019-05-01', end: '2019-05-01' },
        { source: 'law', start: '2019-05-02', end: '2019-05-02' },
        { source: 'blog', start: '2019-05', end: '2019-05' },
      ],
    }),
  ],
  relations: [
    { source: 'board', type: 'REGULATES', target: 'gt', claims: [{ source: 'news' }, { source: 'law', stance: 'DISPUTES' }] },
    {
      source: 'board',
      type: 'LICENSES',
      target: 'fr',
      claims: [
        { source: 'news', start: '2010', end: '2012' },
        { source: 'law', attested: '2015' },
        { source: 'blog', start: '2011~' },
      ],
    },
    {
      source: 'board',
      type: 'OVERSEES',
      target: 'gt',
      claims: [
        { source: 'news', start: '2010' },
        { source: 'law', attested: '2015' },
      ],
    },
  ],
});

async function found(of: Graph, question: Partial<ConflictsQuestion> = {}): Promise<Conflict[]> {
  const store = new MemoryStore();
  await store.load(of);
  return (await conflicts(store, { first: 100, ...question }, Infinity)).edges.map(({ node }) => node);
}

const told = ({ kind, subject, about, sides }: Conflict): unknown[] => [
  kind,
  subject.id,
  about,
  sides.map(({ value, claims }) => `${value}: ${claims.map(({ source }) => source).join()}`),
];

describe('where sources disagree', () => {
  test('a relation disputed, dates that exclude each other, figures of one date; by id', async () => {
    expect((await found(graph)).map(told)).toEqual([
      ['ATTRIBUTE', 'board', 'guards 2015', ['100: news', '300: news']],
      ['DATES', 'board.licenses.fr', null, ['2010/2012: news', 'at 2015: law']],
      ['DISPUTED', 'board.regulates.gt', null, ['SUPPORTS: news', 'DISPUTES: law']],
      // In May 2019 it was either way.
      ['DATES', 'talk', null, ['2019-05-01: news', '2019-05-02: law']],
    ]);
  });

  test('of some kinds, within a region, page by page', async () => {
    expect((await found(graph, { kinds: ['DISPUTED'] })).map(({ subject }) => subject.id)).toEqual(['board.regulates.gt']);
    expect((await found(graph, { within: 'fr', kinds: ['DATES'] })).map(({ subject }) => subject.id)).toEqual([
      'board.licenses.fr',
    ]);
    const store = new MemoryStore();
    await store.load(graph);
    const first = await conflicts(store, { first: 3 }, Infinity);
    const rest = await conflicts(store, { first: 3, after: first.endCursor }, Infinity);
    expect([first.totalCount, first.hasNextPage, rest.edges.length, rest.hasNextPage]).toEqual([4, true, 1, false]);
    await expect(conflicts(store, { first: 3, after: 'x' }, Infinity)).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
  });

  test('looks at no more records than it may', async () => {
    const store = new MemoryStore();
    await store.load(graph);
    const question = { first: 1 };
    const relations = graph.relations.filter(({ claimIds }) => claimIds.length > 1);
    const claims = [...graph.entities, ...relations].reduce((sum, { claimIds }) => sum + claimIds.length, 0);
    const all = graph.entities.length + relations.length + claims;
    expect((await conflicts(store, question, all)).totalCount).toBe(4);
    await expect(conflicts(store, question, all - 1)).rejects.toMatchObject({ code: 'TOO_MUCH_WORK' });
    expect((await conflicts(store, { ...question, within: 'fr' }, all - 1)).totalCount).toBe(3);
  });

  test('dates conflict exactly where no beginning and end suit both claims', () => {
    const days = [BEGINNING_OF_TIME, END_OF_TIME];
    for (let year = 2007; year < 2024; year++) days.push(`${year}-01-01`, `${year}-05-31`, `${year}-06-24`, `${year}-12-31`);
    fc.assert(
      fc.property(claimedGraph(), (random) => {
        const sources = new Map(random.sources.map((source) => [source.id, source]));
        const claimOf = new Map(random.claims.map((claim) => [claim.id, claim]));
        for (const { claimIds, time } of random.relations) {
          const pair = claimIds.slice(0, 2).map((id) => claimOf.get(id)!) as [Claim, Claim];
          if (pair.length < 2 || pair.some(({ stance }) => stance === 'DISPUTES')) continue;
          const spans = pair.map((claim) => timeOf([datedClaim(claim, time.persists)], sources, time.persists));
          const suits = days.some((start) =>
            days.some((end) =>
              spans.every(
                (span) =>
                  start <= end &&
                  start >= span.earliestStart &&
                  start <= span.latestStart &&
                  end >= span.earliestEnd &&
                  end <= span.latestEnd,
              ),
            ),
          );
          expect(conflictingDates(pair, sources, time.persists).length > 0).toBe(!suits);
        }
      }),
      { numRuns: 40 },
    );
  });
});
