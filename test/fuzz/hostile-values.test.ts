import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import type { GraphStore } from '../../src/store/port.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer } from '../graphql/served-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

/** What Lucene, Cypher, Unicode or JavaScript could take for something else than a text. */
const TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    'ico\0ca',
    '\ud800',
    'ico\ud800ca',
    '\uffff',
    '\u200bicoca',
    '\u202eacoci',
    'İ',
    'Ⅷ',
    '𝐈𝐂𝐨𝐂𝐀',
    '国',
    'الرابطة',
  ],
  ...['"', '\\', '"icoca', '*', '*coca', 'icoca~9', 'icoca^5', 'id:*', '+icoca -code', 'icoca AND code', 'OR', '&&', '('],
  ...['{a TO z}', '/.*/', '/[/', '--', '$id', "' OR 1=1 //", '` MATCH (n) DETACH DELETE n //', '__proto__', 'constructor'],
  ...['z'.repeat(500), 'a '.repeat(250), 'icoca '.repeat(83), '国'.repeat(500), '🛡'.repeat(250), '9'.repeat(400)],
];

const DATES = [
  ...[
    '',
    '0000',
    '-0001',
    '-9999',
    '9999-12-31',
    '10000',
    'Y-17E7',
    'Y999999999',
    'Y1E99',
    '2021-02-29',
    '2020-02-29',
    '2021-13',
    '2021-00',
  ],
  ...[
    '2021-W01',
    '2021-21',
    '2021-06-31/..',
    '..',
    '../..',
    '/',
    '/..',
    '2021/2019',
    '{1..9999}',
    '[2019,2020]',
    '2021?~%',
    'XXXX',
    '1XXX',
  ],
  ...['0000/9999', '-9999/9999', '2021-01-01T00:00:00Z', '٢٠٢١', '2021\0', '\ud800', ' 2021', '2021 ', '9999/..', '../0000'],
];

const cursor = (...key: unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const CURSORS = [
  ...['', ' ', 'x', '\0', '\ud800', '=', 'W10', cursor(), cursor('a'), cursor('a', 'b'), cursor('', ''), cursor('\0', '\0')],
  ...[
    cursor('\ud800', 'icoca'),
    cursor('i', '\udc00'),
    cursor('\uffff', '\uffff'),
    cursor('🛡', '🛡'),
    cursor('국', 'a'),
    cursor('é', 'é'),
  ],
  ...[
    cursor(1, 'a'),
    cursor(1.5, 'a'),
    cursor(-1, 'a'),
    cursor(1e300, 'a'),
    cursor(2 ** 53, 'a'),
    cursor(-1e300, '\uffff'),
    cursor(0, ''),
  ],
  ...[
    cursor('2015', 'a'),
    cursor('9999-12-31', 'z'),
    cursor('x'.repeat(300), 'y'),
    cursor(null, null),
    cursor(true, 'a'),
    cursor(['a'], 'b'),
  ],
  ...[
    cursor('i', {}),
    cursor(1),
    cursor(0),
    cursor(-5),
    cursor(99),
    cursor(1e300),
    cursor(0.5),
    cursor('NaN'),
    cursor(1, 2, 3),
    'é',
    '%',
  ],
];

const PAGE = '{ totalCount nodes { id } pageInfo { hasNextPage endCursor } }';
/** Questions that take a text, each with what is shown of their answers. */
const OF_TEXTS = [
  'search(text: $text, first: 5) { hits { score reason matchedName { text } entity { id } } }',
  `actors(text: $text, first: 5) ${PAGE}`,
  `relations(text: $text, first: 5) ${PAGE}`,
  `sources(text: $text, first: 5) ${PAGE}`,
  'entity(id: $id) { id }',
  'node(id: $id) { id }',
  'actor(id: $id) { id }',
  'relation(id: $id) { id }',
  'claim(id: $id) { id }',
  'source(id: $id) { id }',
  `actors(within: $text, first: 5) ${PAGE}`,
  `events(kinds: [$text], first: 5) ${PAGE}`,
  `relations(from: $id, first: 5) ${PAGE}`,
  `relations(source: $id, first: 5) ${PAGE}`,
  `sources(publisher: $id, first: 5) ${PAGE}`,
  'network(centers: ["icoca", $id], limit: 5) { nodes { entity { id } } beyond }',
  'paths(from: $id, to: "digessp", first: 2) { paths { hops { relation { id } } } }',
  'influence(region: $text, first: 3) { influencers { nodes { score } } }',
  'dataDifference(from: $text) { counts { added } }',
];
const OF_DATES = [
  `actors(asOf: $text, first: 5) ${PAGE}`,
  `relations(asOf: $text, first: 5) ${PAGE}`,
  `relations(began: $text, first: 5) ${PAGE}`,
  `relations(mayHaveBegun: $text, first: 5) ${PAGE}`,
  'network(centers: ["icoca"], limit: 5, asOf: $text) { nodes { entity { id } } beyond }',
  'network(centers: ["icoca"], limit: 5, knownAt: $text) { nodes { entity { id } } beyond }',
  'paths(from: "icoca", to: "digessp", first: 2, publishedBy: $text) { paths { hops { relation { id } } } }',
  `entity(id: "icoca") { relations(first: 3, asOf: $text) ${PAGE} }`,
];
const OF_CURSORS = [
  ...['NAME', 'START', 'DEGREE'].flatMap((by) =>
    ['ASC', 'DESC'].map((way) => `actors(after: $text, orderBy: ${by}, direction: ${way}, first: 3) ${PAGE}`),
  ),
  ...['START', 'SUPPORTING'].flatMap((by) =>
    ['ASC', 'DESC'].map((way) => `relations(after: $text, orderBy: ${by}, direction: ${way}, first: 3) ${PAGE}`),
  ),
  ...['TITLE', 'PUBLISHED'].map((by) => `sources(after: $text, orderBy: ${by}, first: 3) ${PAGE}`),
  `entity(id: "icoca") { relations(first: 3, after: $text) ${PAGE} }`,
  'conflicts(first: 2, after: $text) { totalCount }',
];

/** One each of several questions, so that they go in a few requests. */
const inOne = (questions: readonly string[]): string =>
  `query($text: String!, $id: ID!) { ${questions.map((one, i) => `q${i}: ${one}`).join(' ')} unused: node(id: $id) { id } other: search(text: $text) { hits { score } } }`;

describeWithNeo4j('hostile values, asked of both stores over HTTP', () => {
  const servers: RunningServer[] = [];
  const stores: GraphStore[] = [];
  const logged: unknown[] = [];
  beforeAll(async () => {
    stores.push(new MemoryStore(), await Neo4jStore.open(neo4jOfTests));
    for (const store of stores) {
      await store.load(smallGraph);
      const log = (message: string, cause: unknown): number => logged.push([message, cause]);
      servers.push(await startServer({ store, port: 0, host: '127.0.0.1', log, api: { answerCacheBytes: 0 } }));
    }
  }, 120_000);
  afterAll(async () => {
    for (const server of servers) await server.close();
    for (const store of stores) await store.close();
  });

  async function expectSame(query: string, variables: Record<string, unknown>): Promise<void> {
    const answers = await Promise.all(servers.map(({ url }) => askServer(url, query, variables)));
    const told = answers.map(({ status, data, errors = [] }) => ({
      status,
      data: data as unknown,
      errors: errors.map(({ path, extensions }) => JSON.stringify([path, extensions.code])).sort(),
    }));
    expect({ variables, ...told[1]! }).toEqual({ variables, ...told[0]! });
    expect(answers.flatMap(({ codes }) => codes)).not.toContain('INTERNAL_SERVER_ERROR');
    expect(logged).toEqual([]);
  }

  test.each<[string, readonly string[], readonly string[]]>([
    ['texts and ids', TEXTS, OF_TEXTS],
    ['dates', DATES, OF_DATES],
    ['cursors made by hand', CURSORS, OF_CURSORS],
  ])(
    '%s',
    async (_what, values, questions) => {
      for (const text of values) await expectSame(inOne(questions), { text, id: text });
    },
    300_000,
  );

  test.each<[string, string, Record<string, unknown>]>([
    ['a hundred centres, one unknown', '', { list: [...Array<string>(99).fill('icoca'), 'no-such'] }],
    ['a hundred centres, all the same', '', { list: Array(100).fill('icoca') }],
    ['too many centres', '', { list: Array(101).fill('icoca') }],
    ['fifty thousand centres', '', { list: Array(50_000).fill('icoca') }],
    ['no centres', '', { list: [] }],
    ['a null among the centres', '', { list: ['icoca', '\0', '\ud800'] }],
    ['steps without end', 'depth: 2147483647', { list: ['icoca'] }],
    ['steps below zero', 'depth: -2147483648', { list: ['icoca'] }],
    ['no steps', 'depth: 0', { list: ['icoca', 'code'] }],
    ['a limit below the centres', 'limit: 1', { list: ['icoca', 'code', 'digessp'] }],
    ['a kind that is none', 'kinds: ["regulator", "\\"]) DETACH DELETE n //"]', { list: ['icoca'] }],
    ['no kinds at all', 'kinds: []', { list: ['icoca'] }],
    ['no types at all', 'relationTypes: []', { list: ['icoca'] }],
    ['a type again and again', `relationTypes: [${Array(100).fill('MEMBER_OF').join()}]`, { list: ['icoca'] }],
  ])('a network of %s', async (_what, given, variables) => {
    const answer = '{ nodes { entity { id } } edges { id } beyond truncation }';
    await expectSame(`query($list: [ID!]!) { network(centers: $list ${given}) ${answer} }`, variables);
  });
});
