import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { USUAL_ADMISSION } from '../../src/http/configurable.js';
import { MOST_VALUES_IN_QUERY } from '../../src/http/reconcile/batch.js';
import { MOST_SKIPPED } from '../../src/http/reconcile/suggest.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import type { GraphStore } from '../../src/store/port.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import * as schemata from './reconciliation-api-0.2.js';

interface Candidate {
  id: string;
  name: string;
  score: number;
  match: boolean;
  type: { id: string }[];
  features: { id: string; value: number | boolean }[];
}

const ajv = new Ajv({ strictTypes: false });
/** The answer, once it is what the specification says. */
function valid<T>(schema: object, answer: T): T {
  const check = ajv.compile(schema);
  check(answer);
  expect(check.errors).toBeNull();
  return answer;
}

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

function suite(open: () => Promise<GraphStore>): void {
  let store: GraphStore;
  let server: RunningServer;
  beforeAll(async () => {
    store = await open();
    await store.load(smallGraph);
    server = await startServer({ store, port: 0, host: '127.0.0.1', log: () => undefined });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  const get = (path = '', init: RequestInit = {}): Promise<Response> => fetch(`${server.url}/reconcile${path}`, init);
  async function json<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await get(path, init);
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  }
  async function match(queries: Record<string, object>): Promise<Record<string, Candidate[]>> {
    const batch = await json<Record<string, { result: Candidate[] }>>('', form({ queries: JSON.stringify(queries) }));
    valid(schemata.RESULT_BATCH, batch);
    return Object.fromEntries(Object.entries(batch).map(([key, { result }]) => [key, result]));
  }
  const best = async (query: object): Promise<Candidate | undefined> => (await match({ q: query }))['q']?.[0];
  async function code(path: string, init: RequestInit = {}): Promise<[number, string | undefined]> {
    const response = await get(path, init);
    const { errors } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
    return [response.status, errors?.[0]?.extensions.code];
  }

  test('without parameters it gives the manifest, with addresses that answer', async () => {
    const manifest = valid(
      schemata.MANIFEST,
      await json<Record<string, never> & { view: { url: string }; feature_view: { url: string }; preview: { url: string } }>(''),
    );
    expect(manifest).toMatchObject({ versions: ['0.2'], batchSize: USUAL_ADMISSION.reconcileBatch });
    expect(manifest.view.url).toBe(`${server.url}/?entity={{id}}`);
    for (const [template, id] of [
      [manifest.view.url, 'digessp'],
      [manifest.preview.url, 'digessp'],
      [manifest.feature_view.url, 'acronym'],
    ] as const) {
      expect((await fetch(template.replace('{{id}}', id))).status).toBe(200);
    }
  });

  test('answers a batch under its own keys, best first, the same by GET and by POST', async () => {
    const queries = {
      a: { query: 'DIGESSP' },
      'any key': { query: 'Code of Conduct', limit: 2 },
      ['__proto__']: { query: 'zzzz' },
    };
    const answer = await match(queries);
    expect(Object.keys(answer)).toEqual(Object.keys(queries));
    expect(answer['any key']).toHaveLength(2);
    expect(Object.entries(answer).at(-1)?.[1]).toEqual([]);
    for (const candidates of Object.values(answer)) {
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(candidates.filter((candidate) => candidate.match).length).toBeLessThan(2);
      for (const { features } of candidates) expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    }
    const byGet = await json<object>(`?queries=${encodeURIComponent(JSON.stringify(queries))}`);
    expect(byGet).toEqual(Object.fromEntries(Object.entries(answer).map(([key, result]) => [key, { result }])));
  });

  test.each([
    ['International Code of Conduct Association', 'icoca', 'exact_name'],
    ['INTERNATIONAL CODE OF CONDUCT — association', 'icoca', 'exact_name'],
    ['digessp', 'digessp', 'acronym'],
    ['Direccion General de Servicios de Seguridad Privada (DIGESSP)', 'digessp', 'part_of_text'],
    ['Assotsiatsiya Mezhdunarodnogo kodeksa povedeniya', 'icoca', null],
    ['国际行为守则协会', 'icoca', 'exact_name'],
    ['Conduct Association, International Code of', 'icoca', null],
    ['iso-18788', 'iso-18788', 'identifier_as_name'],
    ['https://icoca.ch', 'icoca', 'identifier_as_name'],
    ['Lodz Forum', 'lonely-forum', 'exact_name'],
    ['Swiss Embassy, Guatemala', 'swiss-embassy', null],
  ])('%s is %s', async (query, id, feature) => {
    // Written in Latin letters, a name in Russian is found only if another name brings its entity up.
    const found = await best(query.startsWith('Assot') ? { query, properties: [{ pid: 'identifier', v: 'Q1' }] } : { query });
    expect(found).toMatchObject({ id, match: true });
    if (feature !== null) expect(found?.features).toContainEqual({ id: feature, value: true });
  });

  test('a score says how near a name is; a name that is only near is no match', async () => {
    expect(await best({ query: 'DIGESP' })).toMatchObject({ id: 'digessp', match: false });
    expect(await best({ query: 'ISO 18789:2015' })).toMatchObject({ match: false });
    expect((await best({ query: 'ISO 18789:2015' }))?.features).toContainEqual({ id: 'numbers_agree', value: false });
    const { exact, near, far } = await match({
      exact: { query: 'International Code of Conduct' },
      near: { query: 'Internatonal Code of Conduct' },
      far: { query: 'Code of Practice' },
    });
    expect(exact?.[0]).toMatchObject({ id: 'code', score: 100, match: true });
    expect(near?.[0]).toMatchObject({ id: 'code' });
    expect(near![0]!.score).toBeLessThan(100);
    expect(far?.[0]?.match ?? false).toBe(false);
    expect(far?.[0]?.score ?? 0).toBeLessThan(near![0]!.score);
  });

  test('of two with one name neither is a match', async () => {
    const { q = [] } = await match({ q: { query: 'Alfa Seguridad' } });
    expect(q.slice(0, 2).map(({ id, score, match }) => [id, score, match])).toEqual([
      ['company-a', 100, false],
      ['company-c', 100, false],
    ]);
  });

  test('a type leaves out what is of another, or, where it is a wish, counts', async () => {
    const guatemala = (await match({ q: { query: 'Guatemala', type: 'city' } }))['q'];
    expect(guatemala?.map(({ id }) => id)).toEqual(['gt-city']);
    expect(guatemala?.[0]?.type.map(({ id }) => id)).toEqual(['city', 'Place']);
    expect(await best({ query: 'Guatemala', type: ['city', 'Actor', 'country'] })).toMatchObject({ id: 'gt', match: true });
    const wished = await best({ query: 'Guatemala', type: 'city', type_strict: 'should' });
    expect(wished?.features.some(({ id }) => id === 'type')).toBe(true);
  });

  test('properties add to the name, or decide', async () => {
    const plain = await best({ query: 'DIGESP' });
    const placed = await best({ query: 'DIGESP', properties: [{ pid: 'country', v: '危地马拉' }] });
    expect(placed!.score).toBeGreaterThan(plain!.score);
    expect(placed?.features).toContainEqual({ id: 'property_country', value: 1 });
    // A country that agrees makes no name agree.
    expect(placed?.match).toBe(false);
    for (const v of ['GT', 'gt', '320', 320, { id: 'gt', name: 'Guatemala' }, ['CH', 'GT']]) {
      const found = await best({ query: 'DIGESSP', properties: [{ pid: 'country', v }] });
      expect(found).toMatchObject({ id: 'digessp', match: true });
    }
    expect(await best({ query: 'Nothing like it', properties: [{ pid: 'website', v: 'icoca.ch/' }] })).toMatchObject({
      ...{ id: 'icoca', match: true, score: 95 },
    });
    expect(await best({ properties: [{ pid: 'website', v: 'https://icoca.ch' }] })).toMatchObject({ id: 'icoca', score: 100 });
    expect(await best({ properties: [{ pid: 'country', v: 'Guatemala' }], type: 'regulator' })).toMatchObject({
      ...{ id: 'digessp', match: false },
    });
  });

  test('suggests entities, types and properties by what they begin with, and by id', async () => {
    const suggested = async (of: string, prefix: string): Promise<string[]> => {
      const schema = { entity: schemata.SUGGESTED_ENTITIES, type: schemata.SUGGESTED_TYPES }[of] ?? schemata.SUGGESTED_PROPERTIES;
      const answer = await json<{ result: { id: string }[] }>(`/suggest/${of}?prefix=${encodeURIComponent(prefix)}`);
      return valid(schema, answer).result.map(({ id }) => id);
    };
    expect((await suggested('entity', 'swiss emb'))[0]).toBe('swiss-embassy');
    expect((await suggested('entity', 'm49-013'))[0]).toBe('m49-013');
    expect(await suggested('entity', '—')).toEqual([]);
    expect(await suggested('type', 'reg')).toEqual(['regulator', 'regulation', 'sub-region', 'region']);
    expect(await suggested('property', 'coun')).toEqual(['country']);
    expect(await suggested('property', 'iso3166-1-alpha-2')).toEqual(['iso3166-1-alpha-2']);
    const all = await suggested('type', '');
    expect(all).toHaveLength(20);
    const { result } = await json<{ result: { id: string }[] }>('/suggest/type?prefix=&cursor=20');
    expect(result.map(({ id }) => id)).not.toContain(all[0]);
  });

  test('proposes properties, and gives their values', async () => {
    const proposed = valid(
      schemata.PROPOSED_PROPERTIES,
      await json<{ properties: object[] }>('/properties?type=regulator&limit=3'),
    );
    expect(proposed).toMatchObject({ type: 'regulator', limit: 3 });
    expect(proposed.properties).toHaveLength(3);
    const extend = JSON.stringify({
      ids: ['digessp', 'icoca', 'nobody'],
      properties: [
        ...[{ id: 'country' }, { id: 'name', settings: { language: 'es' } }, { id: 'members' }, { id: 'kind' }],
        ...[{ id: 'identifier' }, { id: 'start' }],
      ],
    });
    const answer = valid(schemata.EXTENSION, await json<{ rows: object }>('', form({ extend })));
    expect(answer.rows).toEqual({
      digessp: {
        country: [{ id: 'gt', name: 'Guatemala' }],
        name: [{ str: 'Dirección General de Servicios de Seguridad Privada' }],
        ...{ members: [], kind: [{ str: 'regulator' }, { str: 'Actor' }], identifier: [], start: [{ str: '2010' }] },
      },
      icoca: {
        ...{ country: [], name: [], members: [{ int: 117 }] },
        kind: [{ str: 'multi-stakeholder-initiative' }, { str: 'Actor' }],
        identifier: [{ str: 'website:https://icoca.ch' }, { str: 'wikidata:Q1' }],
        start: [{ str: '2013-09-20' }],
      },
      nobody: { country: [], name: [], members: [], kind: [], identifier: [], start: [] },
    });
    expect(await json(`?extend=${encodeURIComponent(extend)}`)).toEqual(answer);
  });

  test('may be asked by pages of every origin, and previews may be framed', async () => {
    for (const path of ['', '/suggest/type?prefix=a', '/properties', '?queries=nope']) {
      const response = await get(path, { headers: { origin: 'https://refine.example' } });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      await response.text();
    }
    const preview = await get('/preview?id=company-b');
    expect(preview.headers.get('x-frame-options')).toBeNull();
    expect(preview.headers.get('content-security-policy')).toMatch(/script-src 'self'.*frame-ancestors \*/);
    expect(await preview.text()).toContain('<h1>Ärmel &amp; Söhne</h1>');
  });

  const asked = (query: object): string => `?queries=${encodeURIComponent(JSON.stringify({ q: query }))}`;
  const many = JSON.stringify(
    Object.fromEntries(Array.from({ length: USUAL_ADMISSION.reconcileBatch + 1 }, (_, i) => [i, { query: 'x' }])),
  );
  test.each<[string, string, RequestInit, number, string]>([
    ['what is no JSON', '?queries={', {}, 400, 'MALFORMED_JSON'],
    [
      'JSON that is nested without end',
      '',
      form({ queries: `{"q":{"limit":${'['.repeat(150_000)}${']'.repeat(150_000)}}}` }),
      400,
      'REQUEST_TOO_DEEP',
    ],
    ['a list', '?queries=[]', {}, 400, 'INVALID_ARGUMENT'],
    ['a query that is a text', `?queries=${encodeURIComponent('{"q":"x"}')}`, {}, 400, 'INVALID_ARGUMENT'],
    ['a query for nothing', asked({}), {}, 400, 'INVALID_ARGUMENT'],
    ['an empty name', asked({ query: ' ' }), {}, 400, 'INVALID_ARGUMENT'],
    ['a name that is too long', asked({ query: 'x'.repeat(501) }), {}, 400, 'INVALID_ARGUMENT'],
    ['an unknown part', asked({ query: 'x', lang: 'en' }), {}, 400, 'INVALID_ARGUMENT'],
    ['an unknown type', asked({ query: 'x', type: 'regulatr' }), {}, 400, 'INVALID_ARGUMENT'],
    ['an unknown property', asked({ query: 'x', properties: [{ pid: 'P17', v: 'GT' }] }), {}, 400, 'INVALID_ARGUMENT'],
    ['a property without a value', asked({ query: 'x', properties: [{ pid: 'country' }] }), {}, 400, 'INVALID_ARGUMENT'],
    ['a limit of none', asked({ query: 'x', limit: 0 }), {}, 400, 'INVALID_ARGUMENT'],
    ['an unknown strictness', asked({ query: 'x', type_strict: 'maybe' }), {}, 400, 'INVALID_ARGUMENT'],
    ['a batch that is too large', '', form({ queries: many }), 413, 'BATCH_TOO_LARGE'],
    ['a body that is too large', '', form({ queries: 'x'.repeat(1024 * 1024 + 1) }), 413, 'REQUEST_TOO_LARGE'],
    [
      'JSON in the body',
      '',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
      415,
      'UNSUPPORTED_CONTENT_TYPE',
    ],
    ['a form without either', '', form({ other: '1' }), 400, 'INVALID_ARGUMENT'],
    ['JSONP', '?callback=steal', {}, 400, 'JSONP_NOT_SUPPORTED'],
    ['another method', '', { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a preview of nobody', '/preview?id=icocca', {}, 404, 'UNKNOWN_ID'],
    ['a feature that is none', '/feature?id=constructor', {}, 404, 'UNKNOWN_ID'],
    ['a cursor beyond the last', `/suggest/entity?prefix=a&cursor=${MOST_SKIPPED + 1}`, {}, 400, 'INVALID_ARGUMENT'],
    ['a cursor that is no number', '/suggest/entity?prefix=a&cursor=b', {}, 400, 'INVALID_ARGUMENT'],
    ['properties of no type', '/properties?type=nothing', {}, 400, 'INVALID_ARGUMENT'],
    ['an extension without ids', `?extend=${encodeURIComponent('{"properties":[]}')}`, {}, 400, 'INVALID_ARGUMENT'],
  ])('refuses %s', async (_, path, init, status, expected) => {
    expect(await code(path, init)).toEqual([status, expected]);
  });

  test('takes as many values of properties as docs/limits.md says, of all properties together, and refuses one more', async () => {
    const values = (count: number): object => {
      const v = Array<string>(count - 1).fill('DIGESSP');
      return {
        query: 'DIGESSP',
        properties: [
          { pid: 'name', v },
          { pid: 'country', v: 'Guatemala' },
        ],
      };
    };
    expect((await best(values(MOST_VALUES_IN_QUERY)))?.id).toBe('digessp');
    const refused = await get(asked(values(MOST_VALUES_IN_QUERY + 1)));
    const { errors } = (await refused.json()) as { errors: { message: string; extensions: object }[] };
    expect([refused.status, errors[0]]).toMatchObject([400, { extensions: { code: 'INVALID_ARGUMENT' } }]);
    expect(errors[0]?.message).toContain(`has ${MOST_VALUES_IN_QUERY + 1} values; it may have ${MOST_VALUES_IN_QUERY}`);
  });

  test('skips as many suggestions as docs/limits.md says', async () => {
    expect(await json(`/suggest/entity?prefix=a&cursor=${MOST_SKIPPED}`)).toEqual({ result: [] });
  });
}

describe('/reconcile, from memory', () => suite(async () => new MemoryStore()));

describeWithNeo4j('/reconcile, from Neo4j', () => suite(() => Neo4jStore.open(neo4jOfTests)));

test('a server without data says so', async () => {
  const server = await startServer({ store: new MemoryStore(), port: 0, host: '127.0.0.1' });
  const response = await fetch(`${server.url}/reconcile?queries=${encodeURIComponent('{"q":{"query":"x"}}')}`);
  expect([response.status, await response.json()]).toMatchObject([503, { errors: [{ extensions: { code: 'NO_DATA' } }] }]);
  await server.close();
});
