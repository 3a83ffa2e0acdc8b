/** `custodes serve` as a user starts it, on a free port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** @param {string} seeds folder of dossiers @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
export async function serving(seeds) {
  const { NEO4J_URI: _ours, ...environment } = process.env;
  const server = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--seeds', seeds], { env: environment });
  const ended = once(server, 'close');
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const url = await new Promise((resolve, reject) => {
    server.stdout.on('data', () => {
      const found = /GraphQL +(http:\/\/\S+)\/graphql/.exec(printed);
      if (found) resolve(found[1]);
    });
    void ended.then(([code]) => reject(new Error(`custodes serve ended with ${code}:\n${printed}`)));
  });
  return {
    url,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
