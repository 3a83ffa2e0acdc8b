import { createServer, type Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { messageOf, messages, sent, TAG } from '../../faults/bolt.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

const NOBODY = 'bolt://user:in-the-address@127.0.0.1:1';

/** The error of opening a store. */
const refusal = (address: Partial<typeof neo4jOfTests>): Promise<Error> =>
  Neo4jStore.open({ user: 'neo4j', password: 'not-the-password', uri: NOBODY, ...address }).then(
    () => Promise.reject(new Error('the store opened')),
    (problem: Error) => problem,
  );

describe('a Neo4j that is not there', () => {
  test('is unavailable, and the message names the address and no password', async () => {
    const problem = await refusal({});
    expect(problem).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(problem.message).toContain('bolt://127.0.0.1:1');
    expect(problem.message).not.toContain('in-the-address');
    expect(problem.message).not.toContain('not-the-password');
  });

  test('is unavailable where something else answers', async () => {
    const sockets: Socket[] = [];
    const other = createServer((socket) => {
      sockets.push(socket);
      socket.write('220 mail.example.org\r\n');
    });
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = other.address() as { port: number };
    const problem = await refusal({ uri: `bolt://127.0.0.1:${port}` });
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => other.close(closed));
    expect(problem).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('is unavailable where the address is none', async () => {
    expect(await refusal({ uri: 'http://127.0.0.1:7474' })).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('a Neo4j of another version', () => {
  /** A server that says it is this one, and yes to whatever it is asked. */
  async function serverOfVersion(agent: string): Promise<{ uri: string; close: () => Promise<void> }> {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      const hear = messages((message) => {
        if (messageOf(message).tag === TAG.GOODBYE) return;
        socket.write(sent({ tag: TAG.SUCCESS, fields: [{ server: agent, connection_id: 'bolt-1' }] }));
      });
      socket.once('data', (handshake: Buffer) => {
        // Bolt 5.4 is spoken here.
        socket.write(Buffer.from([0, 0, 4, 5]));
        hear(handshake.subarray(20));
        socket.on('data', hear);
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as { port: number };
    const close = async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    };
    return { uri: `bolt://127.0.0.1:${port}`, close };
  }

  test.each(['Neo4j/4.4.30', 'Neo4j/5.25.1'])('%s is too old, and the message says which is needed', async (agent) => {
    const old = await serverOfVersion(agent);
    const problem = await refusal({ uri: old.uri });
    await old.close();
    expect(problem).toMatchObject({ code: 'STORE_TOO_OLD', mayPass: false });
    expect(problem.message).toContain(`${agent}: version 5.26 or later`);
  });
});

describeWithNeo4j('a Neo4j that refuses', () => {
  test('a wrong password', async () => {
    const problem = await refusal({ uri: neo4jOfTests.uri });
    expect(problem).toMatchObject({ code: 'STORE_LOGIN_REFUSED' });
    expect(problem.message).toContain('NEO4J_PASSWORD');
    expect(problem.message).not.toContain('not-the-password');
  });

  test('a database that it has not', async () => {
    expect(await refusal({ ...neo4jOfTests, database: 'elsewhere' })).toMatchObject({ code: 'STORE_LOGIN_REFUSED' });
  });

  test('an address with routing works', async () => {
    const store = await Neo4jStore.open({ ...neo4jOfTests, uri: neo4jOfTests.uri.replace('bolt://', 'neo4j://') });
    await store.dataset();
    await store.close();
  });
});
