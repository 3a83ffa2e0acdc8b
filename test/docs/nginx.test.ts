import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as requestInClear } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { USUAL_ADMISSION } from '../../src/http/configurable.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';
import { wanting } from '../wanting.js';

/** docs/examples/nginx.conf in front of a server, with the ports and the certificate of this test. */

const installed = spawnSync('nginx', ['-v']).error === undefined;
if (!installed && process.env['CI'] === 'true') throw new Error('nginx is not installed.');
const describeWithNginx = wanting(describe, installed ? null : 'nginx');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describeWithNginx('nginx in front', () => {
  const graph = serveGraph(smallGraph, { trustedProxies: ['loopback'], admission: { requestsAMinute: 30 } });
  const folder = mkdtempSync(join(tmpdir(), 'custodes-nginx-'));
  const [key, certificate, main] = ['key.pem', 'certificate.pem', 'nginx.conf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const ports = { clear: 0, tls: 0 };
  let nginx: ChildProcess;
  /** A second server, which closes whatever connection a request comes over, as one does that stops. */
  const stopping = createServer((socket) => {
    closedOn++;
    socket.once('data', () => socket.destroy()).on('error', () => undefined);
  });
  let closedOn = 0;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const subject = ['-subj', '/CN=custodes.example', '-days', '1'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject], {
      stdio: 'ignore',
    });
    await once(stopping.listen(0, '127.0.0.1'), 'listening');
    [ports.clear, ports.tls] = [await freePort(), await freePort()];
    const site = readFileSync('docs/examples/nginx.conf', 'utf8')
      .replace('127.0.0.1:4000', new URL(graph.url()).host)
      // It is asked again and again, where nginx would leave it out for ten seconds.
      .replace('#server 127.0.0.1:4001;', `server 127.0.0.1:${(stopping.address() as AddressInfo).port} max_fails=0;`)
      .replaceAll(/^ *listen \[::\].*\n/gm, '')
      .replace('listen 80;', `listen 127.0.0.1:${ports.clear};`)
      .replace('listen 443 ', `listen 127.0.0.1:${ports.tls} `)
      .replace('/etc/letsencrypt/live/custodes.example/fullchain.pem', certificate)
      .replace('/etc/letsencrypt/live/custodes.example/privkey.pem', key);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${join(folder, of)};`);
    writeFileSync(
      main,
      `daemon off; pid ${join(folder, 'pid')}; error_log stderr warn; events {} http { access_log off; ${temporary.join(' ')}\n${site}}\n`,
    );
    nginx = spawn('nginx', ['-c', main], { stdio: 'ignore' });
    for (let tries = 0; ; tries += 1) {
      const status = await asked('/health/live').then(
        ({ status }) => status,
        () => 0,
      );
      if (status === 200) return;
      if (tries > 100)
        throw new Error(`nginx does not answer: ${spawnSync('nginx', ['-t', '-c', main], { encoding: 'utf8' }).stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 30_000);
  afterAll(async () => {
    nginx.kill('SIGQUIT');
    await once(nginx, 'exit');
    stopping.close();
    rmSync(folder, { recursive: true });
  });

  const asking = (path: string, options: RequestOptions) => ({
    ...{
      host: '127.0.0.1',
      port: ports.tls,
      path,
      servername: 'custodes.example',
      rejectUnauthorized: false,
      agent: false as const,
    },
    ...options,
    headers: { host: 'custodes.example', ...options.headers },
  });

  async function asked(
    path: string,
    options: RequestOptions = {},
    body = '',
  ): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(asking(path, options), (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      // Who refuses a body may close before it has read it.
      sent.on('error', reject).end(body);
    });
  }
  const post = (query: string) =>
    asked('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' } }, JSON.stringify({ query }));

  test('its file is in order', () => {
    const { status, stderr } = spawnSync('nginx', ['-t', '-c', main], { encoding: 'utf8' });
    expect([status, stderr.includes('[warn]')]).toEqual([0, false]);
  });

  test('TLS is for good, and the server knows the address that clients know', async () => {
    const { status, headers, text } = await post('{ entity(id: "icoca") { name } }');
    expect([status, JSON.parse(text)]).toEqual([
      200,
      expect.objectContaining({ data: { entity: { name: expect.any(String) } } }),
    ]);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await asked('/cite/bibtex')).text).toContain('https://custodes.example');
    const location = await new Promise((resolve) => {
      requestInClear(
        { host: '127.0.0.1', port: ports.clear, path: '/graphql', headers: { host: 'custodes.example' } },
        (response) => {
          response.resume();
          resolve([response.statusCode, response.headers.location]);
        },
      ).end();
    });
    expect(location).toEqual([308, 'https://custodes.example/graphql']);
  });

  test('what a server closes on that stops is asked of the next, by POST too', async () => {
    const before = closedOn;
    for (let times = 0; times < 4; times += 1) expect((await post('{ dataVersion }')).status).toBe(200);
    expect(closedOn).toBeGreaterThan(before);
  });

  test('a body of as many bytes as the server takes passes, a larger one is refused with its code', async () => {
    const bytes = USUAL_ADMISSION.bodyBytes;
    const spaces = bytes - JSON.stringify({ query: '{ dataVersion }' }).length;
    expect((await post(`{ dataVersion ${' '.repeat(spaces)}}`)).status).toBe(200);
    const { status, text } = await post(`{ dataVersion ${' '.repeat(spaces + 1)}}`);
    expect([status, JSON.parse(text)]).toEqual([
      413,
      { errors: [{ message: expect.stringContaining(String(bytes)), extensions: { code: 'REQUEST_TOO_LARGE' } }] },
    ]);
  });

  test('events come at once, exports whole, metrics not at all', async () => {
    const event = await new Promise<string>((resolve, reject) => {
      const sent = request(asking('/events', {}), (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          if (!text.includes('event: data-version')) return;
          sent.destroy();
          resolve(text);
        });
      });
      sent.on('error', reject).end();
    });
    expect(event).toContain(smallGraph.version);
    expect((await asked('/export/graphml')).text).toMatch(/<\/graphml>\s*$/);
    expect((await asked('/metrics')).status).toBe(404);
  });

  test('a client that keeps a hundred requests open is refused the next, and nobody else', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '100' };
    const open = Array.from({ length: 100 }, () =>
      request(asking('/graphql', { method: 'POST', headers })).on('error', () => undefined),
    );
    // All headers, and no body: nginx waits for that.
    for (const one of open) one.flushHeaders();
    let refused = await asked('/health/live');
    for (let tries = 0; refused.status === 200 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      refused = await asked('/health/live');
    }
    expect([refused.status, refused.headers['retry-after'], JSON.parse(refused.text)]).toEqual([
      429,
      '5',
      { errors: [{ message: expect.any(String), extensions: { code: 'TOO_MANY_REQUESTS' } }] },
    ]);
    expect((await asked('/health/live', { localAddress: '127.0.0.2' })).status).toBe(200);
    for (const one of open) one.destroy();
  });

  test('a client cannot say that it is another, so its rate holds', async () => {
    const statuses = [];
    for (let client = 1; client <= 31; client += 1) {
      statuses.push((await asked('/export', { headers: { 'x-forwarded-for': `198.51.100.${client}` } })).status);
    }
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
  });
});
