import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { USUAL_ADMISSION } from '../../src/http/configurable.js';
import { USUAL_CYPHER_ROWS } from '../../src/http/cypher.js';
import { startServer, type RunningServer } from '../../src/http/server.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { OwnStatements } from '../../src/store/neo4j/own-statement.js';
import type { OwnStatement } from '../../src/store/own-statement.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';

interface Answer {
  status: number;
  columns?: string[];
  rows?: unknown[][];
  more?: boolean;
  dataVersion?: string;
  code?: string;
  message?: string;
  retryAfter?: string | null;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}/cypher`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer & { errors?: { message: string; extensions: { code: string } }[] };
  const [error] = answer.errors ?? [];
  return {
    ...answer,
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    ...(error && { code: error.extensions.code, message: error.message }),
  };
}

describe('/cypher without Neo4j', () => {
  const off = serveGraph(smallGraph);
  const inMemory = serveGraph(smallGraph, { cypher: () => Promise.reject(new Error('nobody asks it')) });

  test('is off unless switched on, and says how', async () => {
    const { status, code, message } = await post(off.url(), { statement: 'RETURN 1' });
    expect([status, code]).toEqual([403, 'CYPHER_OFF']);
    expect(message).toContain('custodes serve --cypher');
  });

  test('says how to get a Neo4j, in one command', async () => {
    const { status, code, message } = await post(inMemory.url(), { statement: 'RETURN 1' });
    expect([status, code]).toEqual([501, 'NO_NEO4J']);
    expect(message).toContain('`npm run neo4j`');
  });
});

describe('/cypher that is set otherwise', () => {
  const asked: OwnStatement[] = [];
  const limits = { ...USUAL_ADMISSION, cypherRows: 500, cypherTimeoutMs: 700 };
  const graph = serveGraph(smallGraph, {
    wrap: (held) => Object.assign(held, { engine: 'neo4j' }),
    admission: limits,
    cypher: (statement) => {
      asked.push(statement);
      return Promise.resolve({ columns: [], rows: [], more: false });
    },
  });

  test('asks Neo4j for no more rows, and for no longer', async () => {
    expect(await post(graph.url(), { statement: 'RETURN 1' })).toMatchObject({ status: 200 });
    expect(asked).toMatchObject([{ limit: 500, timeout: 700 }]);
    const { code, message } = await post(graph.url(), { statement: 'RETURN 1', limit: 501 });
    expect([code, message]).toEqual(['INVALID_ARGUMENT', expect.stringContaining('1 to 500')]);
  });
});

describeWithNeo4j('/cypher on a real Neo4j', () => {
  let store: Neo4jStore;
  let statements: OwnStatements;
  let server: RunningServer;
  beforeAll(async () => {
    store = await Neo4jStore.open(neo4jOfTests);
    await store.load(smallGraph);
    statements = new OwnStatements(neo4jOfTests);
    const cypher = statements.askFenced.bind(statements);
    server = await startServer({ store, port: 0, host: '127.0.0.1', cypher, log: () => undefined });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await statements.close();
    await store.close();
  });
  const ask = (statement: string, more: object = {}): Promise<Answer> => post(server.url, { statement, ...more });

  test('answers a statement with parameters, and names the data version', async () => {
    const answer = await ask('MATCH (e:Entity { id: $id }) RETURN e.name AS name, size(e.claimIds) > 0 AS claimed', {
      parameters: { id: 'digessp' },
    });
    expect(answer).toMatchObject({
      ...{ status: 200, columns: ['name', 'claimed'], more: false, dataVersion: smallGraph.version },
      rows: [[smallGraph.entities.find(({ id }) => id === 'digessp')?.name, true]],
    });
  });

  test('gives no more rows than asked for', async () => {
    expect(await ask('UNWIND range(1, 100000) AS n RETURN n', { limit: 2 })).toMatchObject({ rows: [[1], [2]], more: true });
    const { rows } = await ask('UNWIND range(1, 100000) AS n RETURN n');
    expect(rows).toHaveLength(USUAL_CYPHER_ROWS);
  });

  test.each([
    ['data', 'CREATE (n:Nobody) RETURN n', 'STATEMENT_WRITES'],
    ['data, in transactions of its own', 'MATCH (n) CALL (n) { SET n.name = "x" } IN TRANSACTIONS', 'STATEMENT_WRITES'],
    ['a procedure that writes', "CALL db.createLabel('Nobody')", 'STATEMENT_NOT_ALLOWED'],
    ['a procedure that shows settings', 'CALL dbms.listConfig() YIELD name RETURN name', 'STATEMENT_NOT_ALLOWED'],
    [
      'one within a subquery',
      'CALL { CALL dbms.killConnection("x") YIELD message RETURN message } RETURN 1',
      'STATEMENT_NOT_ALLOWED',
    ],
    ['one that clears caches', 'call /* db.labels */ db.clearQueryCaches()', 'STATEMENT_NOT_ALLOWED'],
    ['files', 'LOAD CSV FROM "file:///etc/hostname" AS line RETURN line', 'STATEMENT_NOT_ALLOWED'],
    ['addresses', 'LOAD CSV FROM "http://127.0.0.1/" AS line RETURN line', 'STATEMENT_NOT_ALLOWED'],
    ['settings', 'SHOW SETTINGS', 'STATEMENT_NOT_ALLOWED'],
    ['what others ask', 'SHOW TRANSACTIONS', 'STATEMENT_NOT_ALLOWED'],
    ['ending what others ask', 'TERMINATE TRANSACTIONS "neo4j-transaction-1"', 'STATEMENT_NOT_ALLOWED'],
    ['users', 'SHOW USERS', 'STATEMENT_NOT_ALLOWED'],
    ['new users', "CREATE USER nobody SET PASSWORD 'nobody-at-all'", 'STATEMENT_NOT_ALLOWED'],
    ['another database', 'USE system SHOW USERS', 'STATEMENT_REFUSED'],
    ['what is not Cypher', 'SELECT * FROM entity', 'STATEMENT_REFUSED'],
    ['two statements', 'MATCH (n) RETURN n; CREATE (n)', 'STATEMENT_REFUSED'],
  ])('refuses %s', async (_, statement, code) => {
    const answer = await ask(statement);
    expect([answer.status, answer.code]).toEqual([400, code]);
    expect(answer.message).not.toMatch(/\n\s+at |node_modules/);
  });

  test('shows mistakes where the client wrote them', async () => {
    const { message } = await ask('MATCH (n:Entity)\nRETURN n.');
    expect(message).toContain('(line 2, column 10 (offset: 26))');
    expect(message).not.toContain('EXPLAIN');
  });

  test('lets the index of names be asked', async () => {
    const { rows } = await ask("CALL db.index.fulltext.queryNodes('entity_names', 'digessp') YIELD node RETURN node.id");
    expect(rows).toContainEqual(['digessp']);
  });

  test.each([
    ['no statement', {}],
    ['an empty one', { statement: ' ' }],
    ['one that is too long', { statement: `RETURN "${'x'.repeat(30_000)}"` }],
    ['a list of parameters', { statement: 'RETURN 1', parameters: [] }],
    ['too many rows', { statement: 'RETURN 1', limit: 10_001 }],
    ['an unknown part', { statement: 'RETURN 1', write: true }],
    ['no object', '"RETURN 1"'],
  ])('refuses %s with what it takes', async (_, body) => {
    const { status, code, message } = await post(server.url, body);
    expect([status, code]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(message).toContain('Send {"statement"');
  });

  test('takes JSON only, so that no form of another page can ask', async () => {
    const response = await fetch(`${server.url}/cypher`, { method: 'POST', body: '{"statement":"RETURN 1"}' });
    expect(response.status).toBe(415);
    await response.text();
  });

  test('answers a few at once and asks others to wait', async () => {
    const slow = 'UNWIND range(1, 3000000) AS x WITH x WHERE x % 7 = 8 RETURN count(x)';
    const answers = await Promise.all(Array.from({ length: USUAL_ADMISSION.cypherAtOnce + 3 }, () => ask(slow)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(USUAL_ADMISSION.cypherAtOnce);
    expect(refused.map(({ code, retryAfter }) => [code, retryAfter])).toEqual(Array(3).fill(['TOO_MANY_STATEMENTS', '5']));
    expect(await ask('RETURN 1 AS one')).toMatchObject({ status: 200, rows: [[1]] });
  });
});
