import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { vocabulary } from '../../../src/domain/vocabulary.js';
import { loadDossiers } from '../../../src/dossier/index.js';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { askOwnStatement } from '../../../src/store/neo4j/own-statement.js';
import type { OwnRows } from '../../../src/store/own-statement.js';
import { custodes } from '../../cli/custodes.js';
import { describeWithNeo4j, neo4jOfTests } from './neo4j-of-tests.js';

const CHEAT_SHEET = readFileSync('docs/cypher.md', 'utf8');
const QUERIES = [...CHEAT_SHEET.matchAll(/\n\n([^\n]+)\n\n```cypher\n([\s\S]*?)```/g)].map(([, title = '', text = '']) => ({
  title,
  text,
}));
/** What the cheat sheet names. */
const named = new Set([...CHEAT_SHEET.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name));

const ask = (text: string, parameters: Record<string, unknown> = {}, limit = 1_000, timeout = 30_000): Promise<OwnRows> =>
  askOwnStatement(neo4jOfTests, { text, parameters, limit, timeout });

const texts = async (text: string): Promise<string[]> => (await ask(text)).rows.map(([value]) => value as string).sort();

const ENTITIES = 'MATCH (n:Entity) RETURN count(n) AS n, sum(size(keys(n))) AS properties';

describeWithNeo4j('a statement of the user’s own, on a real Neo4j', () => {
  let store: Neo4jStore;
  beforeAll(async () => {
    store = await Neo4jStore.open(neo4jOfTests);
    const loaded = await loadDossiers('seeds/icoca/2021-06-25-digessp.yaml');
    if ('problems' in loaded) throw new Error('the seed story is wrong');
    await store.load(loaded.graph);
  }, 120_000);
  afterAll(() => store.close());

  describe('docs/cypher.md', () => {
    test('has ten queries', () => expect(QUERIES).toHaveLength(10));

    test.each(QUERIES)('answers: $title', async ({ text }) => {
      const { columns, rows, more } = await ask(text);
      expect(rows.length).toBeGreaterThan(0);
      expect(more).toBe(false);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    });

    test('names every label, property and relationship type that Neo4j holds', async () => {
      const labels = await texts('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label');
      const ofNodes = await texts('MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name');
      const ofRelationships = await texts('MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name');
      const types = await texts('MATCH ()-[r]->() RETURN DISTINCT type(r)');
      expect(labels).toContain('Actor');
      expect(types).toContain('FACILITATED');
      const all = [...labels, ...ofNodes, ...ofRelationships, ...types, ...vocabulary.relationTypes.keys()];
      expect(all.filter((name) => !named.has(name))).toEqual([]);
    });
  });

  describe('is refused by Neo4j where it would write, whatever it looks like', () => {
    test.each([
      ['data', "CREATE (:Entity { id: 'nobody' })"],
      ['after reading', 'MATCH (n:Entity) WITH n LIMIT 1 SET n.name = "changed" RETURN n.name'],
      ['with the words in a comment and in lower case', '/* MATCH */ match (n) detach /* RETURN */ delete n'],
      ['in a subquery', 'MATCH (n:Entity) CALL (n) { SET n.name = "changed" } RETURN count(n)'],
      ['in transactions of its own', 'CALL { MATCH (n:Entity) SET n.name = "changed" } IN TRANSACTIONS'],
      ['the schema', 'CREATE INDEX of_nobody FOR (n:Nobody) ON (n.name)'],
      ['users', "CREATE USER nobody SET PASSWORD 'nobody-at-all'"],
      ['a procedure that writes', "CALL db.createLabel('Nobody')"],
      [
        'a procedure that sets a property',
        "MATCH (n:Entity { id: 'icoca' }) CALL db.create.setNodeVectorProperty(n, 'v', [1.0]) RETURN n",
      ],
      ['a procedure that changes the schema', "CALL db.index.vector.createNodeIndex('nobody', 'Nobody', 'v', 3, 'cosine')"],
    ])('%s', async (_, text) => {
      const before = await ask(ENTITIES);
      await expect(ask(text)).rejects.toMatchObject({ code: 'STATEMENT_WRITES' });
      expect(await ask(ENTITIES)).toEqual(before);
    });
  });

  test('ends after its time, and Neo4j goes on answering', async () => {
    const endless = 'UNWIND range(1, 1000000000) AS x UNWIND range(1, 100000) AS y WITH x * y AS z WHERE z < 0 RETURN count(z)';
    await expect(ask(endless, {}, 10, 500)).rejects.toMatchObject({ code: 'STATEMENT_TIMED_OUT' });
    expect((await ask('RETURN 1 AS one')).rows).toEqual([[1]]);
  });

  test('gives no more rows than asked for, of however many', async () => {
    const { rows, more } = await ask('UNWIND range(1, 100000000) AS x RETURN x', {}, 3);
    expect([rows, more]).toEqual([[[1], [2], [3]], true]);
    expect((await ask('UNWIND range(1, 3) AS x RETURN x', {}, 3)).more).toBe(false);
  });

  test('that is wrong is refused with what Neo4j says', async () => {
    await expect(ask('RETUR 1')).rejects.toMatchObject({ code: 'STATEMENT_REFUSED', message: expect.stringContaining('RETUR') });
    await expect(ask('RETURN $name')).rejects.toMatchObject({
      code: 'STATEMENT_REFUSED',
      message: expect.stringContaining('name'),
    });
    await expect(ask('CALL no.such.procedure()')).rejects.toMatchObject({ code: 'STATEMENT_REFUSED' });
  });

  test('gives every kind of value as JSON can hold it', async () => {
    const text = `RETURN 9007199254740993 AS large, 2 AS whole, 0.5 AS part, 1.0 / 0 AS infinite, null AS nothing,
      date('2021-06-24') AS day, duration('P1M') AS month, { b: [1, 'x'], a: true } AS map, $list AS list, $whole % 2 = 1 AS odd`;
    const { columns, rows } = await ask(text, { list: [1, 2.5, { n: 3 }], whole: 7 });
    expect(Object.fromEntries(columns.map((column, index) => [column, rows[0]?.[index]]))).toEqual({
      large: '9007199254740993',
      whole: 2,
      part: 0.5,
      infinite: 'Infinity',
      nothing: null,
      day: '2021-06-24',
      month: 'P1M',
      map: { a: true, b: [1, 'x'] },
      list: [1, 2.5, { n: 3 }],
      odd: true,
    });
    const [[path] = []] = (await ask("MATCH p = (:Entity { id: 'iepades' })-[:MEMBER_OF]->(:Actor) RETURN p")).rows;
    expect(path).toMatchObject([
      { labels: ['Actor', 'Entity'], properties: { id: 'iepades' } },
      { type: 'MEMBER_OF', properties: { category: 'civil society organisation' } },
      { labels: ['Actor', 'Entity'], properties: { id: 'icoca' } },
    ]);
  });

  describe('custodes cypher', () => {
    const environment = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: neo4jOfTests.user, NEO4J_PASSWORD: neo4jOfTests.password };
    const text =
      'MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, e.within AS within, size(e.name) = $n AS short ORDER BY id';
    const run = (...options: string[]) =>
      custodes(['cypher', text, '--param', 'ids=["dcaf","gt"]', '--param', 'n=9', ...options], environment);

    test('prints a table, JSON or CSV', async () => {
      expect(await run()).toMatchObject({
        exitCode: 0,
        out: expect.stringMatching(/^id {4}within +short\n-{4} {2}-+ {2}-{5}\ndcaf {2}\[.*\] +false\ngt {4}\[.*\] +true\n$/),
        err: '2 rows\n',
      });
      const { out } = await run('--json');
      expect(JSON.parse(out)).toMatchObject({ rows: [{ id: 'dcaf' }, { id: 'gt', short: true }], more: false });
      expect((await run('--csv')).out).toMatch(/^id,within,short\n"dcaf","\[.*\]",false\n"gt","\[""001"".*\]",true\n$/);
      expect((await run('--csv', '--limit', '1')).err).toContain('--limit');
    });

    test('ends with 1 and the code of a refused statement', async () => {
      expect(await custodes(['cypher', 'CREATE (n)'], environment)).toMatchObject({
        exitCode: 1,
        out: '',
        err: expect.stringMatching(/^STATEMENT_WRITES: /),
      });
    });
  });
});

describe('custodes cypher', () => {
  test('says without a Neo4j how to get one, in one command', async () => {
    expect(await custodes(['cypher', 'RETURN 1'])).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/^NO_NEO4J: .*`npm run neo4j`/),
    });
  });

  test('says that a Neo4j is away', async () => {
    expect(await custodes(['cypher', 'RETURN 1'], { NEO4J_URI: 'bolt://127.0.0.1:1' })).toMatchObject({
      exitCode: 3,
      err: expect.stringMatching(/^STORE_UNAVAILABLE: /),
    });
  });

  test.each([
    ['a parameter without a value', ['--param', 'name']],
    ['no rows', ['--limit', '0']],
    ['no time', ['--timeout', '0']],
    ['two formats', ['--json', '--csv']],
  ])('refuses %s', async (_, options) => {
    expect(await custodes(['cypher', 'RETURN 1', ...options])).toMatchObject({ exitCode: 2 });
  });
});
