import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { custodes, custodesServe, type Serving } from '../cli/custodes.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { askServer } from '../graphql/served-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { Authority, type Certificate } from './certificates.js';
import { ScriptedCluster } from './cluster.js';

const NAME = '{ entity(id: "icoca") { name } }';
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeWithNeo4j('a server over Neo4j', () => {
  let driver: Driver;
  const folder = mkdtempSync(join(tmpdir(), 'custodes-login-'));
  beforeAll(async () => {
    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    await store.close();
    driver = neo4j.driver(neo4jOfTests.uri, neo4j.auth.basic(neo4jOfTests.user, neo4jOfTests.password));
  }, 60_000);
  afterAll(async () => {
    await driver.close();
    rmSync(folder, { recursive: true });
  });

  async function answersAgain({ url }: Serving): Promise<void> {
    for (const began = performance.now(); ; await pause(200)) {
      const { codes } = await askServer(url, NAME);
      if (codes.length === 0) return;
      if (performance.now() - began > 30_000) throw new Error(`no answer again, but ${codes.join()}`);
    }
  }

  describe('whose password is changed', () => {
    const user = 'visitor';
    const PASSWORDS = ['the-first-password', 'the-second-password', 'the-third-password'] as const;
    const file = join(folder, 'password');
    const inSystem = (statement: string, parameters = {}): Promise<unknown> =>
      driver.executeQuery(statement, parameters, { database: 'system' });
    beforeAll(() =>
      inSystem('CREATE OR REPLACE USER visitor SET PASSWORD $password CHANGE NOT REQUIRED', { password: PASSWORDS[0] }),
    );
    afterAll(() => inSystem('DROP USER visitor IF EXISTS'));

    /** Who is connected stays so, until the connection ends. */
    async function change(password: string): Promise<void> {
      await inSystem('ALTER USER visitor SET PASSWORD $password CHANGE NOT REQUIRED', { password });
      await driver.executeQuery(
        "CALL dbms.listConnections() YIELD connectionId, username WHERE username = 'visitor' CALL dbms.killConnection(connectionId) YIELD message RETURN message",
      );
    }

    test('says so in a code, shows no password, and answers again without a restart when it is changed back', async () => {
      const server = await custodesServe([], { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: user, NEO4J_PASSWORD: PASSWORDS[0] });
      await answersAgain(server);
      await change(PASSWORDS[1]);
      const refused = await askServer(server.url, NAME);
      expect(refused.codes).toEqual(['STORE_LOGIN_REFUSED']);
      const ready = await fetch(`${server.url}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([503, expect.objectContaining({ code: 'STORE_LOGIN_REFUSED' })]);
      expect(server.printed()).toContain('NEO4J_PASSWORD');
      for (const password of PASSWORDS) expect(server.printed() + JSON.stringify(refused)).not.toContain(password);
      await change(PASSWORDS[0]);
      // Neo4j itself waits some seconds after wrong passwords.
      await answersAgain(server);
      expect(await server.stop()).toBe(0);
    }, 90_000);

    test('goes on with the new one where a file holds it', async () => {
      writeFileSync(file, PASSWORDS[0]);
      const address = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: user, NEO4J_PASSWORD_FILE: file };
      const server = await custodesServe(['--cypher'], address);
      const askInCypher = async (): Promise<number> => {
        const body = JSON.stringify({ statement: 'RETURN 1' });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`${server.url}/cypher`, { method: 'POST', headers, body })).status;
      };
      await answersAgain(server);
      expect(await Promise.all([askInCypher(), askInCypher(), askInCypher()])).toEqual([200, 200, 200]);
      writeFileSync(file, `${PASSWORDS[2]}\n`);
      await change(PASSWORDS[2]);
      const answers = await Promise.all(Array.from({ length: 8 }, () => askServer(server.url, NAME)));
      expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
      for (const began = performance.now(); (await askInCypher()) !== 200; await pause(200)) {
        if (performance.now() - began > 30_000) throw new Error('/cypher does not answer again');
      }
      expect(server.printed()).not.toContain(PASSWORDS[2]);
      expect(await server.stop()).toBe(0);
    }, 90_000);
  });

  describe('over TLS', () => {
    const NAMES = 'IP:127.0.0.1,DNS:localhost';
    let authority: Authority;
    let good: Certificate;
    let neo4jOverTls: ScriptedCluster;
    beforeAll(async () => {
      authority = new Authority(folder);
      good = authority.certificate(NAMES);
      const table = { routers: ['one'], readers: ['one'], writers: ['one'], ttl: 300 };
      neo4jOverTls = await ScriptedCluster.before(neo4jOfTests.uri, ['one'], table, good);
    }, 60_000);
    afterAll(() => neo4jOverTls.close());

    const environment = (scheme: string): Record<string, string> => ({
      NEO4J_URI: neo4jOverTls.uri('one').replace('neo4j:', `${scheme}:`),
      NEO4J_USER: neo4jOfTests.user,
      NEO4J_PASSWORD: neo4jOfTests.password,
      NODE_EXTRA_CA_CERTS: authority.file,
    });
    const show = async (certificate: Certificate): Promise<void> => {
      const member = neo4jOverTls.member('one');
      (member.server as Server).setSecureContext(certificate);
      await member.disconnect();
    };

    test.each([
      ['bolt+s', 'that holds', () => good, null],
      ['neo4j+s', 'that holds', () => good, null],
      ['bolt+s', 'that has expired', () => authority.certificate(NAMES, -1), 'does not hold today'],
      ['neo4j+s', 'that has expired', () => authority.certificate(NAMES, -1), 'does not hold today'],
      ['bolt+s', 'for another name', () => authority.certificate('DNS:other.example'), 'is for another name'],
      ['neo4j+s', 'for another name', () => authority.certificate('DNS:other.example'), 'is for another name'],
      ['bolt+s', 'signed by itself', () => authority.selfSigned(NAMES), 'does not trust'],
      ['neo4j+s', 'signed by itself', () => authority.selfSigned(NAMES), 'does not trust'],
      ['bolt+ssc', 'signed by itself', () => authority.selfSigned(NAMES), null],
    ])(
      '%s:// with a certificate %s',
      async (scheme, _, certificate, refused) => {
        await show(certificate());
        const { exitCode, out, err } = await custodes(['query', NAME], environment(scheme));
        if (refused === null)
          expect([exitCode, out]).toEqual([0, expect.stringContaining('International Code of Conduct Association')]);
        else
          expect([exitCode, err]).toEqual([
            3,
            expect.stringMatching(new RegExp(`^STORE_UNAVAILABLE: .*certificate.*${refused}`)),
          ]);
        expect(err).not.toContain(neo4jOfTests.password);
      },
      30_000,
    );

    test.each(['bolt+s', 'neo4j+s'])(
      '%s://: a certificate that ends under a running server, and is renewed',
      async (scheme) => {
        await show(good);
        const server = await custodesServe([], environment(scheme));
        await answersAgain(server);
        await show(authority.certificate(NAMES, -1));
        const { codes, errors } = await askServer(server.url, NAME);
        expect(codes).toEqual(['STORE_UNAVAILABLE']);
        expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|bolt|neo4j\+s/);
        expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
        expect(server.printed()).toMatch(/certificate that does not hold today/);
        await show(authority.certificate(NAMES));
        await answersAgain(server);
        expect(await server.stop()).toBe(0);
      },
      90_000,
    );
  });
});
