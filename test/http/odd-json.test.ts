import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph, type GraphQLAnswer } from '../graphql/served-graph.js';

const graph = serveGraph(smallGraph);
const ENTITY = 'query($id: ID!) { entity(id: $id) { id } }';
const SEARCH = 'query($text: String!) { search(text: $text) { hits { score } } }';
const PAGE = 'query($n: Int!) { actors(first: $n) { totalCount } }';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Both ways in which queries are answered: the usual one, and Apollo's for media types that are not written as programs write them. */
const ACCEPTED = ['*/*', 'application/graphql-response+json;q=0.9, application/json;q=0.8'];

async function answersOf(ask: (accept: string) => Promise<Response>): Promise<unknown> {
  const answers = [];
  for (const accept of ACCEPTED) {
    const response = await ask(accept);
    const { data, errors = [] } = (await response.json()) as GraphQLAnswer;
    answers.push([response.status, errors.length > 0 ? errors.map(({ extensions }) => extensions.code) : (data as unknown)]);
  }
  expect(answers[1]).toEqual(answers[0]);
  return answers[0];
}

const post = (body: string): Promise<unknown> =>
  answersOf((accept) =>
    fetch(`${graph.url()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept }, body }),
  );

const get = (parameters: string): Promise<unknown> =>
  answersOf((accept) =>
    fetch(`${graph.url()}/graphql?${parameters}`, { headers: { 'apollo-require-preflight': 'true', accept } }),
  );

afterEach(() => expect(graph.logged).toEqual([]));

describe('JSON of odd shapes', () => {
  const VERSION = { dataVersion: smallGraph.version };
  const ICOCA = { entity: { id: 'icoca' } };
  const asks = (query: string, variables: string): string => `{"query": ${JSON.stringify(query)}, "variables": ${variables}}`;
  const names = (name: string, query = 'query A { dataVersion }'): string =>
    `{"query": ${JSON.stringify(query)}, "operationName": ${name}}`;

  test.each<[string, string, number, unknown]>([
    ['a key twice', '{"query": "{ x }", "query": "{ dataVersion }"}', 200, VERSION],
    ['a variable twice', asks(ENTITY, '{"id": "dcaf", "id": "icoca"}'), 200, ICOCA],
    ['a byte order mark', '\ufeff{"query": "{ dataVersion }"}', 200, VERSION],
    ['half a pair of surrogates for a key', '{"query": "{ dataVersion }", "\\ud800": 1}', 200, VERSION],
    ['half a pair of surrogates for an id', asks(ENTITY, '{"id": "\\udc00\\ud800"}'), 200, ['UNKNOWN_ID']],
    ['half a pair of surrogates for a text', asks(SEARCH, '{"text": "\\ud800"}'), 200, ['INVALID_ARGUMENT']],
    [
      'half a pair of surrogates in a query',
      names('null', '{ search(text: "\\uD800") { hits { score } } }'),
      400,
      ['GRAPHQL_PARSE_FAILED'],
    ],
    ['a null character for an id', asks(ENTITY, '{"id": "\\u0000"}'), 200, ['UNKNOWN_ID']],
    ['a null character behind all', '{"query": "{ dataVersion }"}\0', 400, ['MALFORMED_JSON']],
    ['a number without end', asks(PAGE, '{"n": 1e999}'), 400, ['BAD_USER_INPUT']],
    ['a number of 400 digits', asks(PAGE, `{"n": ${'9'.repeat(400)}}`), 400, ['BAD_USER_INPUT']],
    ['a number below zero that is zero', asks(PAGE, '{"n": -0}'), 200, ['INVALID_ARGUMENT']],
    ['a whole number with a point', asks(PAGE, '{"n": 1.0}'), 200, { actors: { totalCount: expect.any(Number) } }],
    ['a number for an id', asks(ENTITY, '{"id": 5}'), 200, ['UNKNOWN_ID']],
    ['an object for an id', asks(ENTITY, '{"id": {"toString": "icoca"}}'), 400, ['BAD_USER_INPUT']],
    ['a list for an id', asks(ENTITY, '{"id": ["icoca"]}'), 400, ['BAD_USER_INPUT']],
    ['a constructor', '{"query": "{ dataVersion }", "constructor": {"prototype": {"a": 1}}}', 400, ['PROTOTYPE_IN_BODY']],
    ['a variable called constructor', asks(ENTITY.replaceAll('$id', '$constructor'), '{"constructor": "icoca"}'), 200, ICOCA],
    ['no variable, and one that every object has', asks(ENTITY.replaceAll('$id', '$toString'), '{}'), 400, ['BAD_USER_INPUT']],
    ['a thousand questions', `[${Array(1000).fill('{"query": "{ dataVersion }"}').join()}]`, 400, ['BATCHING_NOT_SUPPORTED']],
    ['no question, as a list', '[]', 400, ['BATCHING_NOT_SUPPORTED']],
    ['a list that does not end', '['.repeat(1_000_000), 400, ['MALFORMED_JSON']],
    ['an operation that every object has', names('"toString"'), 400, ['OPERATION_RESOLUTION_FAILURE']],
    ['another operation than the only one', names('"B"'), 400, ['OPERATION_RESOLUTION_FAILURE']],
    [
      'another operation than the only one, which is too costly',
      names(
        '"B"',
        '{ network(centers: ["icoca"], limit: 2000) { edges { claims { source { claims(first: 100) { nodes { id } } } } } } }',
      ),
      400,
      ['OPERATION_RESOLUTION_FAILURE'],
    ],
    ['a number for an operation', names('5'), 400, ['BAD_REQUEST']],
    ['an operation called as prototypes are', names('"__proto__"', 'query __proto__ { dataVersion }'), 200, VERSION],
    ['extensions that are a list', '{"query": "{ dataVersion }", "extensions": []}', 400, ['BAD_REQUEST']],
    ['a data version that is none', '{"query": "{ dataVersion }", "extensions": {"dataVersion": {}}}', 400, ['INVALID_ARGUMENT']],
  ])('%s', async (_what, body, status, answer) => {
    expect(await post(body)).toEqual([status, answer]);
  });
});

describe('queries asked by a hash that is none', () => {
  const QUERY = '{ dataVersion }';
  const FOUND = [200, ['PERSISTED_QUERY_NOT_FOUND']];
  const WRONG = [400, ['BAD_REQUEST']];
  test.each<[string, unknown, unknown]>([
    ['a text', 'x', WRONG],
    ['a list', [], WRONG],
    ['a number', 7, WRONG],
    ['another version', { version: 2, sha256Hash: hashOf(QUERY) }, WRONG],
    ['a version that is a text', { version: '1', sha256Hash: hashOf(QUERY) }, WRONG],
    ['no hash', { version: 1 }, WRONG],
    ['a number for a hash', { version: 1, sha256Hash: 5 }, WRONG],
    ['a list for a hash', { version: 1, sha256Hash: ['a'] }, WRONG],
    ['an object that is no text, for a hash', { version: 1, sha256Hash: { toString: 1 } }, WRONG],
    ['a hash that every object has', { version: 1, sha256Hash: 'constructor' }, FOUND],
    ['a hash without end', { version: 1, sha256Hash: 'a'.repeat(500_000) }, FOUND],
  ])('%s', async (_what, persistedQuery, expected) => {
    const extensions = JSON.stringify({ persistedQuery });
    expect(await post(`{"extensions": ${extensions}}`)).toEqual(expected);
    if (extensions.length < 20_000) expect(await get(`extensions=${encodeURIComponent(extensions)}`)).toEqual(expected);
    // Beside the query it names, none of them is its hash.
    expect(await post(`{"query": "${QUERY}", "extensions": ${extensions}}`)).toEqual(WRONG);
  });
});
