import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';
import { exchange, posted, type RawAnswer } from './raw-socket.js';

/** What no client library sends, as bytes. A place that is not given back would be missed soon: there are three. */
const graph = serveGraph(smallGraph, {
  api: { answerCacheBytes: 0 },
  admission: { operationsAtOnce: 3, operationsWaiting: 300, operationsOfClient: 3 },
});

const HOST = 'host: custodes\r\n';
const JSON_TYPE = 'content-type: application/json\r\n';
const QUESTION = '{"query": "{ dataVersion }"}';
const GOOD = posted(QUESTION);
const LIVE = `GET /health/live HTTP/1.1\r\n${HOST}\r\n`;
/** A question whose length is told by these headers; what follows it is a request of its own only for who reads them otherwise. */
const hidden = (headers: string, body = `0\r\n\r\n${LIVE}`): string =>
  `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}${headers}\r\n${body}`;
const chunked = (body: string): string => hidden('transfer-encoding: chunked\r\n', body);
const get = (path: string, headers = HOST): string => `GET ${path} HTTP/1.1\r\n${headers}\r\n`;
const SIZE = QUESTION.length.toString(16);

/** Every answer has them, whoever wrote it. */
function expectOurs({ status, headers, body }: RawAnswer): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-request-id': expect.stringMatching(/^[\w.:-]+$/),
  });
  expect([500, 501]).not.toContain(status);
  expect(body).not.toMatch(/\bat .*\.[jt]s:|node_modules|INTERNAL_SERVER_ERROR/);
  if (status >= 400 && body !== '')
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } }] });
}

afterEach(async () => {
  const { answers } = await exchange(graph.url(), GOOD, 1);
  expect(answers.map(({ status }) => status)).toEqual([200]);
  expect(graph.logged).toEqual([]);
});

/** Answered with 400 once, and closed: whatever comes behind is read by nobody. */
describe('requests of whose length or receiver there is doubt', () => {
  test.each([
    ['a length beside chunks', hidden('content-length: 4\r\ntransfer-encoding: chunked\r\n')],
    ['chunks beside a length', hidden('transfer-encoding: chunked\r\ncontent-length: 5\r\n')],
    ['two encodings', hidden('transfer-encoding: chunked\r\ntransfer-encoding: x\r\n')],
    ['an encoding that nobody knows', hidden('transfer-encoding: xchunked\r\n')],
    ['no encoding, said as one', hidden('transfer-encoding: identity\r\ncontent-length: 5\r\n')],
    ['chunks, and then something', hidden('transfer-encoding: chunked, identity\r\n')],
    ['a space before the colon', hidden('transfer-encoding : chunked\r\ncontent-length: 5\r\n')],
    ['a vertical tab in the encoding', hidden('transfer-encoding: \x0bchunked\r\ncontent-length: 5\r\n')],
    ['two lengths that differ', hidden(`content-length: 0\r\ncontent-length: ${LIVE.length}\r\n`, LIVE)],
    ['two lengths that are the same', hidden('content-length: 5\r\ncontent-length: 5\r\n')],
    ['a list of lengths', hidden('content-length: 5, 5\r\n')],
    ['a length with a sign', hidden('content-length: +5\r\n')],
    ['a length below zero', hidden('content-length: -1\r\n')],
    ['a length in hexadecimal', hidden('content-length: 0x5\r\n')],
    ['a length beyond 64 bits', hidden('content-length: 99999999999999999999999\r\n')],
    ['an empty length', hidden('content-length: \r\n')],
    ['a chunk beyond 64 bits', chunked(`FFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n${LIVE}`)],
    ['a chunk below zero', chunked(`-1\r\nabc\r\n0\r\n\r\n${LIVE}`)],
    ['a chunk written 0x3', chunked(`0x3\r\nabc\r\n0\r\n\r\n${LIVE}`)],
    ['a chunk longer than it says', chunked(`5\r\n${QUESTION}\r\n0\r\n\r\n${LIVE}`)],
    ['chunks that end with a bare line feed', chunked(`${SIZE}\n${QUESTION}\n0\n\n${LIVE}`)],
    ['a line feed in what follows the size', chunked(`${SIZE};\n${QUESTION}\r\n0\r\n\r\n${LIVE}`)],
    ['100 kB behind the size of a chunk', chunked(`${SIZE};a=${'b'.repeat(100_000)}\r\n${QUESTION}\r\n0\r\n\r\n`)],
    ['a length behind the chunks', chunked(`${SIZE}\r\n${QUESTION}\r\n0\r\ncontent-length: 3\r\n\r\n${LIVE}`)],
    ['chunks in HTTP/1.0', chunked(`${SIZE}\r\n${QUESTION}\r\n0\r\n\r\n${LIVE}`).replace('HTTP/1.1', 'HTTP/1.0')],
    [
      'chunks in HTTP/1.0 that would be gone on with',
      hidden('connection: keep-alive\r\ntransfer-encoding: chunked\r\n').replace('HTTP/1.1', 'HTTP/1.0'),
    ],
    ['a folded header', get('/health/live', `${HOST}x-a: b\r\n c\r\n`) + LIVE],
    ['bare line feeds', `GET /health/live HTTP/1.1\nhost: custodes\n\n${LIVE}`],
    ['a bare carriage return', get('/health/live', 'host: custodes\rx: y\r\n') + LIVE],
    ['a null in a header', get('/health/live', `${HOST}x-a: b\0c\r\n`) + LIVE],
    ['a null in the name of a header', get('/health/live', `${HOST}x\0a: b\r\n`) + LIVE],
    ['a null in the address', get('/health\0/live') + LIVE],
    ['a space in the address', get('/health /live') + LIVE],
    ['an address that is no ASCII', get('/é') + LIVE],
    ['an authority for an address', get('elsewhere.example:80') + LIVE],
    ['an address without a slash', get('health/live') + LIVE],
    ['no host', get('/health/live', '') + LIVE],
    ['two hosts', get('/health/live', 'host: a\r\nHost: b\r\n') + LIVE],
    ['a host that is none', get('/reconcile', 'host: a"><script>\r\n') + LIVE],
    ['a host with a path', get('/reconcile', 'host: a/b\r\n') + LIVE],
    [
      'a second host after thousands of headers',
      get('/health/live', `${HOST}${Array.from({ length: 3000 }, (_, n) => `a${n}:\r\n`).join('')}host: b\r\n`) + LIVE,
    ],
    ['HTTP/2 as it begins', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'],
    ['HTTP/2.0 in the words of HTTP/1.1', LIVE.replace('1.1', '2.0') + LIVE],
    ['HTTP/9.9', LIVE.replace('1.1', '9.9') + LIVE],
    ['a method in small letters', LIVE.replace('GET', 'get') + LIVE],
    ['a method of 40,000 letters', LIVE.replace('GET', 'A'.repeat(40_000))],
    ['TLS', Buffer.from('16030100a5010000a10303', 'hex')],
    ['SSH', 'SSH-2.0-OpenSSH_9\r\n'],
  ])('%s', async (_what, bytes) => {
    const { answers, closed } = await exchange(graph.url(), bytes);
    expect([answers.map(({ status }) => status), closed]).toEqual([[400], true]);
    expectOurs(answers[0]!);
    expect(answers[0]!.headers['connection']).toBe('close');
  });
});

describe('several requests ahead', () => {
  test('are answered each, in their order', async () => {
    const both = Buffer.concat([GOOD, Buffer.from(LIVE)]);
    const { answers } = await exchange(graph.url(), Buffer.concat(Array<Buffer>(100).fill(both)), 200);
    expect(answers.map(({ body }) => 'data' in (JSON.parse(body) as object))).toEqual(
      Array.from({ length: 200 }, (_, n) => n % 2 === 0),
    );
    answers.forEach(expectOurs);
  });

  test.each([
    ['what is no HTTP', 'GARBAGE\r\n\r\n', 400],
    ['a chunk that is none', chunked('ZZ\r\n'), 400],
    ['CONNECT', `CONNECT elsewhere.example:443 HTTP/1.1\r\n${HOST}\r\n`, 405],
  ])(
    '%s behind a good one is refused when that has its answer, and what is behind it is not read',
    async (_what, bad, status) => {
      const { answers, closed } = await exchange(graph.url(), Buffer.concat([GOOD, GOOD, Buffer.from(bad), GOOD]));
      expect([answers.map((one) => one.status), closed]).toEqual([[200, 200, status], true]);
      answers.forEach(expectOurs);
    },
  );
});

describe('odd requests that are answered', () => {
  test.each<[string, string | Buffer, number | number[]]>([
    ['a whole address', get('http://elsewhere.example/health/live'), 200],
    ['a whole address of a question', posted(QUESTION, JSON_TYPE, 'http://elsewhere.example/graphql'), 200],
    ['a null in the address, encoded', get('/health%00/live'), 404],
    ['files of others', get('/assets/../../package.json'), 404],
    ['files of others, encoded', get('/assets/%2f%2fetc%2fpasswd'), 404],
    ['files of others, with the other slash', get('/assets/..\\..\\package.json'), 404],
    ['two slashes', get('//graphql'), 404],
    ['OPTIONS of all', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, 404],
    ['a change to WebSocket', get('/health/live', `${HOST}connection: upgrade\r\nupgrade: websocket\r\n`), 200],
    ['a change to HTTP/2', posted(QUESTION, `${JSON_TYPE}connection: upgrade, http2-settings\r\nupgrade: h2c\r\n`), 200],
    ['CONNECT', `CONNECT elsewhere.example:443 HTTP/1.1\r\n${HOST}\r\n${LIVE}`, 405],
    ['TRACE', `TRACE /health/live HTTP/1.1\r\n${HOST}cookie: secret\r\n\r\n`, 405],
    ['PROPFIND', `PROPFIND /graphql HTTP/1.1\r\n${HOST}\r\n`, 405],
    ['a client that waits to be asked for its body', posted(QUESTION, `${JSON_TYPE}expect: 100-continue\r\n`), 200],
    ['a client that expects what nobody knows', posted(QUESTION, `${JSON_TYPE}expect: 200-ok\r\n`), 200],
    ['HTTP/1.0', 'GET /health/live HTTP/1.0\r\n\r\n', 200],
    ['a body with GET', get('/health/live', `${HOST}content-length: 5\r\n`) + `abcde${LIVE}`, [200, 200]],
    ['a body in chunks with GET', get('/health/live', `${HOST}transfer-encoding: chunked\r\n`) + `5\r\nabcde\r\n0\r\n\r\n`, 200],
    ['a body with OPTIONS', `OPTIONS /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}content-length: 2\r\n\r\n{}${LIVE}`, [405, 200]],
    ['chunks of one byte', chunked(`${[...QUESTION].map((byte) => `1\r\n${byte}\r\n`).join('')}0\r\n\r\n`), 200],
    ['chunks with words beside the size', chunked(`${SIZE};a=b\r\n${QUESTION}\r\n0\r\n\r\n`), 200],
    ['100 kB of trailers', chunked(`${SIZE}\r\n${QUESTION}\r\n0\r\n${'x-a: bbbbbbbbbb\r\n'.repeat(6000)}\r\n`), 431],
    ['an address of 1 MB', get(`/health/live?${'a=b&'.repeat(250_000)}`), 431],
    ['31 kB of arguments', get(`/health/live?${'a=b&'.repeat(7500)}`), 200],
    ['thousands of headers', get('/health/live', HOST + Array.from({ length: 3000 }, (_, n) => `a${n}:\r\n`).join('')), 200],
    [
      'a compressed body behind thousands of headers',
      posted(
        gzipSync(QUESTION),
        `${JSON_TYPE}${Array.from({ length: 2100 }, (_, n) => `a${n}:\r\n`).join('')}content-encoding: gzip\r\n`,
      ),
      415,
    ],
    ['headers of the names of prototypes', get('/health/live', `${HOST}__proto__: x\r\nconstructor: y\r\n`), 200],
    ['arguments of the names of prototypes', get('/export/graphml?__proto__=1&constructor=2'), 400],
    ['a body that grows a thousandfold', posted(gzipSync(Buffer.alloc(50e6)), `${JSON_TYPE}content-encoding: gzip\r\n`), 415],
    ['two compressions', posted(gzipSync(QUESTION), `${JSON_TYPE}content-encoding: gzip, gzip\r\n`), 415],
    ['UTF-16', posted(Buffer.from(QUESTION, 'utf16le'), 'content-type: application/json; charset=utf-16\r\n'), 400],
    ['bytes that are no UTF-8', posted(Buffer.from('{"query": "{ dataVersion } # \xff\xc0"}', 'latin1')), 200],
    ['a mark of byte order', posted(`\ufeff${QUESTION}`), 200],
    ['an accept that nobody can meet', posted(QUESTION, `${JSON_TYPE}accept: image/png\r\n`), 406],
    ['an accept of 28 kB', posted(QUESTION, `${JSON_TYPE}accept: ${'a/b,'.repeat(7000)}*/*\r\n`), 200],
    ['an origin that is none', posted(QUESTION, `${JSON_TYPE}origin: null\r\n`), 200],
    ['a part of an answer', get('/health/live', `${HOST}range: bytes=0-1,0-1,5-\r\n`), 200],
    ['an id of the request with a quote and a tab', get('/health/live', `${HOST}x-request-id: a\tb"\r\n`), 200],
  ])('%s', async (_what, bytes, statuses) => {
    const expected = [statuses].flat();
    const { answers } = await exchange(graph.url(), bytes, expected.length);
    expect(answers.map(({ status }) => status)).toEqual(expected);
    answers.forEach(expectOurs);
    expect(answers[0]!.body).not.toContain('secret');
  });

  test.each(['HEAD', 'OPTIONS', 'TRACE', 'PUT'])('%s of every address', async (method) => {
    const paths = ['/', '/graphql', '/export', '/export/graphml', '/cite', '/cite/bibtex', '/reconcile', '/cypher', '/events'];
    for (const path of [...paths, '/reconcile/suggest/entity', '/health/live', '/health/ready', '/metrics', '/nowhere']) {
      const { answers } = await exchange(graph.url(), `${method} ${path} HTTP/1.1\r\n${HOST}connection: close\r\n\r\n`);
      expect(answers.map(({ status }) => [path, status < 500])).toEqual([[path, true]]);
      expectOurs(answers[0]!);
      if (method === 'HEAD') expect(answers[0]!.body).toBe('');
    }
  });
});

describe('the entity tags that a client has', () => {
  const QUERY = '/graphql?query=%7B%20dataVersion%20%7D';
  const tagged = (tags: string): string => get(QUERY, `${HOST}apollo-require-preflight: 1\r\nif-none-match: ${tags}\r\n`);
  const ask = async (tags: string): Promise<RawAnswer> => (await exchange(graph.url(), tagged(tags), 1)).answers[0]!;

  test('whatever there is, the same tag weak or not, and among many', async () => {
    const { etag = '' } = (await ask('"other"')).headers;
    expect(etag).toMatch(/^W\/".+"$/);
    for (const tags of ['*', etag, etag.slice(2), `${'"other",'.repeat(3000)} ${etag}`]) {
      expect((await ask(tags)).status).toBe(304);
    }
    expect((await ask('W/"other"')).status).toBe(200);
    expect((await ask('"a",'.repeat(16_000))).status).toBe(431);
  });

  test('a long row of spaces is read as quickly as anything', async () => {
    const began = performance.now();
    for (let times = 0; times < 10; times++) expect((await ask(`"a"${' '.repeat(30_000)}"b"`)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(2_500);
  });
});
