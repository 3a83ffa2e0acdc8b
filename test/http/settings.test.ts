import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { USUAL_API } from '../../src/graphql/configurable.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

const MISTAKES = [
  '{ actorz { id } }',
  '{ actors { totalCounts } }',
  '{ actors(frist: 2) { totalCount } }',
  '{ relations(relationTypes: [PARTNERED]) { totalCount } }',
  'query($a: Entiti) { dataVersion }',
];

describe('introspection switched off', () => {
  const graph = serveGraph(smallGraph, { api: { introspection: false } });

  test.each([
    '{ __schema { types { name fields { name type { name } } } } }',
    '{ __type(name: "Actor") { fields { name } } }',
    '{ a: __schema { queryType { name } } dataVersion b: __schema { types { name } } }',
    getIntrospectionQuery(),
  ])('refuses %s, once, and names our setting', async (query) => {
    // Twice: what was learnt of it must not let it through.
    for (let times = 0; times < 2; times++) {
      const { status, codes, errors } = await graph.ask(query);
      expect([status, codes]).toEqual([400, ['INTROSPECTION_OFF']]);
      expect(errors?.[0]?.message).toContain('CUSTODES_INTROSPECTION');
      expect(JSON.stringify(errors)).not.toMatch(/Apollo/);
    }
  });

  test('leaves __typename, which clients need', async () => {
    expect((await graph.ask('{ entity(id: "icoca") { __typename } }')).data).toEqual({ entity: { __typename: 'Actor' } });
  });

  test.each(MISTAKES)('suggests no names to %s', async (query) => {
    const { errors } = await graph.ask(query);
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });

  test('suggests none for a wrong value of a variable', async () => {
    const { errors } = await graph.ask('query($types: [RelationTypeName!]) { relations(relationTypes: $types) { totalCount } }', {
      types: ['PARTNERED'],
    });
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });
});

describe('introspection switched on', () => {
  const graph = serveGraph(smallGraph);
  test.each(MISTAKES.slice(0, 2))('suggests names to %s', async (query) => {
    expect(JSON.stringify((await graph.ask(query)).errors)).toContain('Did you mean');
  });
});

describe('smaller pages', () => {
  const graph = serveGraph(smallGraph, { api: { limits: { ...USUAL_API.limits, pageRows: 25 } } });

  test.each([
    ['a page', '{ actors(first: 26) { totalCount } }'],
    ['hits', '{ search(text: "icoca", first: 26) { hits { score } } }'],
    ['relations of an entity', '{ entity(id: "icoca") { relations(first: 26) { totalCount } } }'],
    [
      'relations of relations, which are read several levels at once',
      '{ entity(id: "icoca") { relations(first: 2) { nodes { target { relations(first: 26) { nodes { id } } } } } } }',
    ],
  ])('refuse more rows of %s, whichever way they are asked', async (_, query) => {
    // What was asked often is answered another way.
    for (let times = 0; times < 5; times++) {
      const { codes, errors } = await graph.ask(query);
      expect(new Set(codes)).toEqual(new Set(['INVALID_ARGUMENT']));
      expect(errors?.[0]?.message).toContain('`first` is 26; it may be 1 to 25.');
      expect((await graph.ask(query.replaceAll('26', '25'))).errors).toBeUndefined();
    }
  });

  test('hold for the answers that are cited, too', async () => {
    const query = '{ actors(first: 26) { nodes { id } } }';
    const response = await fetch(`${graph.url()}/cite/bibtex?sources=true&query=${encodeURIComponent(query)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('it may be 1 to 25');
  });
});

describe('a proxy', () => {
  const address = async (url: string): Promise<string> => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'custodes.example', 'x-forwarded-for': '198.51.100.7' };
    return (await fetch(`${url}/cite/bibtex`, { headers })).text();
  };
  const trusting = serveGraph(smallGraph, { trustedProxies: ['loopback'] });
  const wary = serveGraph(smallGraph);

  test('that is trusted is believed, another is not', async () => {
    expect(await address(trusting.url())).toContain('https://custodes.example');
    expect(await address(wary.url())).not.toContain('custodes.example');
  });

  test('that is not trusted is told of, once, with the setting', async () => {
    await address(wary.url());
    await address(wary.url());
    await address(trusting.url());
    expect(wary.logged).toEqual([[expect.stringContaining('CUSTODES_TRUSTED_PROXIES'), undefined]]);
    expect(trusting.logged).toEqual([]);
  });
});

describe('the rate of clients behind a trusted proxy', () => {
  const graph = serveGraph(smallGraph, { trustedProxies: ['loopback'], admission: { requestsAMinute: 2 } });
  const statusFor = async (client: string): Promise<number> =>
    (await fetch(`${graph.url()}/export`, { headers: { 'x-forwarded-for': client } })).status;

  test('is each their own', async () => {
    for (const client of ['198.51.100.1', '198.51.100.2']) {
      expect([await statusFor(client), await statusFor(client), await statusFor(client)]).toEqual([200, 200, 429]);
    }
  });
});
