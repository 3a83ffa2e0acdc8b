import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
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
