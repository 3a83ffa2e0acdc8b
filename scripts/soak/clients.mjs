import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { URLSearchParams } from 'node:url';

/**
 * The clients of the soak, each a kind of its own: what it asks the `n`th time, and what it says that it got. What should not be is thrown.
 * @typedef {{ url: string, agent: import('node:http').Agent, ids: string[], places: string[] }} Target
 * @type {Record<string, { weight: number, ask: (target: Target, n: number) => Promise<string> }>}
 */
export const CLIENTS = {
  'queries by POST': { weight: 8, ask: (target, n) => answered(target, ...question(target, n)) },
  'queries of a text that nobody else asks': {
    weight: 2,
    ask: (target, n) =>
      answered(target, `query Only${n} { entity(id: ${JSON.stringify(of(target.ids, n))}) { id a${n}: name } }`, {}),
  },
  'persisted queries by GET, with the ETag of the last answer': { weight: 4, ask: askedAgain },
  'queries that are refused': { weight: 1, ask: refused },
  'queries whose client leaves': { weight: 1, ask: left },
  'exports, to the end': { weight: 1, ask: exported },
  'exports whose client leaves': { weight: 1, ask: exportLeft },
  'listeners to /events': { weight: 2, ask: listened },
  'lists of names for /reconcile': { weight: 1, ask: reconciled },
  'pages, citations, health, metrics': { weight: 2, ask: fetched },
};

const of = (list, n) => list[(n * 7919) % list.length];

const HOP =
  'relations(first: 10) { nodes { id type target { id name } source { id name } claims { statement source { title } } } }';
const QUESTIONS = [
  ['query ($id: ID!) { entity(id: $id) { id name kind } }', 'id'],
  [`query ($id: ID!) { entity(id: $id) { id name ${HOP} } }`, 'id'],
  [
    'query ($id: ID!) { network(centers: [$id], depth: 2, limit: 100) { nodes { degree entity { id name } } edges { id type } } }',
    'id',
  ],
  ['query ($id: ID!) { paths(from: $id, to: "icoca", maxLength: 3) { paths { hops { direction to { id } } } } }', 'id'],
  ['query ($id: String!) { search(text: $id, first: 10) { hits { reason entity { id name } } } }', 'id'],
  [
    'query ($place: String!) { influence(region: $place, first: 10) { influencers { nodes { rank score actor { name } } } } }',
    'place',
  ],
  ['query ($place: String!) { actors(within: $place, first: 50) { totalCount nodes { id name kind } } }', 'place'],
  ['query ($place: String!) { influenceChange(region: $place, from: "2010", to: "2020") { __typename } }', 'place'],
  ['query ($place: String!) { conflicts(within: $place, first: 10) { totalCount } }', 'place'],
  ['{ dataVersion }', null],
];

function question({ ids, places }, n) {
  const [query, of_] = of(QUESTIONS, n);
  const variables = { id: { id: of(ids, n) }, place: { place: of(places, n) } }[of_] ?? {};
  return [query, variables];
}

/** @returns status, headers and the body as a stream */
async function send({ url, agent }, path, { method = 'GET', headers = {}, body, signal } = {}) {
  const sent = request(`${url}${path}`, { agent, method, headers, signal });
  sent.end(body);
  const [response] = await once(sent, 'response');
  return response;
}

const JSON_BODY = { 'content-type': 'application/json' };
const post = (target, query, variables, signal) =>
  send(target, '/graphql', { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ query, variables }), signal });

async function answered(target, query, variables) {
  const response = await post(target, query, variables);
  const body = await text(response);
  if (response.statusCode !== 200 || body.includes('"errors"')) throw wrong(response, body, query);
  return 'answered';
}

const etags = new Map();

async function askedAgain(target, n) {
  const [query, variables] = question(target, n);
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
  const headers = { 'apollo-require-preflight': 'true' };
  const get = (more, etag) =>
    send(target, `/graphql?${new URLSearchParams({ variables: JSON.stringify(variables), extensions, ...more })}`, {
      headers: etag === undefined ? headers : { ...headers, 'if-none-match': etag },
    });
  const key = `${sha256Hash} ${JSON.stringify(variables)}`;
  let response = await get({}, etags.get(key));
  let body = await text(response);
  // The server has not seen it, or has forgotten it.
  if (body.includes('PERSISTED_QUERY_NOT_FOUND')) {
    response = await get({ query });
    body = await text(response);
  }
  if (response.statusCode === 304) return 'not modified';
  if (response.statusCode !== 200 || body.includes('"errors"')) throw wrong(response, body, query);
  etags.set(key, response.headers.etag);
  return 'answered';
}

const REFUSED = [
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ entity(id: "icoca") {', 'GRAPHQL_PARSE_FAILED'],
  [`{ entity(id: "icoca") { ${'relations { nodes { source { '.repeat(12)} id ${'} } } '.repeat(12)} } }`, 'QUERY_TOO_DEEP'],
  ['{ entity(id: "nobody-of-this-name") { id } }', 'UNKNOWN_ID'],
];

async function refused(target, n) {
  const [query, code] = of(REFUSED, n);
  const response = await post(target, query, {});
  const body = await text(response);
  if (response.statusCode >= 500 || !body.includes(code)) throw wrong(response, body, query);
  return 'refused';
}

async function left(target, n) {
  const [query] = QUESTIONS[5];
  const gone = new AbortController();
  setTimeout(() => gone.abort(), 1 + (n % 20));
  try {
    await text(await post(target, query, { place: of(target.places, n) }, gone.signal));
    return 'answered';
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    return 'left';
  }
}

const FORMATS = ['graphml', 'gexf', 'gephi-nodes', 'node-link', 'cytoscape', 'ftm', 'json-ld', 'bods', 'cypher', 'neo4j-nodes'];

async function exported(target, n) {
  // Now and then all of the graph.
  const part = n % 11 === 0 ? '' : `?${new URLSearchParams({ centers: of(target.ids, n), depth: '1' })}`;
  const response = await send(target, `/export/${of(FORMATS, n)}${part}`);
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  if (response.statusCode === 429) return 'told to come later';
  if (response.statusCode !== 200 || bytes === 0) throw wrong(response, `${bytes} bytes`, part);
  return part === '' ? 'all of the graph' : 'a part of it';
}

async function exportLeft(target, n) {
  const response = await send(target, `/export/${of(FORMATS, n)}`);
  if (response.statusCode !== 429) await once(response, 'data');
  response.destroy();
  if (![200, 429].includes(response.statusCode)) throw wrong(response, '', 'export');
  return response.statusCode === 429 ? 'told to come later' : 'left';
}

async function listened(target, n) {
  const response = await send(target, '/events');
  let heard = '';
  response.setEncoding('utf8').on('data', (more) => (heard += more));
  // The server looks once a second.
  await delay(1_100 + (n % 10) * 100);
  response.destroy();
  if (!heard.includes('data-version')) throw wrong(response, heard, 'events');
  return 'told';
}

async function reconciled(target, n) {
  const queries = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`q${i}`, { query: of(target.ids, n * 10 + i) }]));
  const response = await send(target, '/reconcile', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams({ queries: JSON.stringify(queries) })),
  });
  const body = await text(response);
  if (response.statusCode !== 200 || !body.includes('"result"')) throw wrong(response, body, 'reconcile');
  return 'matched';
}

const PATHS = ['/', '/health/live', '/health/ready', '/metrics', '/cite/bibtex', '/reconcile', '/nothing-here'];

async function fetched(target, n) {
  const path = of(PATHS, n);
  const response = await send(target, path);
  const body = await text(response);
  if (response.statusCode >= 500) throw wrong(response, body, path);
  return String(response.statusCode);
}

const wrong = ({ statusCode }, body, asked) => new Error(`${statusCode} ${String(body).slice(0, 300)} for ${asked}`);
