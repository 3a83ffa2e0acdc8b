import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

/**
 * Starts a server of this folder as a process of its own; its first line is its address.
 * @param {string} file
 * @param {string[]} parameters
 * @param {Record<string, string>} environment
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startProcess(file, parameters, environment) {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const server = spawn(process.execPath, ['--no-warnings', script, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  const ended = once(server, 'exit');
  process.once('exit', () => server.kill('SIGKILL'));
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const first = await Promise.race([lines.next(), ended.then(() => ({ done: true }))]);
  if (first.done) throw new Error(`${file} ended before it served.`);
  return {
    url: first.value,
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * Sends requests for some seconds, the bodies in turn, and refuses to count where one failed.
 * @param {{ url: string, bodies: string[], headers?: Record<string, string>, method?: string }} target
 * @param {{ connections: number, seconds: number }} load
 * @returns {Promise<{ rate: number, p50: number, p99: number, bytes: number }>} requests a second, milliseconds, bytes of an answer
 */
export async function measure({ url, bodies, headers = {}, method = 'POST' }, { connections, seconds }) {
  const failures = [];
  let asked = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method,
    headers: { 'content-type': 'application/json', ...headers },
    requests: [
      {
        setupRequest: (request) => ({ ...request, body: bodies[asked++ % bodies.length] }),
        onResponse: (status, body) => {
          if ((status >= 400 || body.includes('"errors"')) && failures.length < 3)
            failures.push(`${status} ${body.slice(0, 300)}`);
        },
      },
    ],
  });
  if (failures.length > 0 || result.errors > 0) throw new Error(`${url} failed: ${failures[0] ?? `${result.errors} errors`}`);
  const { average: rate } = result.requests;
  return { rate, p50: result.latency.p50, p99: result.latency.p99, bytes: result.throughput.average / Math.max(rate, 1) };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
