import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { connectionErrors } from '../../src/http/connection-errors.js';
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

test('a request that does not come to its end in time is refused, and told of', async () => {
  const refused: Answered[] = [];
  const errors = connectionErrors([(answered) => refused.push(answered)], 100);
  const http = { ...errors.http, connectionsCheckingInterval: 20 };
  const server = Fastify({ ...errors, http });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n');
  const [head, body = ''] = (await text(socket)).split('\r\n\r\n');
  await server.close();
  expect(head).toContain('HTTP/1.1 408 Request Timeout');
  expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TIMED_OUT' } }] });
  expect(refused).toMatchObject([{ method: '-', path: '-', status: 408, codes: ['REQUEST_TIMED_OUT'] }]);
});

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
    expect(nowhere).toMatchObject({ path: '/nowhere', route: null, status: 404, codes: ['NOT_FOUND'] });
    const put = await toldOf(() => fetch(`${graph.url()}/graphql`, { method: 'PUT' }));
    expect(put).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
    const post = (path: string, body: string, type = 'application/json') =>
      toldOf(() => fetch(`${graph.url()}${path}`, { method: 'POST', headers: { 'content-type': type }, body }));
    expect(await post('/graphql', '{}')).toMatchObject({ status: 400, codes: ['QUERY_MISSING'] });
    expect(await post('/graphql', '[{}]')).toMatchObject({ status: 400, codes: ['BATCHING_NOT_SUPPORTED'] });
    expect(await post('/cypher', '{}')).toMatchObject({ status: 403, codes: ['CYPHER_OFF'] });
    expect(await post('/reconcile', 'queries={', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 400,
      codes: ['MALFORMED_JSON'],
    });
    expect((await toldOf(() => fetch(`${graph.url()}/graphql?query={dataVersion}`))).codes).toEqual(['PREFLIGHT_REQUIRED']);
    const tooLarge = await toldOf(() =>
      fetch(`${graph.url()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'x' }),
    );
    expect(tooLarge).toMatchObject({ status: 400, codes: ['MALFORMED_JSON'] });
  });

  test('what never came to be a request, with the headers of every answer', async () => {
    const id = expect.stringMatching(/^[\w-]{36}$/) as unknown;
    const expectHeaders = ({ headers }: { headers: Headers }): void => {
      expect(headers.get('x-request-id')).toBe(told.at(-1)?.id);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    };
    let answer = new Response();
    const tooLarge = await toldOf(async () => {
      answer = await fetch(`${graph.url()}/graphql?padding=${'x'.repeat(40 * 1024)}`);
    });
    expect(tooLarge).toEqual({
      ...{ id, method: '-', path: '-', route: null, status: 431, ms: 0, gone: false },
      ...{ operation: null, codes: ['HEADERS_TOO_LARGE'], kept: null, dataVersion: null },
    });
    expectHeaders(answer);
    const wronglyEncoded = await toldOf(async () => {
      answer = await fetch(`${graph.url()}/export/%ff?secret=1`);
    });
    expect(wronglyEncoded).toMatchObject({ id, method: 'GET', path: '/export/%ff', status: 400, codes: ['BAD_REQUEST'] });
    expectHeaders(answer);
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
