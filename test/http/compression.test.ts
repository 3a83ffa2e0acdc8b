import { describe, expect, test } from '@jest/globals';
import { request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

const graph = serveGraph(smallGraph);
const LARGE = '{ actors(first: 100) { nodes { id name relations { nodes { id type } } } } }';

/** As it comes over the wire: `fetch` would unpack it. */
async function ask(query: string, acceptEncoding?: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(acceptEncoding ? { 'accept-encoding': acceptEncoding } : {}) };
    const asked = request(`${graph.url()}/graphql`, { method: 'POST', headers }, (response) => {
      buffer(response).then((body) => resolve({ headers: response.headers, body }), reject);
    });
    asked.on('error', reject);
    asked.end(JSON.stringify({ query }));
  });
}

describe('answers are compressed', () => {
  test('as the client takes them, Brotli first, and are the same unpacked', async () => {
    const plain = await ask(LARGE);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await ask(LARGE, 'gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    const gzip = await ask(LARGE, 'gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    for (const { body } of [brotli, gzip]) expect(body.length).toBeLessThan(plain.body.length / 2);
  });

  test('and caches on the way are told what they differ by', async () => {
    const { headers } = await ask(LARGE, 'br');
    expect(headers['vary']?.toLowerCase().split(/, */)).toEqual(expect.arrayContaining(['accept', 'accept-encoding']));
  });

  test('but not where there is little to save, nor for who does not take it', async () => {
    expect((await ask('{ dataVersion }', 'br')).headers['content-encoding']).toBeUndefined();
    expect((await ask(LARGE, 'identity')).headers['content-encoding']).toBeUndefined();
  });
});
