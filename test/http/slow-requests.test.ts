import { expect, test } from '@jest/globals';
import type { Answered } from '../../src/http/observing.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';
import { exchange, posted } from './raw-socket.js';

/** Node looks for late requests every half minute unless told, and gives bodies twice the time of headers. */
const TIME = 300;
/** What it may take beyond that, on a machine that is busy with others. */
const PATIENCE = 4_000;

const answered: Answered[] = [];
const graph = serveGraph(smallGraph, {
  admission: { requestTimeoutMs: TIME },
  observers: [(one) => answered.push(one)],
});

test.each([
  ['nothing at all', ''],
  ['half an address', 'GET /health/li'],
  ['headers without an end', 'GET /health/live HTTP/1.1\r\nhost: custodes\r\n'],
  ['half a body', 'POST /graphql HTTP/1.1\r\nhost: custodes\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{'],
  [
    'half a chunk',
    'POST /graphql HTTP/1.1\r\nhost: custodes\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nFF\r\n{',
  ],
])('%s is given up soon after its time', async (_what, bytes) => {
  const began = performance.now();
  const { answers, closed } = await exchange(graph.url(), bytes);
  expect([answers.map(({ status }) => status), closed]).toEqual([[408], true]);
  expect(JSON.parse(answers[0]!.body)).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TIMED_OUT' } }] });
  expect(performance.now() - began).toBeLessThan(TIME + PATIENCE);
  expect(answered.map(({ codes }) => codes)).toContainEqual(['REQUEST_TIMED_OUT']);
});

test('half a request after a whole one: the whole one has its answer, and only then is the half one given up', async () => {
  const { answers } = await exchange(graph.url(), Buffer.concat([posted('{"query": "{ dataVersion }"}'), Buffer.from('GET /')]));
  expect(answers.map(({ status }) => status)).toEqual([200, 408]);
});
