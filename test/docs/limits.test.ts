import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { getNamedType, GraphQLFloat, GraphQLInt, isObjectType } from 'graphql';
import { MOST_COMPARED } from '../../src/domain/earlier-versions.js';
import { calculationPrice } from '../../src/graphql/calculations.js';
import { USUAL_API } from '../../src/graphql/configurable.js';
import { MOST_INTROSPECTION } from '../../src/graphql/introspection-limit.js';
import * as limits from '../../src/graphql/limits.js';
import { executableSchema } from '../../src/graphql/schema.js';
import { USUAL_ADMISSION, USUAL_EVENTS } from '../../src/http/configurable.js';
import { MOST_STATEMENT_CHARACTERS, USUAL_CYPHER_ROWS } from '../../src/http/cypher.js';
import { MOST_HEADER_BYTES } from '../../src/http/connection-errors.js';
import { MOST_NESTING } from '../../src/http/nesting.js';
import { MOST_VALUES_IN_QUERY } from '../../src/http/reconcile/batch.js';
import { MOST_SKIPPED } from '../../src/http/reconcile/suggest.js';
import { MOST_PAIRS } from '../../src/measures/interlocks.js';
import { MOST_WORK } from '../../src/measures/limits.js';
import { MEASURE_DEFAULTS, MOST_RESOLUTION } from '../../src/measures/measures.js';

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
  'steps of a network measure (`measures`), by the sizes of the graph': MOST_WORK,
  'entities, relations and claims that `conflicts` looks at': limits.MOST_LOOKED_AT,
  'pairs of actors that `interlocks` looks at': MOST_PAIRS,
  'records that `dataDifference` compares': MOST_COMPARED,
  'rows of a page (`first`)': USUAL_API.limits.pageRows,
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
  'milliseconds from the first byte of a request to its last': USUAL_ADMISSION.requestTimeoutMs,
  'milliseconds in which a client takes nothing of its answer': USUAL_ADMISSION.stallTimeoutMs,
  'statements of `/cypher` under way': USUAL_ADMISSION.cypherAtOnce,
  'characters of a statement to `/cypher`': MOST_STATEMENT_CHARACTERS,
  [`rows of its answer (${USUAL_CYPHER_ROWS} unless \`limit\` says otherwise)`]: USUAL_ADMISSION.cypherRows,
  'milliseconds of a statement to `/cypher`': USUAL_ADMISSION.cypherTimeoutMs,
};

test('docs/limits.md has the numbers of the code', () => {
  const rows = [...readFileSync('docs/limits.md', 'utf8').matchAll(/^\| ([^|]+) \| (\d+) \| ([^|]+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, limit = '', number]) => [limit, Number(number)]))).toEqual(LIMITS);
});

test('docs/limits.md has the price of everything that is calculated', async () => {
  const fields = Object.values((await executableSchema()).getQueryType()!.getFields());
  const priced = fields.map((field) => [field.name, calculationPrice(field)]).filter(([, price]) => price !== undefined);
  const rows = [...readFileSync('docs/limits.md', 'utf8').matchAll(/^\| `(\w+)` \| (\d+) \|$/gm)];
  expect(Object.fromEntries(rows.map(([, name, price]) => [name, Number(price)]))).toEqual(Object.fromEntries(priced));
});

test('docs/limits.md has the range of every argument that is a number', async () => {
  const page = readFileSync('docs/limits.md', 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \| ([^|]+ \| [^|]+ \| [^|]+) \| [^|]+ \|$/gm)];
  const inSchema = (await numericArguments()).map(([name, fields]) => [name, `${range(name)} | ${unlessGiven(name, fields)}`]);
  expect(Object.fromEntries(rows.map(([, name, numbers]) => [name, numbers]))).toEqual(Object.fromEntries(inSchema));
});

/** Numbers of which something else than `RANGES` says what they may be. */
const OTHER_RANGES: Record<string, string> = {
  damping: 'above 0 | below 1',
  resolution: `above 0 | ${MOST_RESOLUTION}`,
  seed: 'any | any',
};

function range(name: string): string {
  const known: limits.Range | undefined = limits.RANGES[name as keyof typeof limits.RANGES];
  // An argument that nothing bounds is not to be overlooked.
  if (known === undefined) return OTHER_RANGES[name] ?? 'not bounded';
  return `${known.above ? `above ${known.least}` : known.least} | ${known.most}`;
}

/** The default that most fields have, and which have another. */
function unlessGiven(name: string, byField: Map<string, unknown>): string {
  const usual =
    name in MEASURE_DEFAULTS && name !== 'first' ? MEASURE_DEFAULTS[name as 'seed'] : limits.RANGES[name as 'first'].usual;
  const others = [...byField].filter(([, value]) => value !== usual && value !== undefined);
  return [usual, ...others.map(([field, value]) => `${String(value)} of \`${field}\``)].join('; ');
}

/** Arguments of type Int and Float of the whole schema, each with the fields that have it and its default there. */
async function numericArguments(): Promise<[string, Map<string, unknown>][]> {
  const found = new Map<string, Map<string, unknown>>();
  for (const type of Object.values((await executableSchema()).getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      for (const { name, type: of, defaultValue } of field.args) {
        if (getNamedType(of) !== GraphQLInt && getNamedType(of) !== GraphQLFloat) continue;
        found.set(name, (found.get(name) ?? new Map<string, unknown>()).set(field.name, defaultValue));
      }
    }
  }
  return [...found];
}

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
