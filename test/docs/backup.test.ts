import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { startNeo4j } from '../../scripts/neo4j/server.mjs';
import { graphOf } from '../../src/cli/open-store.js';
import { SHAPES } from '../../src/records/shape.js';
import type { Neo4jAddress } from '../../src/store/neo4j/connection.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { everythingIn } from '../store/neo4j/everything-in.js';
import { graphOfSize } from '../store/neo4j/graph-of-size.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

const PAGE = readFileSync('docs/backup.md', 'utf8');
const COMMANDS = [...PAGE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands.trim());

test('docs/backup.md has the kinds of lines there are', () => {
  for (const kind of Object.keys(SHAPES)) expect(PAGE).toContain(`{"${kind}":{…}}`);
});

describeWithNeo4j('the commands of docs/backup.md', () => {
  const [backUp, restore, replace, composed, archived, dump, loadDump, ...others] = COMMANDS;
  const folder = mkdtempSync(join(tmpdir(), 'custodes-backup-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** As a shell in an empty folder gives them. @param home folder of the Neo4j that `neo4j-admin` is for */
  function give(commands: string, { uri, user, password }: Neo4jAddress = neo4jOfTests, home = '') {
    const node = (script: string): string => `"${process.execPath}" "${join(process.cwd(), script)}"`;
    const given = commands
      // What a container sees is here what the machine has.
      .replaceAll(/docker compose run --rm (-T|-v \S+) custodes node dist\/main\.js/g, node('dist/main.js'))
      .replaceAll('/backup.gz', 'custodes.ndjson.gz')
      .replaceAll('npm run -s custodes --', node('dist/main.js'))
      .replaceAll('neo4j-admin', `${node('scripts/neo4j/admin.mjs')} "${home}"`);
    return promisify(execFile)('sh', ['-ec', given], {
      cwd: folder,
      env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    });
  }
  const nothing = { version: 'none', entities: [], relations: [], claims: [], sources: [] };

  test('are all run here', () => expect(others).toEqual([]));

  test('back up, restore into an empty Neo4j, and replace another graph', async () => {
    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    await give(backUp!);
    await store.load(nothing);
    await give(restore!);
    expect(await everythingIn(store)).toEqual(smallGraph);
    await store.load(graphOfSize(20, 'other'));
    await expect(give(restore!)).rejects.toMatchObject({ stderr: expect.stringContaining('GRAPH_NOT_EMPTY') });
    await give(replace!);
    expect(await everythingIn(store)).toEqual(smallGraph);
    await give(composed!);
    expect(await everythingIn(store)).toEqual(smallGraph);
    await store.close();
  }, 240_000);

  test('keep the dossiers as an archive, and load it', async () => {
    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    await give(archived!);
    const graph = await graphOf({ seeds: 'seeds', cache: null, archive: null });
    expect(await store.dataset()).toMatchObject({ version: graph.version });
    const found = await everythingIn(store);
    for (const records of ['entities', 'relations', 'claims', 'sources'] as const)
      expect(found[records].map(({ id }) => id)).toEqual(graph[records].map(({ id }) => id).sort());
    await store.load(smallGraph);
    await store.close();
  }, 240_000);

  test('dump a database with what others keep in it, and load that into another Neo4j', async () => {
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    mkdirSync(join(folder, 'backups'));
    const first = await startNeo4j({ home: here, password: 'custodes-first', heap: '512m' });
    try {
      const store = await Neo4jStore.open(first);
      await store.load(smallGraph);
      await store.close();
      await ask(first, "CREATE (:Note { text: 'not ours' })");
    } finally {
      await first.stop();
    }
    await give(dump!, neo4jOfTests, here);

    // With a graph and a password of its own.
    const second = await startNeo4j({ home: there, password: 'custodes-second', heap: '512m' });
    try {
      const store = await Neo4jStore.open(second);
      await store.load(graphOfSize(20, 'other'));
      await store.close();
    } finally {
      await second.stop();
    }
    await give(loadDump!, neo4jOfTests, there);
    const again = await startNeo4j({ home: there, password: 'custodes-second', heap: '512m' });
    try {
      const store = await Neo4jStore.open(again);
      expect(await everythingIn(store)).toEqual(smallGraph);
      await store.close();
      expect(await ask(again, 'MATCH (note:Note) RETURN note.text AS text')).toEqual([{ text: 'not ours' }]);
      const { stdout } = await give("npm run -s custodes -- query '{ dataVersion }'", again);
      expect(stdout).toContain(smallGraph.version);
    } finally {
      await again.stop();
    }
  }, 300_000);
});

/** What somebody else asks of the same Neo4j. */
async function ask({ uri, user, password }: Neo4jAddress, statement: string): Promise<object[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const { records } = await driver.executeQuery(statement);
  await driver.close();
  return records.map((record) => record.toObject());
}
