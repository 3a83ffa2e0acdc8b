import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { SHAPES } from '../../src/records/shape.js';
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
  test('back up, restore into an empty Neo4j, and replace another graph', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'custodes-backup-'));
    const main = join(process.cwd(), 'dist', 'main.js');
    const { uri, user, password } = neo4jOfTests;
    /** As a shell in an empty folder gives them. */
    const give = (commands: string) =>
      promisify(execFile)('sh', ['-ec', commands.replaceAll('npm run -s custodes --', `"${process.execPath}" "${main}"`)], {
        cwd: folder,
        env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
      });
    const [backUp, restore, replace, ...others] = COMMANDS;
    expect(others).toEqual([]);

    const store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    await give(backUp!);
    const nothing = { version: 'none', entities: [], relations: [], claims: [], sources: [] };
    await store.load(nothing);
    await give(restore!);
    expect(await everythingIn(store)).toEqual(smallGraph);
    await store.load(graphOfSize(20, 'other'));
    await expect(give(restore!)).rejects.toMatchObject({ stderr: expect.stringContaining('GRAPH_NOT_EMPTY') });
    await give(replace!);
    expect(await everythingIn(store)).toEqual(smallGraph);
    await store.close();
    rmSync(folder, { recursive: true });
  }, 240_000);
});
