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

/** Milliseconds; autocannon counts whole ones. */
const SHORTEST = 0.1;

/** @typedef {{ method?: 'GET' | 'POST', path?: string, body?: string, headers?: Record<string, string> }} Request */

/**
 * Sends requests for some seconds, or a number of them, in turn, and refuses to count where one failed.
 * @param {{ url: string, requests: Request[] }} target
 * @param {{ connections: number } & ({ seconds: number } | { amount: number })} load
 * @returns {Promise<{ rate: number, p50: number, p99: number }>} answers a second; milliseconds; a rate of 0 where the server gave up answering, for its
 *   time was over
 */
export async function measure({ url, requests }, { connections, seconds, amount }) {
  const failures = [];
  let asked = 0;
  const result = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    // A slow answer is measured, not given up.
    timeout: 120,
    requests: [
      {
        setupRequest: (request) => {
          const { method = 'POST', path = request.path, body, headers = {} } = requests[asked++ % requests.length];
          return {
            ...request,
            method,
            path,
            body,
            headers: { ...request.headers, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers },
          };
        },
        onResponse: (status, body) => {
          if ((status >= 400 || body.includes('"errors"')) && failures.length < 3)
            failures.push(`${status} ${body.slice(0, 300)}`);
        },
      },
    ],
  });
  if (failures.some((failure) => failure.includes('OPERATION_TIMED_OUT'))) return { rate: 0, p50: 0, p99: 0 };
  if (failures.length > 0 || result.errors > 0) throw new Error(`${url} failed: ${failures[0] ?? `${result.errors} errors`}`);
  // A number of requests ends at autocannon's next second; but each connection asks as soon as it is answered (Little's law).
  const rate =
    amount === undefined
      ? result.requests.total / result.duration
      : (connections * 1000) / Math.max(result.latency.average, SHORTEST);
  return { rate, p50: result.latency.p50, p99: result.latency.p99 };
}
