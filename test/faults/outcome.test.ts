import { Agent } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { outcomeOf } from './outcome.js';

/** The tests of faults stand on it that a client of theirs takes nothing that was cut off for something that was never taken. */

/** What becomes of a request to a server that does this with its connection, when the request has come. */
async function outcomeWith(does: (socket: Socket) => void): Promise<unknown> {
  const server = createServer((socket) => socket.on('error', () => undefined).once('data', () => does(socket)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const outcome = await outcomeOf(new Agent(), `http://127.0.0.1:${port}/`, '{}');
  await new Promise((closed) => server.close(closed));
  return outcome;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n';

test.each<[string, (socket: Socket) => void, string]>([
  ['reset', (socket) => socket.resetAndDestroy(), 'before the answer'],
  ['ended', (socket) => socket.end(), 'before the answer'],
  ['ended within the head', (socket) => socket.end(HEAD.slice(0, 30)), 'before the answer'],
  ['ended after the head', (socket) => socket.end(HEAD), 'after 200 and 0 characters'],
  [
    'reset within the answer',
    (socket) => socket.write(`${HEAD}12345`, () => setTimeout(() => socket.resetAndDestroy(), 50)),
    'after 200 and 5',
  ],
  ['ended within the answer', (socket) => socket.end(`${HEAD}12345`), 'after 200 and 5 characters'],
])('a request whose connection is %s is cut off', async (_, does, how) => {
  expect(await outcomeWith(does)).toMatchObject({ kind: 'cut off', how: expect.stringContaining(how) });
});

test('a request that is answered is, and one where nobody listens is refused', async () => {
  expect(await outcomeWith((socket) => socket.end(`${HEAD}1234567890`))).toEqual({
    kind: 'answered',
    status: 200,
    text: '1234567890',
  });
  expect(await outcomeOf(new Agent(), 'http://127.0.0.1:9/', '{}')).toEqual({ kind: 'refused' });
});
