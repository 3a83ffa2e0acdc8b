import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';

/** A server whose log goes where it cannot be written: a full device, a pipe whose reader has gone or does not read. */

const SEED_STORY = 'seeds/icoca/2021-06-25-digessp.yaml';
const folder = mkdtempSync(join(tmpdir(), 'custodes-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const started: ChildProcess[] = [];
const open: number[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const file of open.splice(0)) closeSync(file);
});

function opened(path: string, flags: number): number {
  const file = openSync(path, flags);
  open.push(file);
  return file;
}

/** Both ends of a named pipe; the reading end does not wait. */
let pipes = 0;
function pipe(): { reader: number; writer: number } {
  const path = join(folder, `pipe-${pipes++}`);
  expect(spawnSync('mkfifo', [path]).status).toBe(0);
  const reader = opened(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: opened(path, constants.O_WRONLY) };
}

function close(file: number): void {
  open.splice(open.indexOf(file), 1);
  closeSync(file);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

interface Serving {
  url: string;
  stop: () => Promise<number | null>;
}

async function serve(stdout: number | 'ignore', stderr: number, options: readonly string[] = []): Promise<Serving> {
  const port = await freePort();
  const command = ['dist/main.js', 'serve', '--seeds', SEED_STORY, '--host', '127.0.0.1', '--port', String(port), ...options];
  const child = spawn(process.execPath, command, { env: { ...process.env, NEO4J_URI: '' }, stdio: ['ignore', stdout, stderr] });
  started.push(child);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; ; waited += 50) {
    const live = await fetch(`${url}/health/live`).catch(() => null);
    if (live !== null) break;
    if (waited > 20_000) throw new Error('it does not serve');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}

/** Each of these is a line of the log. */
async function ask(url: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const response = await fetch(`${url}/export`, { headers: { 'x-request-id': `request-${n}` } });
    expect(response.status).toBe(200);
    await response.text();
  }
}

async function linesLost(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  return Number(/^custodes_log_lines_lost_total (\d+)$/m.exec(page)?.[1]);
}

/** The line of a request is written after its answer. */
async function expectLost(url: string, lines: number): Promise<void> {
  let lost = await linesLost(url);
  for (let times = 0; lost < lines && times < 50; times++) lost = await linesLost(url);
  expect(lost).toBeGreaterThanOrEqual(lines);
}

async function expectEnd({ stop }: Serving): Promise<void> {
  const asked = performance.now();
  expect(await stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
}

describe('a log that cannot be written', () => {
  test.each([
    ['JSON', []],
    ['readable', ['--log-format', 'readable']],
  ])('on a full device, %s: lines are lost and counted, and the server goes on to its end', async (_, options) => {
    const server = await serve('ignore', opened('/dev/full', constants.O_WRONLY), options);
    await ask(server.url, 50);
    await expectLost(server.url, 50);
    await expectEnd(server);
  });

  test('nor the greeting: the same', async () => {
    const full = opened('/dev/full', constants.O_WRONLY);
    const server = await serve(full, full);
    await ask(server.url, 50);
    await expectLost(server.url, 50);
    await expectEnd(server);
  });

  test('in a pipe whose reader has gone: the same', async () => {
    const { reader, writer } = pipe();
    const server = await serve(writer, writer);
    await ask(server.url, 10);
    expect(await linesLost(server.url)).toBe(0);
    close(reader);
    await ask(server.url, 50);
    await expectLost(server.url, 50);
    await expectEnd(server);
  });

  test('in a pipe that nobody reads: the server goes on to its end', async () => {
    const server = await serve('ignore', pipe().writer);
    await ask(server.url, 1_000);
    await expectEnd(server);
  });

  test('in a pipe that is read late: every line is there, whole and in order', async () => {
    const { reader, writer } = pipe();
    const server = await serve('ignore', writer);
    close(writer);
    await ask(server.url, 1_000);
    const buffer = Buffer.alloc(1 << 16);
    let text = '';
    for (let waited = 0; !text.includes('"request-999"'); waited += 20) {
      try {
        text += buffer.toString('utf8', 0, readSync(reader, buffer));
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code !== 'EAGAIN') throw problem;
      }
      if (waited > 20_000) throw new Error('the lines do not come');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: 1_000 }, (_, n) => `request-${n}`));
    expect(await linesLost(server.url)).toBe(0);
    await expectEnd(server);
  });
});
