import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

/** The audits of the GraphQL-over-HTTP specification, which its own reference server is held to. */
const graph = serveGraph(smallGraph);
const audits = serverAudits({
  url: () => `${graph.url()}/graphql`,
  // By GET a program says that it is no form of another page.
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': 'true' } }),
});

describe('GraphQL over HTTP', () => {
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    if (result.status === 'ok') return;
    // What the specification demands and what it recommends holds; what it leaves free may be done otherwise.
    expect([name, result.reason]).toEqual([expect.stringMatching(/^MAY/), expect.any(String)]);
  });

  test.each([
    ['*/*', 400],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
  ])('a query that is refused, to a client that accepts %s, has status %i and the error', async (accept, status) => {
    const answer = await fetch(`${graph.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: `{ ${'a: dataVersion '.repeat(31)} }` }),
    });
    expect(answer.status).toBe(status);
    const { data, errors } = (await answer.json()) as { data?: unknown; errors: { extensions: { code: string } }[] };
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([undefined, ['TOO_MANY_ALIASES']]);
  });
});
