import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDossiers } from '../../src/dossier/index.js';
import type { Graph } from '../../src/domain/model.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

const READY = 'web/playground/ready-queries';
const FIRST_ACTOR = '{ actors(first: 1) { nodes { id name } } }';

async function seeds(): Promise<Graph> {
  const loaded = await loadDossiers('seeds');
  if (!('graph' in loaded)) throw new Error('The dossiers have mistakes.');
  return loaded.graph;
}

interface Body {
  query?: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
  extensions?: object;
}

/** Headers that say which data or how it is sent, but not when or of what length. */
const COMPARED = ['content-type', 'custodes-data-version', 'vary', 'content-security-policy', 'x-content-type-options'];

async function post(
  url: string,
  body: Body,
  accept: string,
): Promise<[status: number, headers: (string | null)[], text: string]> {
  const headers = { 'content-type': 'application/json', accept };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return [response.status, COMPARED.map((name) => response.headers.get(name)), await response.text()];
}

describe('usual queries are answered without Apollo, and to the byte as Apollo answers them', () => {
  const graph = serveGraph(seeds);
  // Apollo reads every media type; what is not written as programs write it is left to it.
  const inBothLanes = async (body: Body): Promise<void> => {
    const slow = await post(graph.url(), body, 'application/json;q=0.99');
    // The same failure in both would be the same to the byte.
    expect(slow[0]).toBeLessThan(500);
    expect(slow[2]).not.toContain('INTERNAL_SERVER_ERROR');
    // Interpreted, compiled, and from the cache.
    for (let times = 0; times < 4; times++) expect(await post(graph.url(), body, 'application/json')).toEqual(slow);
    expect(graph.logged).toEqual([]);
  };

  test.each(readdirSync(READY).filter((file) => file.endsWith('.graphql')))('%s', async (file) => {
    await inBothLanes({ query: readFileSync(`${READY}/${file}`, 'utf8') });
  });

  test.each<[string, Body]>([
    ['an error beside data', { query: '{ dataVersion entity(id: "no-such") { id } icoca: entity(id: "icoca") { name } }' }],
    [
      'an argument out of range',
      { query: 'query ($first: Int) { actors(first: $first) { totalCount } }', variables: { first: 0 } },
    ],
    [
      'a query too costly',
      {
        query:
          'query ($n: Int) { actors(first: $n) { nodes { relations(first: $n) { nodes { source { relations(first: $n) { nodes { id } } } } } } } }',
        variables: { n: 100 },
      },
    ],
    ['a variable missing', { query: 'query ($id: ID!) { entity(id: $id) { id } }', variables: {} }],
    ['a variable of another type', { query: 'query ($id: ID!) { entity(id: $id) { id } }', variables: { id: { a: 1 } } }],
    ['variables that are null', { query: '{ entity(id: "icoca") { id } }', variables: null }],
    ['an unknown field', { query: '{ nothing }' }],
    ['no query language', { query: '{ entity(' }],
    ['an empty query', { query: '' }],
    ['no query', { variables: {} }],
    ['one of two operations', { query: 'query A { dataVersion } query B { entity(id: "icoca") { id } }', operationName: 'B' }],
    ['neither of two operations', { query: 'query A { dataVersion } query B { dataVersion }' }],
    ['no such operation', { query: 'query A { dataVersion }', operationName: 'C' }],
    ['an operation without a name', { query: 'query A { dataVersion }', operationName: '' }],
    ['a mutation', { query: 'mutation { dataVersion }' }],
    ['another version demanded', { query: '{ dataVersion }', extensions: { dataVersion: '0'.repeat(64) } }],
    ['no version demanded', { query: '{ dataVersion }', extensions: { dataVersion: 3 } }],
    ['introspection', { query: '{ __schema { queryType { name } } __typename }' }],
    [
      'left out by a variable',
      { query: 'query ($yes: Boolean!) { dataVersion actor(id: "icoca") @include(if: $yes) { id } }', variables: { yes: false } },
    ],
    ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } }],
    [
      'a hash of another query',
      { query: '{ dataVersion }', extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } },
    ],
    [
      'another way to persist',
      { query: '{ dataVersion }', extensions: { persistedQuery: { version: 2, sha256Hash: 'f'.repeat(64) } } },
    ],
  ])('%s', async (_, body) => inBothLanes(body));
});

describe('persisted queries by GET', () => {
  const graph = serveGraph(smallGraph);
  const query = 'query ($id: ID!) { entity(id: $id) { name } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const address = (more: Record<string, unknown>, extensions: object = {}): string => {
    const given = { extensions: { persistedQuery: { version: 1, sha256Hash }, ...extensions }, ...more };
    const parameters = Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return `${graph.url()}/graphql?${new URLSearchParams(Object.fromEntries(parameters) as Record<string, string>).toString()}`;
  };
  const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, { headers: { 'apollo-require-preflight': 'true', ...headers } });
  const variables = { id: 'icoca' };

  test('an unknown hash says so; the text once sent, the hash alone is enough', async () => {
    const unknown = await get(address({ variables }));
    expect(unknown.headers.get('cache-control')).toBe('private, no-cache, must-revalidate');
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    const registering = await get(address({ query, variables }));
    const byHash = await get(address({ variables }));
    expect(await byHash.text()).toBe(await registering.text());
  });

  test('the answer has an ETag, and who holds it gets 304 without a body', async () => {
    const first = await get(address({ query, variables }));
    const etag = first.headers.get('etag')!;
    expect([first.headers.get('cache-control'), etag.slice(0, 3)]).toEqual(['public, no-cache', 'W/"']);
    const again = await get(address({ variables }), { 'if-none-match': `"other", ${etag}` });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    const other = await get(address({ variables: { id: 'digessp' } }), { 'if-none-match': etag });
    expect(other.status).toBe(200);
  });

  test('an address that names the version of the data is for ever, and refused where another is held', async () => {
    const pinned = await get(address({ query, variables }, { dataVersion: smallGraph.version }));
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const other = await get(address({ query, variables }, { dataVersion: 'a'.repeat(64) }));
    expect([other.status, other.headers.get('cache-control'), other.headers.get('etag')]).toEqual([412, 'no-store', null]);
  });

  test('an answer with an error is not to be kept', async () => {
    const answer = await get(address({ query, variables: { id: 'no-such' } }));
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([200, 'no-store', null]);
  });

  test('a page of another origin cannot ask unasked', async () => {
    expect((await fetch(address({ query, variables }))).status).toBe(400);
  });
});

describe('kept answers', () => {
  const store = new MemoryStore();
  let asked = 0;
  let server: RunningServer;
  beforeAll(async () => {
    await store.load(smallGraph);
    const counting = new Proxy(store, {
      get(target, name) {
        if (name === 'snapshot') {
          asked++;
          return () => target.snapshot();
        }
        const value = Reflect.get(target, name, target) as unknown;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    server = await startServer({ store: counting, port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());
  const ask = (): Promise<unknown> => post(server.url, { query: FIRST_ACTOR }, '*/*');

  test('the same question is answered once, until the data is another', async () => {
    const before = await ask();
    const asking = asked;
    expect(await ask()).toEqual(before);
    expect(asked).toBe(asking);

    const [first] = smallGraph.entities.filter(({ label }) => label === 'Actor').sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    const entities = smallGraph.entities.map((entity) => (entity === first ? { ...entity, name: 'Another name' } : entity));
    await store.load({ ...smallGraph, version: 'e'.repeat(64), entities });
    const after = await ask();
    expect(after).not.toEqual(before);
    expect(JSON.stringify(after)).toContain('e'.repeat(64));
    await store.load(smallGraph);
    expect(await ask()).toEqual(before);
  });
});
