import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import type { GraphStore } from '../../src/store/port.js';
import { plainEntity, plainGraph } from '../fixtures/plain-graph.js';
import { otherGraph, smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

describe('/export', () => {
  const graph = serveGraph(smallGraph);
  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${graph.url()}/export${path}`, init);

  test('lists the formats and their addresses', async () => {
    const { formats } = (await (await get('')).json()) as { formats: { name: string; address: string; title: string }[] };
    expect(formats).toContainEqual(expect.objectContaining({ name: 'graphml', address: '/export/graphml' }));
    for (const { address } of formats) {
      const response = await fetch(graph.url() + address);
      expect([response.status, (await response.text()).length > 50]).toEqual([200, true]);
    }
  });

  test('gives a file, named by the data version', async () => {
    const response = await get('/graphml');
    expect(response.headers.get('content-type')).toBe('application/graphml+xml');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="custodes-${smallGraph.version.slice(0, 12)}.graphml"`,
    );
    expect(response.headers.get('custodes-data-version')).toBe(smallGraph.version);
    expect((await response.text()).match(/<node /g)).toHaveLength(smallGraph.entities.length);
  });

  test('chooses a part by the arguments of the API', async () => {
    const nodes = async (query: string): Promise<string[]> => {
      const { nodes } = (await (await get(`/node-link?${query}`)).json()) as { nodes: { id: string }[] };
      return nodes.map(({ id }) => id).sort();
    };
    expect(await nodes('centers=iso&depth=1')).toEqual(['iso', 'iso-18788']);
    expect(await nodes('centers=iso,lonely-forum&depth=0')).toEqual(['iso', 'lonely-forum']);
    expect(await nodes('centers=iso&centers=lonely-forum&depth=0')).toEqual(['iso', 'lonely-forum']);
    expect(await nodes('kinds=regulator')).toEqual(['digessp']);
    expect(await nodes('within=GT&relationTypes=REGULATES')).not.toContain('iso');
    expect(await nodes('centers=icoca&direction=OUT&relationTypes=FUNDED&asOf=2019')).toEqual(['icoca', 'iepades']);
  });

  test('says where a limit left something out', async () => {
    const response = await get('/node-link?centers=icoca&limit=2');
    expect(response.headers.get('custodes-truncated')).toBe('true');
    const file = (await response.json()) as { graph: { truncation: string } };
    expect(file.graph.truncation).toMatch(/limit of 2/);
  });

  test('need not be fetched again while the data stays', async () => {
    const first = await get('/gexf?kinds=regulator');
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/gexf?kinds=regulator', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    // Another question or another format is another file.
    for (const other of ['/gexf?kinds=ministry', '/graphml?kinds=regulator']) {
      const response = await get(other, { headers: { 'if-none-match': etag } });
      await response.text();
      expect(response.status).toBe(200);
    }
  });

  test('tells HEAD what GET would give, without reading the graph', async () => {
    const response = await get('/ftm', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/x-ndjson',
      '',
    ]);
  });

  test.each<[string, number, string]>([
    ['/xlsx', 404, 'UNKNOWN_FORMAT'],
    ['/graphml?region=GT', 400, 'INVALID_ARGUMENT'],
    ['/graphml?depth=two', 400, 'INVALID_ARGUMENT'],
    ['/graphml?centers=icoca&depth=9', 400, 'INVALID_ARGUMENT'],
    ['/graphml?within=', 400, 'INVALID_ARGUMENT'],
    ['/graphml?within=GT&within=CH', 400, 'INVALID_ARGUMENT'],
    ['/graphml?centers=icoca&direction=out', 400, 'INVALID_ARGUMENT'],
    [`/graphml?centers=${Array.from({ length: 101 }, (_, n) => `e${n}`).join(',')}`, 400, 'INVALID_ARGUMENT'],
    ['/graphml?asOf=soon', 400, 'INVALID_DATE'],
    ['/graphml?centers=icocca', 404, 'UNKNOWN_ID'],
    ['/graphml?within=Nowhereland', 404, 'UNKNOWN_REGION'],
    ['/graphml?__proto__=1', 400, 'INVALID_ARGUMENT'],
  ])('%s is refused with %i %s', async (path, status, code) => {
    const response = await get(path);
    expect(response.headers.get('content-disposition')).toBeNull();
    expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
  });

  test('is only read from', async () => {
    const response = await get('/graphml', { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a large export over HTTP', () => {
  const actors = Array.from({ length: 20_000 }, (_, n) => plainEntity(`actor-${n}`, 'Actor', 'forum'));
  const store = new MemoryStore();
  let server: RunningServer;
  let batches = 0;

  beforeAll(async () => {
    await store.load(plainGraph(actors, []));
    const counting: GraphStore = new Proxy(store, {
      get(target, key, receiver) {
        if (key === 'snapshot') return () => receiver as unknown;
        if (key === 'entitiesAfter') batches++;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const admission = { exportsAtOnce: 4, exportsOfClient: 4 };
    server = await startServer({
      store: counting,
      port: 0,
      host: '127.0.0.1',
      trustedProxies: ['loopback'],
      admission,
      log: () => undefined,
    });
  });
  afterAll(() => server.close());

  /** Starts a download, reads its beginning, and leaves it there. */
  async function begin(): Promise<{ stop: () => Promise<void> }> {
    const abort = new AbortController();
    const response = await fetch(`${server.url}/export/node-link`, {
      signal: abort.signal,
      headers: { 'accept-encoding': 'identity' },
    });
    const reader = response.body!.getReader();
    await reader.read();
    return {
      stop: async () => {
        abort.abort();
        await reader.read().catch(() => undefined);
      },
    };
  }

  /** Until what the server reads has come to rest. */
  async function atRest(): Promise<number> {
    for (let before = -1; before !== batches;) {
      before = batches;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return batches;
  }

  test('is read no faster than the client takes it, and no further once the client has gone', async () => {
    const download = await begin();
    const whileWaiting = await atRest();
    expect(whileWaiting).toBeLessThan(100);
    await download.stop();
    expect(await atRest()).toBeLessThan(100);
    // A whole one needs a hundred.
    batches = 0;
    await (await fetch(`${server.url}/export/node-link`)).text();
    expect(batches).toBeGreaterThan(100);
  });

  test('is one of four at a time; a cancelled one makes room', async () => {
    const downloads = await Promise.all([begin(), begin(), begin(), begin()]);
    const own = await fetch(`${server.url}/export/graphml`);
    expect([own.status, await own.json()]).toMatchObject([
      429,
      { errors: [{ extensions: { code: 'TOO_MANY_EXPORTS_OF_CLIENT' } }] },
    ]);
    const refused = await fetch(`${server.url}/export/graphml`, { headers: { 'x-forwarded-for': '198.51.100.7' } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_EXPORTS' } }] });
    await Promise.all(downloads.map((download) => download.stop()));
    await atRest();
    const taken = await fetch(`${server.url}/export/graphml?kinds=ministry`);
    expect([taken.status, (await taken.text()).length > 100]).toEqual([200, true]);
  });

  test('breaks off where the data is replaced meanwhile', async () => {
    const response = await fetch(`${server.url}/export/node-link`, { headers: { 'accept-encoding': 'identity' } });
    const reader = response.body!.getReader();
    await reader.read();
    await store.load(otherGraph);
    const rest = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(rest()).rejects.toThrow();
  });
});

test('a server without data says so', async () => {
  const server = await startServer({ store: new MemoryStore(), port: 0, host: '127.0.0.1' });
  const response = await fetch(`${server.url}/export/graphml`);
  expect([response.status, await response.json()]).toMatchObject([503, { errors: [{ extensions: { code: 'NO_DATA' } }] }]);
  await server.close();
});
