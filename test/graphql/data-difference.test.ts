import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dataDifference, type DataDifferenceQuestion } from '../../src/domain/data-difference.js';
import { EarlierVersions } from '../../src/domain/earlier-versions.js';
import type { Graph } from '../../src/domain/model.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

const EARLIER = 'ab'.repeat(32);
const entity = (id: string): Graph['entities'][number] => smallGraph.entities.find((one) => one.id === id)!;

const entityNamed = (id: string): Graph['entities'][number] => ({ ...entity('lonely-forum'), id });

/** Before: ICoCA had another name, ISO was not there yet, a forum was that is no more, and one relation had no disputing claim. */
const disputed = smallGraph.relations.find(({ evidence }) => evidence.disputing > 0)!;
const earlier: Graph = {
  ...smallGraph,
  version: EARLIER,
  entities: [
    ...smallGraph.entities.filter(({ id }) => id !== 'iso' && id !== 'icoca'),
    { ...entity('icoca'), name: 'The Association' },
    { ...entityNamed('old-forum'), name: 'Old Forum' },
  ],
  relations: smallGraph.relations.map((relation) =>
    relation === disputed ? { ...relation, evidence: { ...relation.evidence, disputing: 0 } } : relation,
  ),
};

describe('what changed since an earlier version, over HTTP', () => {
  const served = serveGraph(smallGraph, { earlier: new EarlierVersions([earlier]) });

  test('is counted and listed, with each record as it is, or as it was', async () => {
    const { data, codes } = await served.ask(`{ earlierDataVersions dataDifference(from: "${EARLIER.slice(0, 12)}") {
      from dataVersion counts { recordType added removed changed }
      records { totalCount nodes { change recordType id removed fields { field before after } now { __typename id } } } } }`);
    expect(codes).toEqual([]);
    expect(data.earlierDataVersions).toEqual([EARLIER]);
    expect(data.dataDifference).toMatchObject({ from: EARLIER, dataVersion: smallGraph.version });
    expect(data.dataDifference.counts).toEqual([
      { recordType: 'ENTITY', added: 1, removed: 1, changed: 1 },
      { recordType: 'RELATION', added: 0, removed: 0, changed: 1 },
      { recordType: 'CLAIM', added: 0, removed: 0, changed: 0 },
      { recordType: 'SOURCE', added: 0, removed: 0, changed: 0 },
    ]);
    const { totalCount, nodes } = data.dataDifference.records;
    expect(totalCount).toBe(4);
    const [added, removed, changed, relation] = nodes;
    expect(added).toMatchObject({
      change: 'ADDED',
      id: 'iso',
      removed: null,
      fields: [],
      now: { __typename: 'Actor', id: 'iso' },
    });
    expect(removed).toMatchObject({ change: 'REMOVED', id: 'old-forum', fields: [], now: null });
    expect(JSON.parse(removed.removed)).toMatchObject({ id: 'old-forum', name: 'Old Forum' });
    const name = { field: 'name', before: '"The Association"', after: JSON.stringify(entity('icoca').name) };
    expect(changed).toMatchObject({ change: 'CHANGED', recordType: 'ENTITY', id: 'icoca', fields: [name] });
    expect(relation).toMatchObject({ recordType: 'RELATION', id: disputed.id, now: { __typename: 'Relation' } });
    expect(relation.fields).toEqual([{ field: 'evidence.disputing', before: '0', after: String(disputed.evidence.disputing) }]);
  });

  test('as docs/reproducible.md asks it', async () => {
    const [, query = ''] = /```graphql\n(\{ dataDifference[^]*?)```/.exec(readFileSync('docs/reproducible.md', 'utf8')) ?? [];
    expect(query).toContain('"0123456789ab"');
    const { data, codes } = await served.ask(query.replace('0123456789ab', EARLIER.slice(0, 12)));
    expect(codes).toEqual([]);
    expect(data.dataDifference.records.nodes).toMatchObject([{ change: 'CHANGED', id: disputed.id }]);
  });

  test('page by page, of some sorts and changes', async () => {
    const page = (more: string): string =>
      `{ dataDifference(from: "${EARLIER}", first: 1${more}) { records { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const { data: first } = await served.ask(page(', records: [ENTITY], changes: [ADDED, REMOVED]'));
    const { totalCount, nodes, pageInfo } = first.dataDifference.records;
    expect([totalCount, nodes, pageInfo.hasNextPage]).toEqual([2, [{ id: 'iso' }], true]);
    const { data: second } = await served.ask(
      page(`, records: [ENTITY], changes: [ADDED, REMOVED], after: "${pageInfo.endCursor}"`),
    );
    expect(second.dataDifference.records).toMatchObject({ nodes: [{ id: 'old-forum' }], pageInfo: { hasNextPage: false } });
  });

  test('what is not at hand is refused, with what is', async () => {
    const { codes, errors } = await served.ask(`{ dataDifference(from: "${'cd'.repeat(32)}") { from } }`);
    expect(codes).toEqual(['DATA_VERSION_NOT_HELD']);
    expect(errors?.[0]?.message).toContain(EARLIER);
    expect(errors?.[0]?.extensions.suggestions).toEqual([EARLIER]);
    expect((await served.ask('{ dataDifference(from: "yesterday") { from } }')).codes).toEqual(['INVALID_ARGUMENT']);
  });
});

describe('a server without earlier versions', () => {
  const served = serveGraph(smallGraph);
  test('says how to give it some', async () => {
    const { data, codes, errors } = await served.ask(`{ earlierDataVersions dataDifference(from: "${EARLIER}") { from } }`);
    expect(data).toEqual({ earlierDataVersions: [], dataDifference: null });
    expect(codes).toEqual(['DATA_VERSION_NOT_HELD']);
    expect(errors?.[0]?.message).toContain('--compare-with');
  });
});

test('a difference is found once for all pages, and anew for other data', async () => {
  let read = 0;
  const versions = new EarlierVersions([earlier]);
  const ask = (present: Graph, question: Partial<DataDifferenceQuestion> = {}): ReturnType<typeof dataDifference> => {
    const { version, entities, relations, claims, sources } = present;
    const sizes = { entities: entities.length, relations: relations.length, claims: claims.length, sources: sources.length };
    const readPresent = async (): Promise<Graph> => {
      read++;
      return present;
    };
    return dataDifference(versions, { version, ...sizes }, readPresent, { from: EARLIER, first: 2, ...question });
  };
  const { changed } = await ask(smallGraph);
  expect((await ask(smallGraph, { after: changed.endCursor })).changed.edges).toHaveLength(2);
  expect(read).toBe(1);
  const later = { ...smallGraph, entities: [...smallGraph.entities, entityNamed('new-forum')], version: 'cd'.repeat(32) };
  expect((await ask(later)).changed.totalCount).toBe(changed.totalCount + 1);
  expect(read).toBe(2);
});
