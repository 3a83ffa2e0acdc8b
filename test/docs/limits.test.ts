import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { calculationPrice } from '../../src/graphql/calculations.js';
import { USUAL_API } from '../../src/graphql/configurable.js';
import { MOST_INTROSPECTION } from '../../src/graphql/introspection-limit.js';
import * as limits from '../../src/graphql/limits.js';
import { executableSchema } from '../../src/graphql/schema.js';
import { USUAL_ADMISSION, USUAL_EVENTS } from '../../src/http/configurable.js';
import { MOST_HEADER_BYTES } from '../../src/http/connection-errors.js';
import { MOST_NESTING } from '../../src/http/nesting.js';
import { MOST_VALUES_IN_QUERY } from '../../src/http/reconcile/batch.js';
import { MOST_SKIPPED } from '../../src/http/reconcile/suggest.js';

const LIMITS: Record<string, number> = {
  "bytes of a request's body": USUAL_ADMISSION.bodyBytes,
  "bytes of a request's address and headers": MOST_HEADER_BYTES,
  "levels of lists and objects in a request's JSON (variables, a batch of `/reconcile`)": MOST_NESTING,
  'queries in a request': 1,
  'tokens of a query': USUAL_API.limits.tokens,
  'levels of a query': USUAL_API.limits.levels,
  'aliases of a query': USUAL_API.limits.aliases,
  'directives of a query': USUAL_API.limits.directives,
  'cost of a query ([below](#what-a-query-costs))': USUAL_API.limits.cost,
  '`__schema` in an operation, and no alias below it': MOST_INTROSPECTION.__schema,
  '`__type` in an operation, and no alias below it': MOST_INTROSPECTION.__type,
  'steps of making a ranking again and again': limits.MOST_LEAVING_OUT,
  'rows of a page (`first`)': limits.RANGES.first.most,
  'characters of a text in an argument': limits.MOST_CHARACTERS,
  'entries of a list in an argument': limits.MOST_ENTRIES,
  'operations answered at one time': USUAL_ADMISSION.operationsAtOnce,
  'operations of one client answered at one time': USUAL_ADMISSION.operationsOfClient,
  'operations that wait': USUAL_ADMISSION.operationsWaiting,
  'milliseconds of an operation': USUAL_ADMISSION.operationTimeoutMs,
  'names in a batch of `/reconcile`': USUAL_ADMISSION.reconcileBatch,
  'values of properties in a query of `/reconcile`': MOST_VALUES_IN_QUERY,
  'suggestions skipped (`cursor` of `/reconcile/suggest`)': MOST_SKIPPED,
  'exports under way': USUAL_ADMISSION.exportsAtOnce,
  'exports under way of one client': USUAL_ADMISSION.exportsOfClient,
  'clients that listen to `/events`': USUAL_EVENTS.clients,
  'connections of one client that listen to `/events`': USUAL_EVENTS.ofClient,
  'milliseconds in which a client takes nothing of its answer': USUAL_ADMISSION.stallTimeoutMs,
  'statements of `/cypher` under way': USUAL_ADMISSION.cypherAtOnce,
};

test('docs/limits.md has the numbers of the code', () => {
  const rows = [...readFileSync('docs/limits.md', 'utf8').matchAll(/^\| ([^|]+) \| (\d+) \| (.+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, limit = '', number]) => [limit, Number(number)]))).toEqual(LIMITS);
});

test('docs/limits.md has the price of everything that is calculated', async () => {
  const fields = Object.values((await executableSchema()).getQueryType()!.getFields());
  const priced = fields.map((field) => [field.name, calculationPrice(field)]).filter(([, price]) => price !== undefined);
  const rows = [...readFileSync('docs/limits.md', 'utf8').matchAll(/^\| `(\w+)` \| (\d+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, name, price]) => [name, Number(price)]))).toEqual(Object.fromEntries(priced));
});

/** Where what clients of the server are refused with is written. */
const ROOMS = ['cite', 'domain', 'export', 'graphql', 'http', 'measures', 'store'];

/** Words of the same look that are no codes of errors: of the domain, of Fastify, of Node, of loads, and what only who runs a server meets. */
const OTHER_WORDS = [
  ...['A_PLACE', 'AT_TARGETS', 'NO_PLACE', 'FROM_SOURCE', 'HAS_ATTRIBUTE', 'IDENTIFIED_BY', 'GONE_ON_WITH', 'THERE_ALREADY'],
  ...[
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CLIENT_GONE',
    'FST_ERR_MAX_PARAM_LENGTH',
    'INCOMPLETE_GRAPH',
    'STATEMENT_MISMATCH',
  ],
];

test('every code that a client can get is documented, and none that it cannot', () => {
  const code = ROOMS.flatMap((room) =>
    readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join('src', room, name), 'utf8')),
  ).join('\n');
  const contract = readFileSync('schema/schema.graphql', 'utf8');
  const valuesOfContract = [...contract.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, value]) => value);
  const written = new Set([...code.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, word = '']) => word));
  const codes = [...written].filter((word) => !valuesOfContract.includes(word) && !OTHER_WORDS.includes(word));
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const documented = pages.map((name) => readFileSync(join('docs', name), 'utf8')).join('\n');
  expect(codes.filter((one) => !documented.includes(`\`${one}\``))).toEqual([]);
  expect(OTHER_WORDS.filter((word) => !written.has(word))).toEqual([]);

  const listed = [...readFileSync('docs/limits.md', 'utf8').matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, one = '']) => one);
  const known = [...codes, ...Object.values<string>(ApolloServerErrorCode), 'STOPPING'];
  expect(listed.filter((one) => !known.includes(one) && !one.startsWith('CUSTODES_'))).toEqual([]);
});
