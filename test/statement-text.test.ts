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
const OF_USERS = ['src/store/neo4j/own-statement.ts: EXPLAIN + asked.text', 'src/store/neo4j/own-statement.ts: text'];

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

/** Clauses as Cypher has them; in capitals, as all our statements are written. */
const CLAUSE = /\b(MATCH|MERGE|UNWIND|DETACH DELETE|CALL \{|CREATE \(|RETURN \w+\.)/;

/** Methods that make a text of others. */
const MAKERS = ['join', 'replace', 'replaceAll', 'concat', 'padEnd', 'padStart'];

const isMade = (node: ts.Node): boolean =>
  ts.isTemplateExpression(node) ||
  (ts.isBinaryExpression(node) && [ts.SyntaxKind.PlusToken, ts.SyntaxKind.PlusEqualsToken].includes(node.operatorToken.kind)) ||
  (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && MAKERS.includes(node.expression.name.text));

/** Expressions that make a text from parts, one of which reads as Cypher; a part may be what a name stands for in the same file. */
function madeStatements(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const named = new Map<string, ts.Node[]>();
  const found: string[] = [];
  const name = (node: ts.Node): void => {
    const known = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) ? [node.name.text, node.initializer] : null;
    if (known?.[1]) named.set(known[0] as string, [...(named.get(known[0] as string) ?? []), known[1] as ts.Node]);
    ts.forEachChild(node, name);
  };
  name(source);

  const readsAsCypher = (node: ts.Node, seen: Set<string>): boolean => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      return CLAUSE.test(node.text);
    if (ts.isIdentifier(node) && !seen.has(node.text)) {
      const within = new Set([...seen, node.text]);
      return (named.get(node.text) ?? []).some((value) => readsAsCypher(value, within));
    }
    return ts.forEachChild(node, (child) => readsAsCypher(child, seen) || undefined) ?? false;
  };
  const visit = (node: ts.Node): void => {
    if (isMade(node) && readsAsCypher(node, new Set())) found.push(`${file}: ${node.getText().slice(0, 80)}`);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test.each([
  'const text = `MATCH (n:${label}) RETURN n`;',
  "tx.run('MATCH (n:' + label + ') RETURN n');",
  "let text = 'MATCH (n)'; text += ' RETURN n';",
  "session.run(['MATCH (n)', filter, 'RETURN n'].join(' '));",
  "const parts = ['MATCH (n)']; parts.push(more); driver.executeQuery(parts.join(' '));",
  "const BASE = 'MATCH (n:LABEL) RETURN n'; tx.run(BASE.replace('LABEL', label));",
  "tx.run('MATCH (n:'.concat(label, ') RETURN n'));",
])('a statement that is made from parts is seen: %s', (code) => {
  expect(madeStatements('sample.ts', code)).toHaveLength(1);
});

test.each(["tx.run('MATCH (n) RETURN n', { label });", "const message = 'No match for ' + name;"])(
  'what is none is not: %s',
  (code) => {
    expect(madeStatements('sample.ts', code)).toEqual([]);
  },
);

/** Cypher that is given out as a file, and sent nowhere. */
const GIVEN_OUT = 'src/export/';

/** A message that shows a client what to send. */
const MESSAGES = ['src/http/cypher.ts: `${what} Send {"statement": "MATCH …", "parameters": {}, "limit": ${usual}}.`'];

test('no text in the code is made from parts and reads as Cypher', () => {
  const sources = SOURCES.filter((name) => !name.startsWith(GIVEN_OUT));
  expect(sources.flatMap((file) => madeStatements(file, readFileSync(file, 'utf8')))).toEqual(MESSAGES);
});
