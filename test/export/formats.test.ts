import { beforeAll, describe, expect, test } from '@jest/globals';
import { FORMAT_NAMES } from '../../src/export/formats/names.js';
import { FORMATS } from '../../src/export/index.js';
import { cypherLiteral } from '../../src/export/formats/neo4j-literal.js';
import { plainDate, plainDay } from '../../src/export/formats/dates.js';
import { threeLetterLanguage } from '../../src/export/formats/follow-the-money/languages.js';
import type { MemoryStore } from '../../src/store/memory/memory-store.js';
import { graphOf } from '../fixtures/graph-of.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { exported, storeOf } from './exported.js';

let store: MemoryStore;
beforeAll(async () => {
  store = await storeOf(smallGraph);
});
const text = async (format: string): Promise<string> => (await exported(store, format)).text;
const line = (file: string, part: string): string => file.split('\n').find((one) => one.includes(part)) ?? '';

/** Other programs than ours read the files in test/judges/formats.test.ts; here is what they look like. */
describe('the formats', () => {
  test('have names that do not change', () => {
    expect(FORMATS.map(({ name }) => name)).toEqual(FORMAT_NAMES);
    expect(FORMATS.map(({ name, ending }) => `${name} .${ending}`)).toEqual([
      'graphml .graphml',
      'gexf .gexf',
      'gephi-nodes .nodes.csv',
      'gephi-edges .edges.csv',
      'node-link .json',
      'cytoscape .cyjs',
      'ftm .ftm.json',
      'json-ld .jsonld',
      'bods .bods.json',
      'cypher .cypher',
      'neo4j-nodes .nodes.csv',
      'neo4j-relationships .relationships.csv',
      'neo4j-after-import .after-import.cypher',
      'records .records.ndjson',
    ]);
  });

  test.each(FORMATS.map(({ name }) => name))('%s is the same each time it is written', async (name) => {
    const first = await text(name);
    expect(first.length).toBeGreaterThan(100);
    expect(await text(name)).toBe(first);
  });
});

describe('GEXF', () => {
  test('shows an edge from when it possibly began to when it possibly ended', async () => {
    const file = await text('gexf');
    // From 2015 to October 2019, each as wide as the source leaves it; the bounds of certainty stand beside.
    const membership = line(file, 'id="iepades.member-of.icoca.civil-society"');
    expect(membership).toContain('start="2015-01-01" end="2019-10-31"');
    expect(membership).toContain('for="latest_start" value="2015-12-31"');
    expect(membership).toContain('for="earliest_end" value="2019-10-01"');
    expect(membership).toContain('kind="MEMBER_OF"');
  });

  test('leaves an end open where there is none, and where what happened stays true', async () => {
    const file = await text('gexf');
    expect(line(file, 'id="icoca.maintains.code"')).toMatch(/ start="2013-09-01"><attvalues>/);
    expect(line(file, 'id="icoca.conducted.session"')).toMatch(/ start="2021-06-24"><attvalues>/);
    expect(line(file, 'id="icoca.funded.iepades"')).toMatch(/label="FUNDED" end="2020-12-31"/);
    expect(line(file, 'id="session.concerns.gt"')).toMatch(/label="CONCERNS"><attvalues>/);
  });

  test('spans what sources that contradict one another say', async () => {
    const forum = line(await text('gexf'), 'id="lonely-forum"');
    expect(forum).toContain('label="Łódź Forum" start="2011-12-31" end="2012-01-01"');
    expect(forum).toContain('for="start_stated" value="2012"');
    expect(forum).toContain('for="end_stated" value="2011"');
  });
});

test('what XML cannot hold is replaced, and the rest escaped', async () => {
  const names = ['A & B <"quoted"> \u0001 tab\there', 'half of a pair \uD83D'];
  const odd = await storeOf(
    graphOf({
      sources: [{ id: 's', title: 'T', publisher: 'P' }],
      entities: names.map((name, n) => ({ id: `e${n}`, kind: 'forum', names: [{ text: name }], claims: [{ source: 's' }] })),
      relations: [],
    }),
  );
  const graphml = (await exported(odd, 'graphml')).text;
  expect(graphml).toContain('>A &amp; B &lt;&quot;quoted&quot;&gt; \uFFFD tab\there</data>');
  expect(graphml).toContain('>half of a pair \uFFFD</data>');
  expect((await exported(odd, 'gexf')).text).toContain('label="A &amp; B &lt;&quot;quoted&quot;&gt; \uFFFD tab here"');
});

describe('FollowTheMoney', () => {
  const entities = async (): Promise<Map<string, { schema: string; properties: Record<string, string[]> }>> =>
    new Map(
      (await text('ftm'))
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one) as { id: string; schema: string; properties: Record<string, string[]> })
        .map((entity) => [entity.id, entity]),
    );

  test('has the names by their use, in every script', async () => {
    expect((await entities()).get('icoca')?.properties).toMatchObject({
      name: ['International Code of Conduct Association'],
      weakAlias: ['ICoCA'],
      alias: ['Ассоциация Международного кодекса поведения', '国际行为守则协会', 'الرابطة الدولية لمدوّنة قواعد السلوك'],
    });
  });

  test('has a membership with its dates, its sources and what they say', async () => {
    const { schema, properties } = (await entities()).get('iepades.member-of.icoca.civil-society')!;
    expect(schema).toBe('Membership');
    expect(properties).toMatchObject({
      member: ['iepades'],
      organization: ['icoca'],
      startDate: ['2015'],
      endDate: ['2019-10'],
      proof: ['source-icoca-news'],
      sourceUrl: ['https://example.org/icoca-news'],
      description: ['icoca-news says so of iepades.member-of.icoca.civil-society.'],
    });
  });

  test('keeps a date that is not plain as it is written, and gives no other', async () => {
    const { properties } = (await entities()).get('iepades.member-of.icoca.observer')!;
    expect(properties['startDate']).toBeUndefined();
    expect(properties['summary']).toEqual(['start 202X, end not stated'.replace(',', ';')]);
  });

  test('has an office as the occupancy of a position', async () => {
    const office = graphOf({
      sources: [{ id: 's', title: 'T', publisher: 'P' }],
      entities: [
        { id: 'ana', kind: 'person', names: [{ text: 'Ana' }], claims: [{ source: 's' }] },
        { id: 'icoca', kind: 'forum', names: [{ text: 'ICoCA' }], claims: [{ source: 's' }] },
      ],
      relations: [
        {
          source: 'ana',
          type: 'HOLDS_OFFICE_IN',
          target: 'icoca',
          qualifiers: { office: 'Director' },
          time: { start: '2020-02-01' },
          claims: [{ source: 's' }],
        },
      ],
    });
    const lines = (await exported(await storeOf(office), 'ftm')).text;
    expect(lines).toContain('"schema":"Position","caption":"Director, ICoCA"');
    expect(JSON.parse(line(lines, '"schema":"Occupancy"'))).toMatchObject({
      properties: { holder: ['ana'], post: ['ana.holds-office-in.icoca.director.post'], startDate: ['2020-02-01'] },
    });
  });

  test('languages have three letters there, and one that it does not know is only described', () => {
    expect(['en', 'fr', 'zh-Hans', 'und', 'rw'].map(threeLetterLanguage)).toEqual(['eng', 'fra', 'zho', null, null]);
  });
});

describe('JSON-LD', () => {
  test('traces a relation to its claims and these to their sources', async () => {
    const { '@graph': nodes } = JSON.parse(await text('json-ld')) as { '@graph': Record<string, unknown>[] };
    const node = (id: string): Record<string, unknown> => nodes.find((one) => one['@id'] === id) ?? {};
    const relation = node('urn:custodes:relation:digessp.licenses.gt');
    expect(relation).toMatchObject({
      subject: 'urn:custodes:entity:digessp',
      predicate: 'c:LICENSES',
      object: 'urn:custodes:entity:gt',
      'c:disputing': 1,
    });
    const [claim = ''] = relation['wasDerivedFrom'] as string[];
    expect(node(claim)).toMatchObject({
      '@type': ['c:Claim', 'prov:Entity'],
      about: 'urn:custodes:relation:digessp.licenses.gt',
      hadPrimarySource: 'urn:custodes:source:prensa',
      'c:stance': 'DISPUTES',
    });
    // What is only disputed is not asserted as a plain triple; what a source supports is.
    expect(nodes.filter((one) => 'c:LICENSES' in one)).toEqual([]);
    expect(nodes.filter((one) => 'c:REGULATES' in one)).toHaveLength(1);
  });
});

describe('BODS', () => {
  test('says what it has no place for', async () => {
    const { text, notes } = await exported(store, 'bods');
    expect(notes).toEqual([expect.stringMatching(/left out: .*Event 2, .*Instrument 2, .*Place 4.*REGULATES 1/)]);
    const statements = JSON.parse(text) as { recordType: string; recordDetails: { interests?: { type: string }[] } }[];
    expect(statements.filter(({ recordType }) => recordType === 'entity')).toHaveLength(9);
    const interests = statements.flatMap(({ recordDetails }) => recordDetails.interests ?? []);
    expect(interests).toHaveLength(5);
    expect(interests[0]).toMatchObject({ type: 'otherInfluenceOrControl', beneficialOwnershipOrControl: false });
  });
});

describe('Cypher', () => {
  test('writes any value so that Neo4j reads it back', () => {
    expect(cypherLiteral({ a: 1.5, 'qualifier:id': `it's "so" \\ \n`, list: ['x', true], none: null })).toBe(
      '{a: 1.5, `qualifier:id`: "it\'s \\"so\\" \\\\ \\n", list: ["x", true]}',
    );
  });

  test('ends each statement, and nothing else, with a semicolon at the end of a line', async () => {
    const statements = (await text('cypher')).split(/;\n/);
    expect(statements.at(-1)).toBe('');
    expect(statements.slice(0, -1).every((one) => /^(\/\/.*\n)?(CREATE|CALL|UNWIND|MERGE|MATCH)/.test(one))).toBe(true);
  });
});

test('a date is plain where it is a year, a month or a day', () => {
  const dates = ['2021', '2021-06', '2021-06-24', '2021~', '202X', '2021-23', '../2021', null];
  expect(dates.map(plainDate)).toEqual(['2021', '2021-06', '2021-06-24', null, null, null, null, null]);
  expect(dates.map(plainDay)).toEqual([null, null, '2021-06-24', null, null, null, null, null]);
});
