/** How long commands take that run as a user runs them, in milliseconds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** From the start of `custodes serve` until it says where it is and /health/ready answers 200. @param {string[]} args */
export async function timeToServe(args) {
  const began = performance.now();
  const server = start(['serve', '--port', '0', ...args]);
  const ended = once(server, 'close');
  const url = await new Promise((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const found = /Health +(\S+)/.exec(printed);
      if (found) resolve(found[1]);
    });
    void ended.then(([code]) => reject(new Error(`custodes serve ended with ${code}:\n${printed}`)));
  });
  const { status } = await fetch(url);
  const took = performance.now() - began;
  server.kill('SIGTERM');
  await ended;
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return took;
}

/** A command to its end. @param {string[]} args @param {Record<string, string>} environment */
export async function timeCommand(args, environment) {
  const began = performance.now();
  const command = start(args, environment);
  let progress = '';
  command.stderr.on('data', (chunk) => (progress += chunk));
  const [code] = await once(command, 'close');
  if (code !== 0) throw new Error(`custodes ${args.join(' ')} ended with ${code}:\n${progress}`);
  return { took: performance.now() - began, progress };
}

/** Node with nothing to do: below this nothing written for it can start. */
export async function timeNode() {
  const began = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'close');
  return performance.now() - began;
}

function start(args, environment = {}) {
  const { NEO4J_URI: _uri, CUSTODES_CACHE: _cache, ...inherited } = process.env;
  return spawn(process.execPath, [COMMAND, ...args], { env: { ...inherited, ...environment } });
}
