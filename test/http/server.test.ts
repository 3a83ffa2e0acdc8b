import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { startServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer, serveGraph } from '../graphql/served-graph.js';

/** A folder of built pages, as `npm run build` leaves it. */
const webRoot = mkdtempSync(join(tmpdir(), 'custodes-web-'));
mkdirSync(join(webRoot, 'playground'));
mkdirSync(join(webRoot, 'explorer'));
mkdirSync(join(webRoot, 'assets'));
writeFileSync(join(webRoot, 'playground', 'index.html'), '<!doctype html><title>Playground</title>');
writeFileSync(join(webRoot, 'explorer', 'index.html'), '<!doctype html><title>Explorer</title>');
writeFileSync(join(webRoot, 'assets', 'main-1a2b3c.js'), 'export {};');
afterAll(() => rmSync(webRoot, { recursive: true }));

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the addresses', () => {
  const graph = serveGraph(smallGraph, { webRoot });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${graph.url()}${path}`, { headers, redirect: 'manual' });

  test('/ gives the explorer, asked for anew each time; its files are kept', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Explorer</title>');
  });

  test('/?embed may stand in a frame of any page, and / in none', async () => {
    const framed = await get('/?region=gt&embed=1');
    expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(framed.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(framed.headers.get('x-frame-options')).toBeNull();
    const alone = await get('/?region=gt');
    expect(alone.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(alone.headers.get('x-frame-options')).not.toBeNull();
  });

  test('/graphql gives a browser the playground', async () => {
    const response = await get('/graphql', { accept: BROWSER });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(await response.text()).toContain('<title>Playground</title>');
    expect(response.headers.get('vary')).toContain('accept');
  });

  test('/graphql answers a query by GET to a program, which says that it is no form of another page', async () => {
    const query = `/graphql?query=${encodeURIComponent('query($id: ID!) { entity(id: $id) { id } }')}&variables=${encodeURIComponent('{"id":"icoca"}')}`;
    const response = await get(query, { 'apollo-require-preflight': 'true' });
    expect(await response.json()).toMatchObject({ data: { entity: { id: 'icoca' } } });
    const forgeable = await get(query);
    expect(forgeable.status).toBe(400);
  });

  test('/assets/ gives the files of the pages, to be kept', async () => {
    const response = await get('/assets/main-1a2b3c.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
    await response.text();
    for (const path of ['/assets/..%2fplayground%2findex.html', '/assets/%2e%2e/%2e%2e/etc/passwd', '/assets/']) {
      expect([403, 404]).toContain((await get(path)).status);
    }
  });

  test('/health/live and /health/ready', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', engine: 'memory', dataset: { version: smallGraph.version } });
  });

  test('elsewhere there is nothing, said as GraphQL says errors', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  test('pages may load only what this server has, and other origins may read nothing', async () => {
    for (const path of ['/', '/graphql', '/health/live']) {
      const { headers } = await get(path, { accept: BROWSER, origin: 'https://elsewhere.example' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy.includes("style-src 'self' 'unsafe-inline'")).toBe(path === '/graphql');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test("GraphiQL's introspection passes every limit", async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true });
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data.__schema.description).toContain('Custodes');
  });
});

describe('a server', () => {
  test('that has no data is alive and not ready', async () => {
    const server = await startServer({ store: new MemoryStore(), port: 0, host: '127.0.0.1' });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: 'NO_DATA' });
    await server.close();
  });

  test('whose database is away says so, and when it is back', async () => {
    const store = new MemoryStore();
    await store.load(smallGraph);
    const dataset = store.dataset.bind(store);
    store.dataset = () => Promise.reject(new Error('away'));
    const server = await startServer({ store, port: 0, host: '127.0.0.1', log: () => undefined });
    const away = await fetch(`${server.url}/health/ready`);
    expect([away.status, await away.json()]).toMatchObject([503, { code: 'STORE_UNAVAILABLE' }]);
    store.dataset = dataset;
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    await server.close();
  });

  test('whose database does not answer is not ready, within some seconds', async () => {
    const store = new MemoryStore();
    store.dataset = () => new Promise(() => undefined);
    const server = await startServer({ store, port: 0, host: '127.0.0.1', log: () => undefined });
    const hanging = await fetch(`${server.url}/health/ready`);
    expect([hanging.status, await hanging.json()]).toMatchObject([503, { code: 'STORE_UNAVAILABLE' }]);
    await server.close();
  });

  test('that is about to stop says so, is alive, and answers', async () => {
    const store = new MemoryStore();
    await store.load(smallGraph);
    const server = await startServer({ store, port: 0, host: '127.0.0.1' });
    server.announceStop();
    const stopping = await fetch(`${server.url}/health/ready`);
    expect([stopping.status, await stopping.json()]).toMatchObject([503, { status: 'not ready', code: 'STOPPING' }]);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect((await askServer(server.url, '{ dataVersion }')).status).toBe(200);
    await server.close();
  });

  test('without built pages says how to build them', async () => {
    const server = await startServer({ store: new MemoryStore(), port: 0, host: '127.0.0.1', webRoot: join(webRoot, 'nothing') });
    for (const path of ['/', '/graphql']) {
      const page = await fetch(`${server.url}${path}`, { headers: { accept: BROWSER } });
      expect(await page.text()).toContain('npm run build');
    }
    await server.close();
  });

  test('that is closed answers what is under way and takes nothing new', async () => {
    const store = new MemoryStore();
    await store.load(smallGraph);
    store.snapshot = () => store;
    const entityPage = store.entityPage.bind(store);
    let reached: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (reached = resolve));
    const released = new Promise<void>((resolve) => (goOn = resolve));
    store.entityPage = async (question) => {
      reached();
      await released;
      return entityPage(question);
    };
    const server = await startServer({ store, port: 0, host: '127.0.0.1' });
    const answer = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ actors { totalCount } }' }),
    });
    await underWay;
    const closed = server.close();
    goOn();
    expect(await (await answer).json()).toMatchObject({ data: { actors: { totalCount: expect.any(Number) } } });
    await closed;
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
  });

  test('that finds its port taken says so', async () => {
    const first = await startServer({ store: new MemoryStore(), port: 0, host: '127.0.0.1' });
    const port = Number(new URL(first.url).port);
    await expect(startServer({ store: new MemoryStore(), port, host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await first.close();
  });
});
