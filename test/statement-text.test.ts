import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/**
 * Reads the code: what is sent to Neo4j is a file of `cypher/` as it is, or a statement that a user wrote. No text of a statement is put together
 * from parts.
 */

const SOURCES = readdirSync('src', { recursive: true })
  .map((name) => join('src', String(name)))
  .filter((name) => name.endsWith('.ts'));

/** Methods of the driver that take the text of a statement first. */
const SENDERS = ['run', 'executeQuery'];

/** What they are given, wherever the driver is used. */
function statementsSent(): string[] {
  return SOURCES.filter((file) => readFileSync(file, 'utf8').includes("from 'neo4j-driver'")).flatMap((file) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (
        ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        SENDERS.includes(node.expression.name.text)
      ) {
        found.push(`${file}: ${node.arguments[0]?.getText() ?? ''}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
    return found;
  });
}

/** A user's own statement (`custodes cypher`, `/cypher`), and the plan that Neo4j is asked for before it. */
const OF_USERS = ['src/store/neo4j/own-statement.ts: `EXPLAIN ${asked.text}`', 'src/store/neo4j/own-statement.ts: text'];

test('Neo4j is sent files of cypher/ as they are, and statements of users at two places', () => {
  const sent = new Set(statementsSent());
  expect([...sent].filter((one) => !one.endsWith(': statement.text')).sort()).toEqual([...OF_USERS].sort());
  expect([...sent].filter((one) => one.endsWith(': statement.text'))).toEqual(['src/store/neo4j/connection.ts: statement.text']);
});

test('a statement is the text of its file: nothing is put into it', () => {
  const code = readFileSync('src/store/neo4j/statements.ts', 'utf8');
  expect(code).toContain('const text = file.slice(documentation.length).trim();');
  const connection = readFileSync('src/store/neo4j/connection.ts', 'utf8');
  expect(connection).not.toMatch(/\.text\s*(\+|\.replace|\.concat|=[^=])/);
});

test('no text in the code is made from parts and reads as Cypher', () => {
  const CLAUSE = /\b(MATCH|MERGE|UNWIND|DETACH DELETE|CALL \{|CREATE \(|RETURN \w+\.)/;
  const made: string[] = [];
  for (const file of SOURCES.filter((name) => name.startsWith('src/store/'))) {
    const visit = (node: ts.Node): void => {
      if (ts.isTemplateExpression(node) && CLAUSE.test(node.getText())) made.push(`${file}: ${node.getText().slice(0, 80)}`);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
  }
  expect(made).toEqual([]);
});
