import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { USUAL_API } from '../../src/graphql/configurable.js';
import { MOST_CHARACTERS, MOST_ENTRIES } from '../../src/graphql/limits.js';
import { MOST_NESTING } from '../../src/http/nesting.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph, type GraphQLAnswer } from '../graphql/served-graph.js';

const graph = serveGraph(smallGraph);
const { aliases, directives, levels, tokens } = USUAL_API.limits;

const repeat = (times: number, part: (i: number) => string): string => Array.from({ length: times }, (_, i) => part(i)).join(' ');
const nested = (levels: number): string => `{ entity(id: "icoca") ${'{ within '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
/** Each fragment names the next one twice, so that 30 of them come to a thousand million fields. */
const doubling = (fragments: number): string =>
  `{ entity(id: "icoca") { ...F0 } } ${repeat(fragments, (i) => `fragment F${i} on Entity { within { ...F${i + 1} } ... { within { ...F${i + 1} } } }`)} fragment F${fragments} on Entity { id }`;

/** The server goes on serving after each of them. */
async function expectStillServing(): Promise<void> {
  const { data } = await graph.ask('{ entity(id: "icoca") { id } }');
  expect(data).toEqual({ entity: { id: 'icoca' } });
}

describe('hostile queries are refused before anything is read', () => {
  test.each([
    ['deep', nested(levels), 'QUERY_TOO_DEEP'],
    ['deep enough to break a parser', `${'{ a'.repeat(5000)}${'}'.repeat(5000)}`, 'QUERY_TOO_LONG'],
    [
      'deep through fragments',
      `{ entity(id: "a") { ...A } } ${repeat(10, (i) => `fragment ${String.fromCharCode(65 + i)} on Entity { within { within { ...${String.fromCharCode(66 + i)} } } }`)} fragment K on Entity { id }`,
      'QUERY_TOO_DEEP',
    ],
    ['wide', `{ ${repeat(tokens - 10, () => 'dataVersion')} }`, 'QUERY_TOO_REPETITIVE'],
    ['long', `{ ${repeat(tokens, () => 'dataVersion')} }`, 'QUERY_TOO_LONG'],
    ['aliased', `{ ${repeat(aliases + 1, (i) => `a${i}: dataVersion`)} }`, 'TOO_MANY_ALIASES'],
    [
      'aliased through a fragment',
      `{ ...A } fragment A on Query { ${repeat(aliases + 1, (i) => `a${i}: dataVersion`)} }`,
      'TOO_MANY_ALIASES',
    ],
    ['full of directives', `{ dataVersion ${repeat(directives + 1, () => '@include(if: true)')} }`, 'TOO_MANY_DIRECTIVES'],
    [
      'costly by its pages',
      '{ actors(first: 100) { nodes { relations(first: 100) { nodes { target { relations(first: 100) { nodes { id } } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    [
      'costly through an interface',
      '{ entity(id: "icoca") { relations(first: 100) { nodes { target { relations(first: 100) { nodes { target { relations(first: 100) { nodes { id } } } } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    [
      'costly by a network',
      '{ network(centers: ["icoca"], limit: 2000) { edges { claims { source { claims(first: 100) { nodes { id } } } } } } }',
      'QUERY_TOO_COSTLY',
    ],
    [
      'one of several operations, it does not say which',
      'query A { dataVersion } query B { actors(first: 100) { nodes { relations(first: 100) { nodes { target { relations(first: 100) { nodes { id } } } } } } } }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'circular by its fragments',
      '{ entity(id: "icoca") { ...A } } fragment A on Entity { within { ...A } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      "circular by the schema's own description",
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the schema again and again',
      `{ ${repeat(aliases, (i) => `a${i}: __schema { types { fields { args { type { enumValues { name } } } } } }`)} }`,
      'TOO_MUCH_INTROSPECTION',
    ],
    [
      'the schema twice by fragments',
      '{ ...A ...B } fragment A on Query { a: __schema { types { name } } } fragment B on Query { ... { b: __schema { types { name } } } }',
      'TOO_MUCH_INTROSPECTION',
    ],
    [
      'the schema once and its types twice',
      '{ __schema { ...A } } fragment A on __Schema { a: types { name } b: types { name } }',
      'TOO_MUCH_INTROSPECTION',
    ],
    ['eleven types', `{ ${repeat(11, (i) => `a${i}: __type(name: "Actor") { name }`)} }`, 'TOO_MUCH_INTROSPECTION'],
    ['growing by its fragments', doubling(12), 'QUERY_TOO_COSTLY'],
    [
      'a long calculation again and again',
      `{ ${repeat(15, (i) => `a${i}: influence(region: "GT") { asOf }`)} }`,
      'QUERY_TOO_COSTLY',
    ],
    [
      'a longer one in fragments',
      `{ ...A ...B } fragment A on Query { ${repeat(3, (i) => `a${i}: influenceRobustness(region: "GT") { asOf }`)} } fragment B on Query { ${repeat(2, (i) => `b${i}: influenceChange(region: "GT", from: "2015", to: "2021") { ranked: rankedAfter }`)} }`,
      'QUERY_TOO_COSTLY',
    ],
    [
      'a large network found for nothing',
      `{ ${repeat(13, (i) => `a${i}: network(centers: ["icoca"], limit: 2000) { beyond }`)} }`,
      'QUERY_TOO_COSTLY',
    ],
  ])('%s', async (_what, query, code) => {
    const { status, data, codes, errors } = await graph.ask(query);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(codes).toContain(code);
    // One sentence that names the limit and the next step, not the query thrown back.
    expect(JSON.stringify(errors).length).toBeLessThan(20_000);
    await expectStillServing();
  });

  test('ten types beside the schema are answered', async () => {
    const { data, errors } = await graph.ask(
      `{ dataVersion __schema { queryType { name } } ${repeat(10, (i) => `a${i}: __type(name: "Actor") { name }`)} }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } }, a9: { name: 'Actor' } });
  });

  test('what is calculated is named with its price where it is too much, and a handful is not', async () => {
    const rankings = (times: number): string => repeat(times, (i) => `a${i}: influence(region: "GT") { asOf }`);
    const { errors } = await graph.ask(`{ ${rankings(14)} search(text: "icoca") { hits { score } } }`);
    expect(errors?.[0]?.message).toContain('14 × 7000 for `influence`, 1 × 3000 for `search`');
    expect(errors?.[0]?.message).toContain('Ask for fewer calculations in one query');
    expect((await graph.ask(`{ ${rankings(13)} search(text: "icoca") { hits { score } } }`)).errors).toBeUndefined();
    expect(
      (await graph.ask(`{ ${repeat(30, (i) => `a${i}: search(text: "icoca") { hits { score } }`)} }`)).errors,
    ).toBeUndefined();
    const skipped = `query($not: Boolean = false) { ${repeat(15, (i) => `a${i}: influence(region: "GT") @include(if: $not) { asOf }`)} }`;
    expect((await graph.ask(skipped)).errors).toBeUndefined();
    expect((await graph.ask(skipped, { not: true })).codes).toEqual(['QUERY_TOO_COSTLY']);
  });

  test.each([
    ['a field', `{ ${'x'.repeat(600_000)} }`, {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['an argument', `{ entity(${'x'.repeat(600_000)}: 1) { id } }`, {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a text in place of a number',
      `{ actors(first: "${'x '.repeat(300_000)}") { totalCount } }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a variable', 'query($n: Int) { actors(first: $n) { totalCount } }', { n: 'x '.repeat(300_000) }, 'BAD_USER_INPUT'],
    ['what cannot be read', `{ dataVersion } ${'x'.repeat(600_000)}`, {}, 'GRAPHQL_PARSE_FAILED'],
  ])('%s of 600,000 characters is not repeated whole', async (_what, query, variables, code) => {
    const { codes, errors } = await graph.ask(query, variables);
    expect(codes).toContain(code);
    expect(JSON.stringify(errors).length).toBeLessThan(5000);
  });

  test('a cost that comes with the variables, and one that a wrong argument would hide', async () => {
    const query = `query($n: Int!, $id: ID = "icoca") { entity(id: $id) { id } actors(first: $n) { nodes { relations(first: $n) { nodes { target { relations(first: $n) { nodes { id } } } } } } } }`;
    expect((await graph.ask(query, { n: 100 })).codes).toEqual(['QUERY_TOO_COSTLY']);
    expect((await graph.ask(query, { n: 100, id: null })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await graph.ask(query, { n: 2 })).errors).toBeUndefined();
  });

  test.each([
    [
      'a huge list of ids',
      'query($list: [ID!]!) { answer: network(centers: $list) { beyond } }',
      { list: new Array(50_000).fill('icoca') },
    ],
    [
      'a huge list of types',
      'query($list: [RelationTypeName!]) { answer: relations(relationTypes: $list) { totalCount } }',
      { list: new Array(MOST_ENTRIES + 1).fill('MEMBER_OF') },
    ],
    [
      'a huge list of kinds',
      'query($list: [String!]) { answer: search(text: "a", kinds: $list) { hits { score } } }',
      { list: new Array(50_000).fill('regulator') },
    ],
    [
      'a huge entry of a list',
      'query($list: [String!]) { answer: actors(kinds: $list) { totalCount } }',
      { list: ['x'.repeat(500_000)] },
    ],
    ['a huge text', 'query($text: String!) { answer: search(text: $text) { hits { score } } }', { text: 'a '.repeat(400_000) }],
    ['a huge id', 'query($text: ID!) { answer: entity(id: $text) { id } }', { text: 'a-'.repeat(400_000) }],
    ['a huge date', 'query($text: String!) { answer: relations(asOf: $text) { totalCount } }', { text: '2021/'.repeat(100_000) }],
    [
      'a huge region',
      'query($text: String!) { answer: influence(region: $text) { asOf } }',
      { text: 'x'.repeat(MOST_CHARACTERS + 1) },
    ],
    ['a huge cursor', 'query($text: String!) { answer: actors(after: $text) { totalCount } }', { text: 'x'.repeat(500_000) }],
  ])('%s', async (_what, query, variables) => {
    const { codes, errors } = await graph.ask(query, variables);
    expect(codes).toEqual(['INVALID_ARGUMENT']);
    expect(JSON.stringify(errors).length).toBeLessThan(1000);
    await expectStillServing();
  });
});

describe('values nested deep enough to end the stack of who walks through them', () => {
  const lists = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const objects = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const USED = 'query($text: String!) { search(text: $text) { hits { score } } }';
  const WEIGHTY = 'query($n: Int!) { actors(first: $n) { totalCount } }';
  const UNUSED = '{ dataVersion }';

  async function expectTooDeep(answer: Response): Promise<void> {
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([answer.status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['REQUEST_TOO_DEEP']]);
    expect(errors[0]?.message).toContain(`${MOST_NESTING} levels`);
    expect(graph.logged).toEqual([]);
    await expectStillServing();
  }

  test.each([
    ['lists in a variable', USED, `{"text":${lists(400_000)}}`, 'null'],
    ['objects in a variable', USED, `{"text":${objects(150_000)}}`, 'null'],
    ['a variable that the cost goes by', WEIGHTY, `{"n":${lists(400_000)}}`, 'null'],
    ['lists in a variable that nobody asks for', UNUSED, `{"unused":${lists(400_000)}}`, 'null'],
    ['objects in a variable that nobody asks for', UNUSED, `{"unused":${objects(150_000)}}`, 'null'],
    ['variables that are a list', UNUSED, lists(400_000), 'null'],
    ['extensions', UNUSED, 'null', `{"unused":${objects(150_000)}}`],
  ])('by POST: %s', async (_what, query, variables, extensions) => {
    const body = `{"query":${JSON.stringify(query)},"variables":${variables},"extensions":${extensions}}`;
    for (const accept of ['*/*', 'application/graphql-response+json;q=0.5, text/html']) {
      const headers = { 'content-type': 'application/json', accept };
      await expectTooDeep(await fetch(`${graph.url()}/graphql`, { method: 'POST', headers, body }));
    }
  });

  test.each([
    ['lists in a variable', USED, `{"text":${lists(7000)}}`, 'null'],
    ['lists in a variable that nobody asks for', UNUSED, `{"unused":${lists(7000)}}`, 'null'],
    ['extensions', UNUSED, 'null', `{"unused":${lists(7000)}}`],
  ])('by GET: %s', async (_what, query, variables, extensions) => {
    const address = `${graph.url()}/graphql?query=${encodeURIComponent(query)}&variables=${variables}&extensions=${extensions}`;
    await expectTooDeep(await fetch(address, { headers: { 'apollo-require-preflight': 'true' } }));
  });

  test('a level less is not refused for it', async () => {
    const allowed = (levels: number): Promise<GraphQLAnswer> =>
      graph.ask(UNUSED, { unused: JSON.parse(lists(levels)) as unknown });
    // The body and its variables are two.
    expect((await allowed(MOST_NESTING - 2)).data).toEqual({ dataVersion: expect.any(String) });
    expect((await allowed(MOST_NESTING - 1)).codes).toEqual(['REQUEST_TOO_DEEP']);
    expect((await graph.ask(USED, { text: JSON.parse(lists(MOST_NESTING - 2)) as unknown })).codes).toEqual(['BAD_USER_INPUT']);
    expect(graph.logged).toEqual([]);
  });
});

describe('requests that are no query', () => {
  const post = (body: string | undefined, contentType: string | undefined): Promise<Response> =>
    fetch(`${graph.url()}/graphql`, {
      method: 'POST',
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    });
  const JSON_TYPE = 'application/json';

  test.each([
    ['malformed JSON', '{"query": "{ dataVersion }"', JSON_TYPE, 400, 'MALFORMED_JSON'],
    ['an empty body', '', JSON_TYPE, 400, 'MALFORMED_JSON'],
    ['JSON that is a list', '[{"query": "{ dataVersion }"}]', JSON_TYPE, 400, 'BATCHING_NOT_SUPPORTED'],
    ['JSON that is a number', '5', JSON_TYPE, 400, 'QUERY_MISSING'],
    ['JSON that is nothing', 'null', JSON_TYPE, 400, 'QUERY_MISSING'],
    ['JSON without anything', '{}', JSON_TYPE, 400, 'QUERY_MISSING'],
    ['JSON without a query', '{"quary": "{ dataVersion }"}', JSON_TYPE, 400, 'QUERY_MISSING'],
    [
      'an operation without a name',
      '{"query": "{ dataVersion }", "operationName": ""}',
      JSON_TYPE,
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a query that is no text', '{"query": {"kind": "Document"}}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['variables that are a text', '{"query": "{ dataVersion }", "variables": "x"}', JSON_TYPE, 400, 'BAD_REQUEST'],
    [
      'a body that reaches for prototypes',
      '{"query": "{ dataVersion }", "__proto__": {"x": 1}}',
      JSON_TYPE,
      400,
      'PROTOTYPE_IN_BODY',
    ],
    [
      'the same by escapes',
      '{"query": "{ dataVersion }", "variables": {"\\u005f_proto__": {}}}',
      JSON_TYPE,
      400,
      'PROTOTYPE_IN_BODY',
    ],
    ['plain text', '{ dataVersion }', 'text/plain', 415, 'UNSUPPORTED_CONTENT_TYPE'],
    ['a form', 'query=%7BdataVersion%7D', 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_CONTENT_TYPE'],
    ['bare GraphQL', '{ dataVersion }', 'application/graphql', 415, 'UNSUPPORTED_CONTENT_TYPE'],
    ['a body of no stated type', '{"query": "{ dataVersion }"}', undefined, 415, 'UNSUPPORTED_CONTENT_TYPE'],
  ])('%s', async (_what, body, contentType, status, code) => {
    const response = await post(body, contentType);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]?.message.length).toBeGreaterThan(10);
    expect(errors[0]?.extensions.code).toBe(code);
    await expectStillServing();
  });

  test.each([
    ['graphql', gzipSync('{"query": "{ dataVersion }"}'), JSON_TYPE],
    ['reconcile', gzipSync('queries={}'), 'application/x-www-form-urlencoded'],
  ])('a compressed body at /%s', async (path, body, contentType) => {
    const headers = { 'content-type': contentType, 'content-encoding': 'gzip' };
    const response = await fetch(`${graph.url()}/${path}`, { method: 'POST', headers, body });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect([response.status, errors[0]?.extensions]).toEqual([415, { code: 'UNSUPPORTED_CONTENT_ENCODING' }]);
    expect(errors[0]?.message).toContain('content-encoding');
    await expectStillServing();
  });

  test('a body of 10 MB is refused by its announced length, before it is sent', async () => {
    const { status, body } = await sendHeadersOnly({ 'content-type': JSON_TYPE, 'content-length': String(10 * 1024 * 1024) });
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
    await expectStillServing();
  });

  test('a body of 10 MB that announces no length is cut off on the way', async () => {
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const outcome = await streamBody(160, chunk);
    // The refusal, or the connection closed while the client was still sending.
    expect([413, 'closed']).toContain(outcome);
    await expectStillServing();
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is told the methods that are served', async (method) => {
    const response = await fetch(`${graph.url()}/graphql?query=1`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
    await expectStillServing();
  });

  test('a query by GET that a form of another page could have sent', async () => {
    const response = await fetch(`${graph.url()}/graphql?query=${encodeURIComponent('{ dataVersion }')}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe('PREFLIGHT_REQUIRED');
    expect(errors[0]?.message).toContain('apollo-require-preflight: true');
  });

  test.each([
    ['of 30 KiB is answered', 30 * 1024, 200, undefined],
    ['of 33 KiB', 33 * 1024, 431, 'HEADERS_TOO_LARGE'],
    ['of 60 KiB', 60 * 1024, 431, 'HEADERS_TOO_LARGE'],
  ])('an address %s', async (_what, bytes, status, code) => {
    const address = `${graph.url()}/graphql?query=${encodeURIComponent('{ dataVersion }')}&padding=${'x'.repeat(bytes)}`;
    const response = await fetch(address, { headers: { 'apollo-require-preflight': 'true' } });
    const answer = (await response.json()) as { errors?: { message: string; extensions: object }[] };
    expect([response.status, answer.errors?.map(({ extensions }) => extensions)]).toEqual([status, code && [{ code }]]);
    expect(response.headers.get('content-type')).toContain('application/json');
    await expectStillServing();
  });

  test('an address that is wrongly encoded', async () => {
    for (const path of ['/graphql%ZZ', '/%E0%A4%A', '/export/%ff']) {
      const response = await fetch(`${graph.url()}${path}`);
      const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
      expect([response.status, errors[0]?.extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
      expect(errors[0]?.message).not.toContain(path);
    }
    await expectStillServing();
  });

  test('an address longer than any that is served', async () => {
    const response = await fetch(`${graph.url()}/export/${'x'.repeat(200)}`);
    expect([response.status, await response.json()]).toMatchObject([404, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
  });

  test('what is no HTTP', async () => {
    const { hostname, port } = new URL(graph.url());
    const socket = connect(Number(port), hostname).end('GARBAGE\r\n\r\n');
    const [head, body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toContain('HTTP/1.1 400 Bad Request');
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    await expectStillServing();
  });

  function sendHeadersOnly(headers: Record<string, string>): Promise<{ status: number | undefined; body: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(`${graph.url()}/graphql`, { method: 'POST', headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => {
          sent.destroy();
          resolve({ status: response.statusCode, body });
        });
      });
      sent.on('error', reject);
      sent.flushHeaders();
    });
  }

  function streamBody(chunks: number, chunk: Buffer): Promise<number | undefined | 'closed'> {
    return new Promise((resolve) => {
      const sent = request(`${graph.url()}/graphql`, { method: 'POST', headers: { 'content-type': JSON_TYPE } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', () => resolve('closed'));
      for (let i = 0; i < chunks; i++) sent.write(chunk);
      sent.end();
    });
  }
});
