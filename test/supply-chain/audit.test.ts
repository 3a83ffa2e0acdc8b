import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

/** `npm run audit` against registries of this test, which say of weaknesses what they are told to. */

const cache = mkdtempSync(join(tmpdir(), 'custodes-npm-'));
afterAll(() => rmSync(cache, { recursive: true }));

let told = 0;

interface Advisory {
  severity: string;
  vulnerable_versions: string;
}

/** @param advisories by package; null: a registry that cannot be asked */
async function registry(advisories: Record<string, Advisory> | null): Promise<Server> {
  const server = createServer((request, response) => {
    if (advisories === null || request.method !== 'POST') return void response.writeHead(405, { allow: 'GET,HEAD' }).end();
    const known = Object.entries(advisories).map(([name, one]) => [
      name,
      // npm remembers what it was told by number.
      [{ id: (told += 1), title: 'A weakness', url: 'https://example.org/1', ...one }],
    ]);
    request.resume();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(Object.fromEntries(known)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

async function audited(advisories: Record<string, Advisory> | null): Promise<{ exitCode: number | null; out: string }> {
  const server = await registry(advisories);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const env = { ...process.env, npm_config_registry: address, npm_config_cache: cache, npm_config_fetch_retries: '0' };
  const child = spawn(process.execPath, ['scripts/audit.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  server.close();
  return { exitCode, out };
}

describe('npm run audit', () => {
  test('says that nothing is known where the registry cannot be asked, which is no failure', async () => {
    const { exitCode, out } = await audited(null);
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/\nNOT AUDITED: .*405.*\n$/)]);
  });

  test('says so where nothing is known against any package', async () => {
    const { exitCode, out } = await audited({});
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^AUDITED: \d{3,} packages, 0 with weaknesses/m)]);
  });

  test.each(['fastify', 'preact'])('fails on a high weakness of what is given out: %s', async (name) => {
    const { exitCode, out } = await audited({ [name]: { severity: 'high', vulnerable_versions: '*' } });
    expect([exitCode, out]).toEqual([1, expect.stringMatching(new RegExp(`^HIGH ${name} \\(given out\\): A weakness`, 'm'))]);
  });

  test.each([
    ['jest', 'critical', 'CRITICAL jest (a tool)'],
    ['fastify', 'moderate', 'MODERATE fastify (given out)'],
  ])('lists others: %s, %s', async (name, severity, said) => {
    const { exitCode, out } = await audited({ [name]: { severity, vulnerable_versions: '*' } });
    expect([exitCode, out]).toEqual([0, expect.stringContaining(said)]);
  });
});
