import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NEO4J_FOLDER, startNeo4j } from '../../scripts/neo4j/server.mjs';
import { graphOf } from '../../src/cli/open-store.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { custodes } from '../cli/custodes.js';
import { askServer } from '../graphql/served-graph.js';
import { everythingIn } from '../store/neo4j/everything-in.js';
import { describeWithNeo4j } from '../store/neo4j/neo4j-of-tests.js';

/** Neo4j writes ahead into files of 256 MiB that it makes at its start: here they grow with what is written. */
const LOGS_THAT_GROW = { 'db.tx_log.preallocate': false, 'db.tx_log.rotation.size': '1m' };
const NAME = '{ entity(id: "icoca") { name } }';

describeWithNeo4j('Neo4j without room for what it writes', () => {
  const home = join(NEO4J_FOLDER, `disk-${process.pid}`);
  let running: Awaited<ReturnType<typeof startNeo4j>>;
  let store: Neo4jStore;
  let server: RunningServer;
  beforeAll(async () => {
    running = await startNeo4j({ home, password: 'custodes-faults', settings: LOGS_THAT_GROW });
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    await store?.close();
    await running?.stop();
    await rm(home, { recursive: true, force: true });
  });

  /** From now on no file of Neo4j may become larger than that: its writes fail as on a full disk, with no disk to fill. */
  const roomForFilesOf = (bytes: number | 'unlimited'): void =>
    void execFileSync('prlimit', ['--pid', String(running.pid), `--fsize=${bytes}:`]);

  test('a load says so and changes nothing, questions get a clear error, and all is well when there is room again', async () => {
    const { uri, user, password } = running;
    const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    const story = ['load', '--seeds', 'seeds/icoca/2021-06-25-digessp.yaml'];
    expect(await custodes(story, environment)).toMatchObject({ exitCode: 0 });
    store = await Neo4jStore.open({ uri, user, password });
    server = await startServer({ store, port: 0, host: '127.0.0.1', log: () => undefined });
    const before = await everythingIn(store);

    roomForFilesOf(500_000);
    // The first meets it in the middle, the second finds a database that has stopped.
    for (const _ of ['first', 'second']) {
      const { exitCode, err } = await custodes(['load'], environment);
      expect([exitCode, err]).toEqual([
        3,
        expect.stringMatching(/^STORE_UNAVAILABLE: Neo4j at bolt:.*, as where its disk is full/m),
      ]);
      expect(err).not.toMatch(/node_modules|custodes-faults/);
    }
    const { codes, errors } = await askServer(server.url, NAME);
    expect(codes).toEqual(['STORE_UNAVAILABLE']);
    expect(JSON.stringify(errors)).not.toMatch(/bolt:|DatabaseError|restarted/);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);

    roomForFilesOf('unlimited');
    await running.stop();
    const boltPort = Number(new URL(uri).port);
    running = await startNeo4j({ home, boltPort, password, settings: LOGS_THAT_GROW });
    for (const began = performance.now(); (await fetch(`${server.url}/health/ready`)).status !== 200;) {
      expect(performance.now() - began).toBeLessThan(90_000);
      await pause(500);
    }
    expect((await askServer(server.url, NAME)).errors).toBeUndefined();
    expect(await everythingIn(store)).toEqual(before);
    expect(await custodes(['load'], environment)).toMatchObject({ exitCode: 0 });
    expect(await everythingIn(store)).toEqual(await graphOf({ seeds: resolve('seeds'), cache: null, archive: null }));
  }, 300_000);
});
