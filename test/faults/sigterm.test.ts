import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { custodes, custodesServe } from '../cli/custodes.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { Line } from './line.js';
import { outcomeOf, type Outcome } from './outcome.js';

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';
const QUERY = '{ influence(region: "GT") { influencers { nodes { rank actor { name relations { nodes { id } } } } } } }';

/** Here it is not about how long an answer takes: on Neo4j many of the other at one time may take longer than the end may. */
const QUICK_QUERY = '{ entity(id: "icoca") { name relations { nodes { id target { name } } } } }';

const { uri, user, password } = neo4jOfTests;
const STORES = uri ? ['memory', 'neo4j'] : ['memory'];

/** What became of the requests of a load, and what was wrong with any of them. */
interface Tally {
  answered: number;
  notTaken: number;
  wrong: string[];
}

/** Sixteen clients, each of which asks again when it has its answer; to be stopped. */
function load(url: string, query: string, agent: Agent): { tally: Tally; stop: () => Promise<void> } {
  const tally: Tally = { answered: 0, notTaken: 0, wrong: [] };
  let stopped = false;
  const clients = Array.from({ length: 16 }, async () => {
    while (!stopped) {
      const outcome = await outcomeOf(agent, `${url}/graphql`, JSON.stringify({ query }));
      if (outcome.kind === 'answered' && outcome.status === 200 && /^\{"data":.*\}\n?$/s.test(outcome.text)) tally.answered++;
      else if (
        outcome.kind === 'refused' ||
        (outcome.kind === 'answered' && outcome.status === 503 && outcome.text.includes('"code":"STOPPING"'))
      ) {
        // The client may ask another server: nothing was done of it.
        tally.notTaken++;
        await delay(20);
      } else tally.wrong.push(JSON.stringify(outcome).slice(0, 200));
    }
  });
  return {
    tally,
    stop: async () => {
      stopped = true;
      await Promise.all(clients);
      agent.destroy();
    },
  };
}

const CONNECTIONS = {
  'that are kept': () => new Agent({ keepAlive: true }),
  'of one request each': () => new Agent({ keepAlive: false }),
};
const LOADS = STORES.flatMap((engine) => Object.entries(CONNECTIONS).map(([name, agent]) => [engine, name, agent] as const));

test.each(LOADS)(
  'SIGTERM under load, the graph in %s, connections %s: no request is cut off, nothing new is taken, and the end comes in under 10 seconds',
  async (engine, _, agent) => {
    const environment = engine === 'neo4j' ? { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } : {};
    if (engine === 'neo4j') expect(await custodes(['load', '--seeds', SEED_STORY], environment)).toMatchObject({ exitCode: 0 });
    const server = await custodesServe(['--seeds', SEED_STORY], environment);
    const { tally, stop } = load(server.url, engine === 'neo4j' ? QUICK_QUERY : QUERY, agent());
    await delay(1_500);
    const asked = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    await stop();
    expect(tally.wrong).toEqual([]);
    expect(tally.answered).toBeGreaterThan(0);
  },
  120_000,
);

test('SIGTERM behind a balancer: it is told, what is under way and what still comes is answered, and no request is lost', async () => {
  const server = await custodesServe(['--seeds', SEED_STORY], { CUSTODES_DRAIN_MS: '3000' });
  const agent = new Agent({ keepAlive: true });
  const ready = (): Promise<Outcome> => outcomeOf(agent, `${server.url}/health/ready`);
  const { tally, stop } = load(server.url, QUERY, new Agent({ keepAlive: true }));
  const whole = await (await fetch(`${server.url}/export/records`)).text();
  const underWay = (await fetch(`${server.url}/export/records`)).body!.getReader();
  const parts = [(await underWay.read()).value!];
  expect(await ready()).toMatchObject({ kind: 'answered', status: 200 });

  const told = performance.now();
  const ended = server.stop();
  let seen = await ready();
  for (; seen.kind === 'answered' && seen.status === 200; seen = await ready()) await delay(100);
  expect(seen).toMatchObject({ kind: 'answered', status: 503 });
  expect(seen.kind === 'answered' && JSON.parse(seen.text)).toMatchObject({ status: 'not ready', code: 'STOPPING' });
  // Until the balancer has noticed, requests come, and are answered.
  const before = tally.answered;
  await delay(500);
  expect(tally.answered).toBeGreaterThan(before);
  await stop();
  for (let part = await underWay.read(); !part.done; part = await underWay.read()) parts.push(part.value);
  expect(Buffer.concat(parts).toString()).toBe(whole);
  expect(await ready()).toMatchObject({ kind: 'answered', status: 503 });

  expect(await ended).toBe(0);
  expect(performance.now() - told).toBeGreaterThanOrEqual(3_000);
  expect(tally).toMatchObject({ notTaken: 0, wrong: [] });
  expect(await ready()).toEqual({ kind: 'refused' });
  agent.destroy();
});

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
      await delay(50);
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
      await delay(300);
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
    await delay(3_000);
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
    const agent = new Agent();
    const unanswered = [1, 2, 3].map(() => outcomeOf(agent, `${server.url}/export/records`));
    await delay(300);
    const told = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - told).toBeLessThan(10_000);
    // The database has not answered, but the server has.
    for (const outcome of await Promise.all(unanswered)) expect(outcome).toMatchObject({ kind: 'answered', status: 503 });
    await line.close();
  });
});
