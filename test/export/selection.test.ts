import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/domain/model.js';
import { selectRecords } from '../../src/export/records/select.js';
import type { Selection } from '../../src/export/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { GraphStore } from '../../src/store/port.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { graphOf } from '../fixtures/graph-of.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { storeOf } from './exported.js';

interface Ids {
  entities: string[];
  relations: string[];
  claims: string[];
  sources: string[];
}

async function idsIn(store: GraphStore, selection: Selection): Promise<Ids> {
  const records = await selectRecords(store, selection);
  const ids = async (batches: AsyncIterable<{ id: string }[]>): Promise<string[]> => {
    const all: string[] = [];
    for await (const batch of batches) all.push(...batch.map(({ id }) => id));
    return all;
  };
  return {
    entities: await ids(records.entities()),
    relations: await ids(records.relations()),
    claims: await ids(records.claims()),
    sources: await ids(records.sources()),
  };
}

const sorted = (ids: readonly string[]): string[] => [...ids].sort();
const idsOf = (records: readonly { id: string }[]): string[] => sorted(records.map(({ id }) => id));

/** What a selection comes to, so that its relations have both ends in it, and its claims are about it. */
function expectClosed(graph: Graph, ids: Ids): void {
  for (const list of Object.values(ids) as string[][]) expect(new Set(list).size).toBe(list.length);
  const relations = graph.relations.filter(({ id }) => ids.relations.includes(id));
  for (const { source, target } of relations) expect(ids.entities).toEqual(expect.arrayContaining([source, target]));
  const subjects = new Set([...ids.entities, ...ids.relations]);
  expect(sorted(ids.claims)).toEqual(idsOf(graph.claims.filter(({ subject }) => subjects.has(subject))));
  for (const { source } of graph.claims.filter(({ id }) => ids.claims.includes(id))) expect(ids.sources).toContain(source);
}

describe('a selection', () => {
  let store: MemoryStore;
  beforeAll(async () => {
    store = await storeOf(smallGraph);
  });
  const select = async (selection: Selection): Promise<Ids> => {
    const ids = await idsIn(store, selection);
    expectClosed(smallGraph, ids);
    return ids;
  };

  test('of nothing in particular is the whole graph, each record once', async () => {
    const ids = await select({});
    expect(sorted(ids.entities)).toEqual(idsOf(smallGraph.entities));
    expect(sorted(ids.relations)).toEqual(idsOf(smallGraph.relations));
    expect(sorted(ids.claims)).toEqual(idsOf(smallGraph.claims));
    // Also a source that nothing rests on.
    expect(ids.sources).toEqual(['icoca-news', 'icoca-news-fr', 'ministry-report', 'prensa', 'unread']);
  });

  test('of a region is what lies in it, and its relations with their ends outside', async () => {
    const { entities, relations } = await select({ within: 'GT' });
    expect(relations).toContain('swiss-embassy.facilitated.session');
    // company-a lies in the country, so its membership belongs to it, and the association comes along.
    expect(relations).toContain('company-a.member-of.icoca');
    expect(entities).toContain('icoca');
    // The association's other members do not.
    expect(relations).not.toContain('company-b.member-of.icoca');
    expect(entities).not.toContain('company-b');
    expect(entities).not.toContain('iso');
  });

  test('of kinds has only these, and relations between them', async () => {
    const { entities, relations } = await select({ kinds: ['private-security-company', 'multi-stakeholder-initiative'] });
    expect(entities).toEqual(['company-a', 'company-b', 'company-c', 'icoca']);
    expect(sorted(relations)).toEqual([
      'company-a.member-of.icoca',
      'company-b.member-of.icoca',
      'company-c.member-of.icoca',
      'icoca.engaged-with.icoca',
    ]);
  });

  test('of relation types leaves the entities', async () => {
    const { entities, relations } = await select({ relationTypes: ['CONDUCTED'] });
    expect(relations).toEqual(['icoca.conducted.session']);
    expect(entities).toHaveLength(smallGraph.entities.length);
  });

  test('as of a date has what possibly held, with both ends, and no one who was not there yet', async () => {
    const { entities, relations } = await select({ asOf: '2015' });
    expect(relations).toContain('iepades.member-of.icoca.civil-society');
    expect(relations).not.toContain('icoca.conducted.session');
    expect(entities).not.toContain('follow-up');
    // Nobody says since when the session of 2021 concerns Guatemala: it possibly did, so the session is its end.
    expect(relations).toContain('session.concerns.gt');
    expect(entities).toContain('session');
  });

  test('around centres is the network of the API', async () => {
    const { entities, relations } = await select({ centers: ['session'], depth: 1 });
    expect(sorted(entities)).toEqual(['code', 'digessp', 'follow-up', 'gt', 'icoca', 'session', 'swiss-embassy']);
    expect(relations).toContain('icoca.maintains.code');
    expect((await selectRecords(store, { centers: ['icoca'], limit: 2 })).truncation).toMatch(/limit of 2/);
  });

  test('has the original of a translation that it rests on', async () => {
    const translated = graphOf({
      sources: [
        { id: 'original', title: 'Original', publisher: 'Press' },
        { id: 'translation', title: 'Traducción', publisher: 'Press', derivedFrom: 'original', derivation: 'TRANSLATION' },
        { id: 'other', title: 'Other', publisher: 'Press' },
      ],
      entities: [
        { id: 'a', kind: 'ministry', names: [{ text: 'A' }], claims: [{ source: 'translation' }] },
        { id: 'b', kind: 'forum', names: [{ text: 'B' }], claims: [{ source: 'other' }] },
      ],
      relations: [],
    });
    const { sources } = await idsIn(await storeOf(translated), { kinds: ['ministry'] });
    expect(sources).toEqual(['original', 'translation']);
  });

  test.each<[string, Selection, string]>([
    ['centres and a region', { centers: ['icoca'], within: 'GT' }, 'INVALID_ARGUMENT'],
    ['a depth without centres', { depth: 2 }, 'INVALID_ARGUMENT'],
    ['a limit without centres', { limit: 10 }, 'INVALID_ARGUMENT'],
    ['an unknown centre', { centers: ['icocca'] }, 'UNKNOWN_ID'],
    ['an unknown region', { within: 'Nowhereland' }, 'UNKNOWN_REGION'],
    ['an unknown type', { relationTypes: ['CONDUCTS'] }, 'INVALID_ARGUMENT'],
    ['a label for a kind', { kinds: ['actors'] }, 'INVALID_ARGUMENT'],
    ['no date', { asOf: 'yesterday' }, 'INVALID_DATE'],
  ])('of %s is refused before anything is written', async (_, selection, code) => {
    await expect(selectRecords(store, selection)).rejects.toMatchObject({ code });
  });

  test('of a store with nothing in it is refused', async () => {
    await expect(selectRecords(new MemoryStore(), {})).rejects.toMatchObject({ code: 'NO_DATA' });
  });
});

describe('a graph larger than a batch', () => {
  /** A hub with 450 members in the region, some of them twice, and 450 out of it. */
  const members = Array.from({ length: 450 }, (_, n) => plainEntity(`member-${n}`, 'Actor', 'client'));
  const inside = members.map((member) => ({ ...member, within: ['zz'] }));
  const outside = Array.from({ length: 450 }, (_, n) => plainEntity(`outsider-${n}`, 'Actor', 'client'));
  const hub = { ...plainEntity('hub', 'Actor', 'forum'), within: ['zz'] };
  const relations = [
    ...inside.map(({ id }) => plainRelation('MEMBER_OF', id, 'hub')),
    ...inside.slice(0, 20).map(({ id }, n) => plainRelation('MEMBER_OF', id, 'hub', {}, 0.8, n + 1)),
    ...outside.map(({ id }) => plainRelation('ADVISED', 'hub', id)),
    plainRelation('ENGAGED_WITH', 'hub', 'hub'),
  ];
  const graph = plainGraph([plainEntity('zz', 'Place', 'country'), hub, ...inside, ...outside], relations);

  test.each<[string, Selection]>([
    ['whole', {}],
    ['in its region', { within: 'zz' }],
    ['of its kinds', { kinds: ['forum', 'client', 'country'] }],
  ])('is read %s, each record once', async (_, selection) => {
    const ids = await idsIn(await storeOf(graph), selection);
    expectClosed(graph, ids);
    expect(sorted(ids.entities)).toEqual(idsOf(graph.entities));
    expect(sorted(ids.relations)).toEqual(idsOf(graph.relations));
  });
});

describeWithNeo4j('both stores', () => {
  test('give the same records in the same order', async () => {
    const memory = await storeOf(smallGraph);
    const neo4j = await Neo4jStore.open(neo4jOfTests);
    try {
      await neo4j.load(smallGraph);
      for (const selection of [
        {},
        { within: 'GT' },
        { asOf: '2015' },
        { kinds: ['regulator', 'country'] },
        { centers: ['icoca'] },
      ]) {
        expect(await idsIn(neo4j, selection)).toEqual(await idsIn(memory, selection));
      }
    } finally {
      await neo4j.close();
    }
  });
});
