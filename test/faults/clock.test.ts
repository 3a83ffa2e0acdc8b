import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { custodes, custodesServe, post } from '../cli/custodes.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { wanting } from '../wanting.js';

/** libfaketime (apt: faketime) gives the program another clock, which a file sets while it runs. */
const LIBRARY = readdirSync('/usr/lib')
  .map((machine) => join('/usr/lib', machine, 'faketime/libfaketime.so.1'))
  .find(existsSync);
if (LIBRARY === undefined && process.env.CI === 'true') throw new Error('faketime is not installed: apt-get install faketime');

const folder = mkdtempSync(join(tmpdir(), 'custodes-clock-'));
const clock = join(folder, 'now');
const setClock = (to: string): void => writeFileSync(clock, `@${to}`);
afterAll(() => rmSync(folder, { recursive: true }));
const CLOCK = {
  LD_PRELOAD: LIBRARY ?? '',
  FAKETIME_TIMESTAMP_FILE: clock,
  FAKETIME_NO_CACHE: '1',
  // A machine's clock is set, its uptime is not.
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  DONT_FAKE_MONOTONIC: '1',
};
const STORY = ['--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
const QUERY = '{ influence(region: "GT") { influencers { nodes { rank score actor { name } } } } }';
const yearOf = async (url: string): Promise<number> =>
  new Date((await fetch(`${url}/health/live`)).headers.get('date')!).getUTCFullYear();

const testWithFaketime = wanting(test, LIBRARY === undefined ? 'faketime' : null);

testWithFaketime(
  'a clock that is far off, or jumps: the answers are the same, and no client waits longer than a minute',
  async () => {
    const right = await custodesServe(STORY);
    const expected = await post(right.url, QUERY);
    await right.stop();
    setClock('1999-12-31 23:59:50');
    const server = await custodesServe(STORY, { ...CLOCK, CUSTODES_REQUESTS_A_MINUTE: '8' });
    for (const [time, year] of [
      ['1999-12-31 23:59:50', 1999],
      ['2100-01-01 00:00:10', 2100],
      ['1980-01-01 00:00:00', 1980],
    ] as const) {
      setClock(time);
      // Node reads the clock for this once a second.
      while (Math.abs((await yearOf(server.url)) - year) > 1) await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await post(server.url, QUERY)).toBe(expected);
      // Asked again it is one that is kept.
      expect(await post(server.url, QUERY)).toBe(expected);
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    }
    let refused: Response | undefined;
    for (let asked = 0; refused === undefined; asked++) {
      expect(asked).toBeLessThan(8);
      const response = await fetch(`${server.url}/graphql?query={dataVersion}`, {
        headers: { 'apollo-require-preflight': 'true' },
      });
      if (response.status === 429) refused = response;
    }
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await server.stop()).toBe(0);
  },
  60_000,
);

describeWithNeo4j('with the graph in Neo4j', () => {
  testWithFaketime(
    'a clock that jumps: a copy in memory follows a load, says how old it is, and patience ends when it should',
    async () => {
      const environment = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: neo4jOfTests.user, NEO4J_PASSWORD: neo4jOfTests.password };
      expect(await custodes(['load', ...STORY, '--replace'], environment)).toMatchObject({ exitCode: 0 });
      setClock('2100-01-01 00:00:00');
      const asks = await custodesServe([], { ...environment, ...CLOCK });
      const copies = await custodesServe([], { ...environment, ...CLOCK, CUSTODES_READ_MODEL: '100' });
      const expected = await post(asks.url, QUERY);
      for (const time of ['1999-01-01 00:00:00', '2050-06-01 00:00:00']) {
        setClock(time);
        // Each load goes up by one, and is followed.
        expect(await custodes(['load', ...STORY, '--replace'], environment)).toMatchObject({ exitCode: 0 });
        expect(await post(asks.url, QUERY)).toBe(expected);
        expect(await post(copies.url, QUERY)).toBe(expected);
        const page = await (await fetch(`${copies.url}/metrics`)).text();
        const age = Number(/^custodes_read_model_age_seconds (\S+)$/m.exec(page)?.[1]);
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThan(30);
        expect((await fetch(`${asks.url}/health/ready`)).status).toBe(200);
      }
      expect([await asks.stop(), await copies.stop()]).toEqual([0, 0]);
    },
    120_000,
  );
});
