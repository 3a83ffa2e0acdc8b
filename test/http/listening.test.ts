import { once } from 'node:events';
import { Agent } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, test } from '@jest/globals';
import { watchConnections } from '../../src/http/connections.js';
import { listenAt } from '../../src/http/listening.js';
import { outcomeOf } from '../faults/outcome.js';

/** As `localhost` with two addresses; not every machine has ::1. */
const ADDRESSES = ['127.0.0.1', '127.0.0.2'];

test('every address of localhost is listened at, and a server that ends answers what came at any of them', async () => {
  const beside: Server[] = [];
  const http = Fastify();
  const end = watchConnections(http, beside);
  http.post('/slow', async () => {
    await delay(400);
    return 'answered';
  });
  await listenAt(http, { port: 0, host: 'localhost' }, beside, async () => ADDRESSES);
  const { port } = http.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = (address: string): ReturnType<typeof outcomeOf> => outcomeOf(agent, `http://${address}:${port}/slow`, '{}');

  const answers = ADDRESSES.flatMap((address) => [ask(address), ask(address), ask(address)]);
  await delay(150);
  const ended = end(5_000);
  await http.close();
  ended();
  for (const answer of await Promise.all(answers))
    expect(answer).toMatchObject({ kind: 'answered', status: 200, text: 'answered' });
  for (const address of ADDRESSES) expect(await ask(address)).toMatchObject({ kind: 'refused' });
  agent.destroy();
}, 30_000);

test('an address that the machine has not is passed over', async () => {
  const beside: Server[] = [];
  const http = Fastify();
  await listenAt(http, { port: 0, host: 'localhost' }, beside, async () => ['127.0.0.1', '192.0.2.1']);
  expect(beside).toEqual([]);
  await http.close();
});

test('where another program has the port at one of the addresses, nothing listens', async () => {
  const stranger = createServer().listen(0, '127.0.0.2');
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  const beside: Server[] = [];
  const http = Fastify();
  await expect(listenAt(http, { port, host: 'localhost' }, beside, async () => ADDRESSES)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  expect(http.server.listening).toBe(false);
  stranger.close();
});
