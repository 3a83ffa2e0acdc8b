import { describe, expect, test } from '@jest/globals';
import type { Answered } from '../../src/http/observing.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

const told: Answered[] = [];
const graph = serveGraph(smallGraph, { observers: [(answered) => told.push(answered)] });

/** What was told of the next request. */
async function toldOf(ask: () => Promise<unknown>): Promise<Answered> {
  const before = told.length;
  await ask();
  for (let waited = 0; told.length === before && waited < 2000; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(told).toHaveLength(before + 1);
  return told.at(-1)!;
}

describe('of a request is told', () => {
  test('its operation, its data and whether the answer was there already', async () => {
    const ask = () => graph.ask('query Name { entity(id: "icoca") { name } }');
    const common = { method: 'POST', path: '/graphql', route: '/graphql', status: 200, codes: [], gone: false };
    const operation = { name: 'Name', query: 'query Name { entity(id: "icoca") { name } }' };
    const first = await toldOf(ask);
    expect(first.ms).toBeGreaterThan(0);
    expect(first).toMatchObject({ ...common, operation, kept: false, dataVersion: smallGraph.version });
    expect(await toldOf(ask)).toMatchObject({ ...common, operation, kept: true, dataVersion: smallGraph.version });
  });

  test('the codes of its errors, whichever way it was answered', async () => {
    const partly = await toldOf(() =>
      graph.ask(
        'query Two { dataVersion entity(id: "icoca") { name } paths(from: "a", to: "b") { paths { hops { to { id } } } } }',
      ),
    );
    expect([partly.operation?.name, partly.codes]).toEqual(['Two', ['UNKNOWN_ID']]);
    const wrong = await toldOf(() => graph.ask('query Wrong { nothing }'));
    expect([wrong.status, wrong.operation, wrong.codes]).toEqual([400, null, ['GRAPHQL_VALIDATION_FAILED']]);
    const costly = await toldOf(() =>
      graph.ask(
        'query Costly { actors(first: 100) { nodes { relations(first: 100) { nodes { target { relations(first: 100) { nodes { id } } } } } } } }',
      ),
    );
    expect([costly.status, costly.codes]).toEqual([400, ['QUERY_TOO_COSTLY']]);
    const nowhere = await toldOf(() => fetch(`${graph.url()}/nowhere?secret=1`));
    expect(nowhere).toMatchObject({ path: '/nowhere', route: null, status: 404 });
    const tooLarge = await toldOf(() =>
      fetch(`${graph.url()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'x' }),
    );
    expect(tooLarge).toMatchObject({ status: 400, codes: ['MALFORMED_JSON'] });
  });

  test('an id: the one that the client sent, where it can be written down, else a new one', async () => {
    const idOf = async (sent: string): Promise<[string, string | null]> => {
      let echoed: string | null = null;
      const { id } = await toldOf(async () => {
        echoed = (await fetch(`${graph.url()}/health/live`, { headers: { 'x-request-id': sent } })).headers.get('x-request-id');
      });
      return [id, echoed];
    };
    expect(await idOf('trace:7.a-b_c')).toEqual(['trace:7.a-b_c', 'trace:7.a-b_c']);
    for (const insane of ['', 'a b', 'x'.repeat(129), '"}{']) {
      const [id, echoed] = await idOf(insane);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(echoed).toBe(id);
    }
  });
});
