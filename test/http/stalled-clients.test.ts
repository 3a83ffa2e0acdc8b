import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AdmissionLimits } from '../../src/http/configurable.js';
import type { Answered } from '../../src/http/observing.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { openMetrics } from '../../src/metrics/metrics.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { operationUnderWay, type Operation } from '../../src/store/operation.js';
import type { GraphStore } from '../../src/store/port.js';
import { plainEntity, plainGraph } from '../fixtures/plain-graph.js';
import { askServer } from '../graphql/served-graph.js';

/** Over real sockets that are not read from: what the server sends fills the kernel's buffers, some megabytes, and goes no further. */

const STALL = 1_500;
/** Names that do not compress, so that an export is larger than any buffer however it is sent. */
const noise = (n: number): string =>
  Array.from({ length: 12 }, (_, part) => createHash('sha256').update(`${n}.${part}`).digest('base64')).join('');
const actors = Array.from({ length: 30_000 }, (_, n) => ({ ...plainEntity(`actor-${n}`, 'Actor', 'forum'), name: noise(n) }));
const graph = plainGraph(actors, []);
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const sockets: Socket[] = [];
const servers: RunningServer[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await server.close();
});

let batches = 0;
let operation: Operation | undefined;
const store = new MemoryStore();
beforeAll(() => store.load(graph));
const counted: GraphStore = new Proxy(store, {
  get(target, key, receiver) {
    if (key === 'snapshot') return () => receiver as unknown;
    if (key === 'entitiesAfter') {
      batches++;
      operation = operationUnderWay();
    }
    const value: unknown = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});

const metrics = openMetrics('9.9.9');
afterAll(() => metrics.close());

async function serve(admission: Partial<AdmissionLimits> = {}): Promise<{ url: string; answered: Answered[] }> {
  const answered: Answered[] = [];
  const server = await startServer({
    ...{ store: counted, port: 0, host: '127.0.0.1', trustedProxies: ['loopback'], log: () => undefined },
    ...{ admission: { stallTimeoutMs: STALL, ...admission }, api: { answerCacheBytes: 0 } },
    observers: [(one) => answered.push(one)],
  });
  servers.push(server);
  return { url: server.url, answered };
}

/** Sends requests and never reads. */
function stall(url: string, ...requests: string[]): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined).pause();
  socket.write(requests.join(''));
  sockets.push(socket);
  return socket;
}

const exportBy = (client: string, headers = ''): string =>
  `GET /export/node-link HTTP/1.1\r\nhost: custodes\r\nx-forwarded-for: ${client}\r\n${headers}\r\n`;

/** What another client's export would be answered with. */
async function exportHead(url: string, client: string): Promise<number> {
  const response = await fetch(`${url}/export/node-link`, { method: 'HEAD', headers: { 'x-forwarded-for': client } });
  return response.status;
}

/** A whole export of another client: its status, its code and how many entities it has. */
async function exported(url: string, client: string): Promise<[number, string | undefined, number]> {
  const response = await fetch(`${url}/export/node-link`, { headers: { 'x-forwarded-for': client } });
  const { errors, nodes } = (await response.json()) as { errors?: { extensions: { code: string } }[]; nodes?: object[] };
  return [response.status, errors?.[0]?.extensions.code, nodes?.length ?? 0];
}

async function until(true_: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await true_()); waited += 20) {
    if (waited > 20_000) throw new Error('it did not come to that');
    await pause(20);
  }
}

describe('a client that does not read its export', () => {
  test.each(['', 'accept-encoding: gzip\r\n', 'accept-encoding: br\r\n'])(
    'loses its place, which another gets, and nothing more is read for it (%j)',
    async (headers) => {
      const { url, answered } = await serve({ exportsAtOnce: 2 });
      stall(url, exportBy('198.51.100.1', headers));
      stall(url, exportBy('198.51.100.2', headers));
      await until(async () => (await exportHead(url, '198.51.100.3')) === 429);
      await until(() => answered.filter(({ gone }) => gone).length === 2);
      for (const one of answered.filter(({ gone }) => gone)) {
        expect(one).toMatchObject({ route: '/export/node-link', codes: ['CLIENT_STALLED'] });
      }
      // A question under way is given up in the database, too.
      expect(operation?.isOver).toBe(true);
      await pause(100);
      batches = 0;
      await pause(300);
      expect(batches).toBe(0);
      expect(await exported(url, '198.51.100.3')).toEqual([200, undefined, actors.length]);
    },
  );

  test('does not stop another client, however many connections it opens', async () => {
    const { url, answered } = await serve({ stallTimeoutMs: 60_000, exportsAtOnce: 4 });
    for (let n = 0; n < 4; n++) stall(url, exportBy('198.51.100.1'));
    await until(() => answered.length === 2);
    expect(answered.map(({ status, codes }) => [status, codes])).toEqual(Array(2).fill([429, ['TOO_MANY_EXPORTS_OF_CLIENT']]));
    expect(await exported(url, '198.51.100.2')).toEqual([200, undefined, actors.length]);
    const refused = await fetch(`${url}/export/graphml`, { headers: { 'x-forwarded-for': '198.51.100.1' } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    await refused.text();
  });

  test('is told of while it is under way', async () => {
    const server = await startServer({
      ...{ store: counted, port: 0, host: '127.0.0.1', log: () => undefined, metrics: { show: metrics, to: 'local' } },
    });
    servers.push(server);
    const socket = stall(server.url, exportBy('198.51.100.1'));
    const listening = new AbortController();
    await fetch(`${server.url}/events`, { signal: listening.signal });
    const page = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
    const shows = (count: number) => async (): Promise<boolean> =>
      new RegExp(`^custodes_exports_running ${count}$[^]*^custodes_event_listeners ${count}$`, 'm').test(await page());
    await until(shows(1));
    socket.destroy();
    listening.abort();
    await until(shows(0));
  });
});

test('a client that reads little by little is not given up', async () => {
  const { url, answered } = await serve();
  const socket = stall(url, exportBy('198.51.100.1', 'connection: close\r\n'));
  let [bytes, over, end] = [0, false, ''];
  const began = performance.now();
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    end = (end + chunk.toString('latin1')).slice(-5);
    // Slow for three times as long as a stalled client is borne, then as fast as it can.
    if (performance.now() - began > 3 * STALL) return;
    socket.pause();
    setTimeout(() => socket.resume(), 10);
  });
  socket.on('close', () => (over = true));
  socket.resume();
  await until(() => over);
  expect(performance.now() - began).toBeGreaterThan(3 * STALL);
  expect(bytes).toBeGreaterThan(10_000_000);
  expect(end).toBe('0\r\n\r\n');
  expect(answered).toMatchObject([{ status: 200, gone: false, codes: [] }]);
});

describe('a client that sends questions ahead and reads no answer', () => {
  const aliases = Array.from({ length: 20 }, (_, n) => `a${n}: actors(first: 100) { nodes { id name } }`).join(' ');
  const body = JSON.stringify({ query: `{ ${aliases} }` });
  const question = `POST /graphql HTTP/1.1\r\nhost: custodes\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const ahead = Array<string>(30).fill(question);

  test('gives the places of its operations back when it is given up', async () => {
    const { url, answered } = await serve({ operationsAtOnce: 4, operationsWaiting: 0 });
    stall(url, ...ahead);
    await until(async () => (await askServer(url, '{ dataVersion }')).codes[0] === 'SERVER_BUSY');
    await until(() => answered.some(({ codes }) => codes.includes('CLIENT_STALLED')));
    await until(async () => (await askServer(url, '{ dataVersion }')).codes.length === 0);
  });

  test('gives them back when it goes, those too whose turn had not come', async () => {
    const { url } = await serve({ operationsAtOnce: 4, operationsWaiting: 0, stallTimeoutMs: 60_000 });
    const socket = stall(url, ...ahead);
    await until(async () => (await askServer(url, '{ dataVersion }')).codes[0] === 'SERVER_BUSY');
    socket.destroy();
    await until(async () => (await askServer(url, '{ dataVersion }')).codes.length === 0);
  });

  test('has no more than its share of the places, and others are answered meanwhile', async () => {
    const { url } = await serve({ operationsAtOnce: 4, operationsOfClient: 3, operationsWaiting: 4, stallTimeoutMs: 60_000 });
    const ask = async (client: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': client };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query": "{ dataVersion }"}' });
      await response.text();
      return response.status;
    };
    const [greedy, modest] = ['192.0.2.1', '192.0.2.2'];
    stall(url, ...ahead.map((request) => request.replace('\r\n', `\r\nx-forwarded-for: ${greedy}\r\n`)));
    await until(async () => (await ask(greedy)) === 503);
    expect(await ask(modest)).toBe(200);
    expect(await ask(greedy)).toBe(503);
  });

  test('gets them all from a server that is closed meanwhile, when it reads after all', async () => {
    const { url } = await serve({ stallTimeoutMs: 60_000 });
    const socket = stall(url, ...ahead);
    await pause(500);
    const closed = servers.pop()!.close();
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    // The server is closed when the kernel has its last byte, which is before the client has read it.
    const ended = once(socket, 'end');
    await pause(500);
    socket.resume();
    await Promise.all([closed, ended]);
    const answers = text.split('HTTP/1.1 200 OK').slice(1);
    // Node reads so many requests ahead as it has room for their answers.
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers)
      expect(answer.slice(answer.indexOf('\r\n\r\n')).length).toBe(answers[0]!.slice(answers[0]!.indexOf('\r\n\r\n')).length);
  });
});
