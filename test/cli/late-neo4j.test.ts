import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { NEO4J_FOLDER, startNeo4j } from '../../scripts/neo4j/server.mjs';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { custodesStarting } from './custodes.js';

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const SEED_STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml', '--no-cache'];

async function away(environment: Record<string, string> = {}) {
  const [port, bolt] = [await freePort(), await freePort()];
  const neo4j = { NEO4J_URI: `bolt://127.0.0.1:${bolt}`, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'custodes-late' };
  const server = custodesStarting(['--port', String(port), ...SEED_STORY], { ...neo4j, ...environment });
  const url = `http://localhost:${port}`;
  const asked = async (path: string): Promise<[number, unknown]> => {
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(5_000) });
    return [response.status, await response.json()];
  };
  return { server, bolt, url, asked };
}

describeWithNeo4j('custodes serve where Neo4j comes later', () => {
  test('waits for it, says so, and is alive but not ready meanwhile', async () => {
    const { server, bolt, url, asked } = await away();
    await server.hasPrinted('Neo4j cannot be reached');
    expect(server.printed()).toMatch(/Trying again for \d+ s more \(CUSTODES_NEO4J_WAIT_MS\)/);
    expect(await asked('/health/live')).toEqual([200, { status: 'live' }]);
    expect(await asked('/health/ready')).toEqual([503, expect.objectContaining({ status: 'not ready', code: 'STARTING' })]);
    const body = JSON.stringify({ query: '{ dataVersion }' });
    const refused = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      503,
      '2',
      { errors: [{ message: expect.any(String), extensions: { code: 'STARTING' } }] },
    ]);

    const home = mkdtempSync(join(NEO4J_FOLDER, 'late-'));
    // Without logins, for this one gets its first password only when it runs, and until then it would refuse ours.
    const running = await startNeo4j({ home, boltPort: bolt, password: null, heap: '512m' });
    try {
      await server.hasPrinted('Ctrl+C stops it.');
      expect(server.printed()).toMatch(/"level":"info",.*Neo4j was reached after \d+ s/);
      expect(await asked('/health/ready')).toEqual([200, expect.objectContaining({ status: 'ready', engine: 'neo4j' })]);
      expect(await server.stop()).toBe(0);
    } finally {
      await running.stop();
      await rm(home, { recursive: true, force: true });
    }
  }, 180_000);

  test('does not wait where waiting does not help: a wrong password', async () => {
    const { server } = await away({ NEO4J_URI: neo4jOfTests.uri, NEO4J_PASSWORD: 'not-the-password' });
    expect(await server.ended).toBe(3);
    expect(server.printed()).toContain('STORE_LOGIN_REFUSED');
    expect(server.printed()).not.toMatch(/Trying again|not-the-password/);
  }, 30_000);
});

test('custodes serve gives Neo4j up when the time to wait is over, with 3', async () => {
  // Who hears of warnings alone must hear of this.
  const { server } = await away({ CUSTODES_NEO4J_WAIT_MS: '1500', CUSTODES_LOG_LEVEL: 'warn' });
  expect(await server.ended).toBe(3);
  expect(server.printed()).toMatch(/"level":"warn",.*Trying again for 2 s more/);
  expect(server.printed()).toMatch(/^STORE_UNAVAILABLE: Neo4j cannot be reached/m);
  const none = await away({ CUSTODES_NEO4J_WAIT_MS: '0' });
  expect(await none.server.ended).toBe(3);
  expect(none.server.printed()).not.toContain('Trying again');
});

test('custodes serve that waits for Neo4j stops at once when it is told to', async () => {
  const { server } = await away();
  await server.hasPrinted('Trying again');
  const start = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(server.printed()).toContain('Stopped before the graph was open');
});
