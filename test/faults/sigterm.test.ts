import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { custodes, custodesServe } from '../cli/custodes.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { Line } from './line.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';
const QUERY = '{ influence(region: "GT") { influencers { nodes { rank actor { name relations { nodes { id } } } } } } }';

/** Here it is not about how long an answer takes: on Neo4j many of the other at one time may take longer than the end may. */
const QUICK_QUERY = '{ entity(id: "icoca") { name relations { nodes { id target { name } } } } }';

const { uri, user, password } = neo4jOfTests;
const STORES = uri ? ['memory', 'neo4j'] : ['memory'];

test.each(STORES)(
  'SIGTERM under load, the graph in %s: no answer is cut off, nothing new is taken, and the end comes in under 10 seconds',
  async (engine) => {
    const environment = engine === 'neo4j' ? { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } : {};
    if (engine === 'neo4j') expect(await custodes(['load', '--seeds', SEED_STORY], environment)).toMatchObject({ exitCode: 0 });
    const server = await custodesServe(['--seeds', SEED_STORY], environment);
    const outcomes = { answered: 0, notTaken: 0, cutOff: [] as string[] };
    let stopped = false;
    const load = Array.from({ length: 16 }, async () => {
      while (!stopped) {
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: engine === 'neo4j' ? QUICK_QUERY : QUERY }),
        }).catch(() => null);
        // Not a byte of an answer came, or a 503: the client may ask another server. That what is under way is answered: test/http/server.test.ts.
        if (response === null || response.status === 503) {
          outcomes.notTaken++;
          await new Promise((resolve) => setTimeout(resolve, 20));
          continue;
        }
        const text = await response.text().catch((problem: Error) => `cut off: ${problem.message}`);
        if (/^\{"data":.*\}\n?$/s.test(text)) outcomes.answered++;
        else outcomes.cutOff.push(text.slice(0, 200));
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const asked = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    stopped = true;
    await Promise.all(load);
    expect(outcomes.cutOff).toEqual([]);
    expect(outcomes.answered).toBeGreaterThan(0);
  },
  120_000,
);

describe('SIGTERM with clients that come to no end', () => {
  const sockets: Socket[] = [];
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

  /** Sends this and reads nothing. */
  const send = (url: string, text: string): void => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => undefined).pause();
    socket.write(text);
    sockets.push(socket);
  };
  const STALLED_EXPORT = 'GET /export/records HTTP/1.1\r\nhost: custodes\r\n\r\n';
  const running = async (url: string, gauge: string, count: number): Promise<void> => {
    for (let waited = 0; ; waited += 50) {
      if ((await (await fetch(`${url}/metrics`)).text()).includes(`\n${gauge} ${count}\n`)) return;
      if (waited > 10_000) throw new Error(`${gauge} did not come to ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  /** What there is when the server is told to stop. */
  const CLIENTS: Record<string, (url: string) => Promise<void>> = {
    'an export that is not read': async (url) => {
      send(url, STALLED_EXPORT);
      await running(url, 'custodes_exports_running', 1);
    },
    'four of them': async (url) => {
      for (let n = 0; n < 4; n++) send(url, STALLED_EXPORT);
      await running(url, 'custodes_exports_running', 4);
    },
    'half a body': async (url) => {
      send(url, 'POST /graphql HTTP/1.1\r\nhost: custodes\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"que');
    },
    'half a header': async (url) => send(url, 'GET /health/live HTTP/1.1\r\nhost: cus'),
    'a connection with nothing on it': async (url) => send(url, ''),
    'a connection that is kept': async (url) => send(url, 'GET /health/live HTTP/1.1\r\nhost: custodes\r\n\r\n'),
    'a listener': async (url) => {
      send(url, 'GET /events HTTP/1.1\r\nhost: custodes\r\n\r\n');
      await running(url, 'custodes_event_listeners', 1);
    },
  };
  const all = async (url: string): Promise<void> => {
    await CLIENTS['four of them']!(url);
    for (const name of [
      'half a body',
      'half a header',
      'a connection with nothing on it',
      'a connection that is kept',
      'a listener',
    ])
      await CLIENTS[name]!(url);
  };

  test.each([...Object.entries(CLIENTS), ['all of these', all] as const])(
    '%s: the end comes in under 10 seconds all the same, and in order',
    async (_, clients) => {
      const server = await custodesServe([], { CUSTODES_EXPORTS_OF_CLIENT: '4', CUSTODES_STALL_TIMEOUT_MS: '600000' });
      await clients(server.url);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const asked = performance.now();
      expect(await server.stop()).toBe(0);
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(server.printed()).toContain('Stopped');
    },
  );

  test('an export that is read slowly is whole', async () => {
    const server = await custodesServe();
    const whole = await (await fetch(`${server.url}/export/records`)).text();
    const response = await fetch(`${server.url}/export/records`);
    const reader = response.body!.getReader();
    const parts = [(await reader.read()).value!];
    const stopped = server.stop();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    for (;;) {
      const part = await reader.read();
      if (part.done) break;
      parts.push(part.value);
    }
    expect(Buffer.concat(parts).toString()).toBe(whole);
    expect(await stopped).toBe(0);
  });
});

describeWithNeo4j('SIGTERM with a dead line to Neo4j', () => {
  test('and questions under way: the end comes in under 10 seconds', async () => {
    const line = await Line.to(uri);
    const environment = { NEO4J_URI: line.uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    expect(await custodes(['load', '--seeds', SEED_STORY], environment)).toMatchObject({ exitCode: 0 });
    const server = await custodesServe(['--seeds', SEED_STORY], environment);
    await (await fetch(`${server.url}/health/ready`)).text();
    line.silent = true;
    line.cut();
    const unanswered = [1, 2, 3].map(() => fetch(`${server.url}/export/records`).catch(() => null));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const told = performance.now();
    await server.stop();
    expect(performance.now() - told).toBeLessThan(10_000);
    await Promise.all(unanswered);
    await line.close();
  });
});
