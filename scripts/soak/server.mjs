import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const INSIDE = new URL('seen-from-inside.mjs', import.meta.url).href;

/** @typedef {{ heap: number, outside: number, rss: number, handles: number, descriptors: number | null }} Held MiB, and numbers of things */

/**
 * `custodes serve` as a process of its own, which can be asked what it holds.
 * @param {Record<string, string>} environment
 * @returns {Promise<{ url: string, held: () => Promise<Held>, stop: () => Promise<number> }>} `stop` gives the exit code
 */
export async function startServer(environment) {
  const server = spawn(process.execPath, ['--no-warnings', '--expose-gc', '--import', INSIDE, SERVER, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, CUSTODES_PORT: '0', CUSTODES_HOST: '127.0.0.1', CUSTODES_LOG_LEVEL: 'warn', ...environment },
  });
  const killWithUs = () => server.kill('SIGKILL');
  process.once('exit', killWithUs);
  const ended = once(server, 'exit').finally(() => process.off('exit', killWithUs));
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (printed = (printed + text).slice(-4000)));
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', () => {
      const [address] = /http:\/\/\S+(?=\/graphql)/.exec(printed) ?? [];
      if (address !== undefined && printed.includes('Ctrl+C')) resolve(address);
    });
    void ended.then(() => reject(new Error(`The server ended before it served:\n${printed}`)));
  });
  const died = ended.then(([code, signal]) => {
    throw new Error(`The server ended with ${code ?? signal}:\n${printed}`);
  });
  died.catch(() => undefined);
  return {
    url,
    held: async () => {
      server.send('held');
      const [{ heapUsed, external, rss, resources }] = await Promise.race([once(server, 'message'), died]);
      const descriptors = `/proc/${server.pid}/fd`;
      return {
        heap: heapUsed / 2 ** 20,
        outside: external / 2 ** 20,
        rss: rss / 2 ** 20,
        handles: resources,
        descriptors: existsSync(descriptors) ? readdirSync(descriptors).length : null,
      };
    },
    stop: async () => {
      server.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}
