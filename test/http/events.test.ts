import { describe, expect, test } from '@jest/globals';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { smallGraph } from '../fixtures/small-graph.js';

const OTHER = { ...smallGraph, version: 'f'.repeat(64) };

async function serving(clients = 10, ofClient = 10): Promise<{ store: MemoryStore; server: RunningServer }> {
  const store = new MemoryStore();
  await store.load(smallGraph);
  const events = { clients, ofClient, lookEveryMs: 20 };
  return {
    store,
    server: await startServer({
      ...{ store, port: 0, host: '127.0.0.1', events },
      ...{ origins: ['https://dashboard.example'], trustedProxies: ['loopback'] },
    }),
  };
}

/** Listens; `next` gives the next event that is no heartbeat. */
async function listen(url: string, headers: Record<string, string> = {}) {
  const gone = new AbortController();
  const response = await fetch(`${url}/events`, { headers, signal: gone.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const event = /event: [^]*?\n\n/.exec(text)?.[0];
      if (event !== undefined) {
        text = text.slice(text.indexOf(event) + event.length);
        return event;
      }
      const { value, done } = await reader.read();
      if (done) return 'ended';
      text += value;
    }
  };
  return { response, next, leave: () => gone.abort() };
}

const event = (version: string): string => `event: data-version\nid: ${version}\ndata: {"dataVersion":"${version}"}\n\n`;

describe('/events', () => {
  test('tells the data version on connecting and when the data is another, and ends when the server stops', async () => {
    const { store, server } = await serving();
    const { response, next } = await listen(server.url, { origin: 'https://dashboard.example' });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://dashboard.example');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await next()).toBe(event(smallGraph.version));
    await store.load(OTHER);
    expect(await next()).toBe(event(OTHER.version));
    const closed = server.close();
    expect(await next()).toBe('ended');
    await closed;
  });

  test('does not tell again what a client knows that comes again', async () => {
    const { store, server } = await serving();
    const { next, leave } = await listen(server.url, { 'last-event-id': smallGraph.version });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await store.load(OTHER);
    expect(await next()).toBe(event(OTHER.version));
    leave();
    await server.close();
  });

  test('asked by HEAD has an end, and takes no place', async () => {
    const { server } = await serving(0);
    const response = await fetch(`${server.url}/events`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    await server.close();
  });

  test('is for so many at a time; one that leaves makes room', async () => {
    const { server } = await serving(1);
    const first = await listen(server.url);
    const second = await fetch(`${server.url}/events`);
    expect([second.status, await second.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'TOO_MANY_LISTENERS' } }] },
    ]);
    first.leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const third = await listen(server.url);
    expect(third.response.status).toBe(200);
    third.leave();
    await server.close();
  });

  test('is for so many of one client; another, and one in another network of IPv6, are others', async () => {
    const { server } = await serving(10, 2);
    const from = (client: string) => listen(server.url, { 'x-forwarded-for': client });
    const open = [await from('198.51.100.1'), await from('198.51.100.1'), await from('2001:db8::1'), await from('2001:db8::2')];
    for (const client of ['198.51.100.1', '2001:db8::3', '::ffff:198.51.100.1']) {
      const refused = await fetch(`${server.url}/events`, { headers: { 'x-forwarded-for': client } });
      expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
        429,
        '30',
        { errors: [{ extensions: { code: 'TOO_MANY_LISTENERS_OF_CLIENT' } }] },
      ]);
    }
    open.push(await from('198.51.100.2'), await from('2001:db8:0:1::1'));
    expect(open.map(({ response }) => response.status)).toEqual(Array(6).fill(200));
    for (const { leave } of open) leave();
    await server.close();
  });
});
