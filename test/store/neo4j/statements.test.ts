import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkedParameters, parseStatement, readStatements } from '../../../src/store/neo4j/statements.js';

const statements = [...readStatements().values()];
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

describe('the statements of cypher/', () => {
  test.each(statements)('$name says what it is for, and documents what it returns', ({ purpose, text, columns }) => {
    expect(purpose).toMatch(/\.$/);
    const lastClause = text.slice(text.lastIndexOf('RETURN'));
    const returned = text.includes('RETURN') ? columns : [];
    for (const column of returned) expect(lastClause + text).toMatch(new RegExp(`\\b${column}\\b`));
    expect(columns.length > 0).toBe(/^RETURN\b/m.test(text));
  });

  test.each(statements)('$name is sent by the store', ({ name }) => {
    const quoted = `'${name.slice(name.indexOf('/') + 1)}'`;
    const senders = sources.filter(({ file, text }) => file.startsWith(join('store', 'neo4j')) && text.includes(quoted));
    expect(senders).not.toEqual([]);
  });

  test.each(statements.filter(({ name }) => !name.startsWith('write/')))('$name changes nothing', ({ text }) => {
    expect(text).not.toMatch(/\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|FOREACH)\b/);
  });

  test('are the only Cypher there is: none is written in src/', () => {
    const cypher = /\b(MATCH|MERGE|UNWIND|CREATE|CALL)\b\s*[({$]|\bRETURN\b\s+\w|\bDETACH DELETE\b|\bCALL db\./;
    // The help of `custodes cypher` shows examples for people to send.
    const written = sources.filter(({ file, text }) => file !== join('cli', 'commands', 'questions.ts') && cypher.test(text));
    expect(written.map(({ file }) => file)).toEqual([]);
    for (const { text } of statements.filter(({ text }) => /MATCH|UNWIND/.test(text))) expect(text).toMatch(cypher);
  });
});

const statement = parseStatement(
  'read/example',
  `// Members of an organisation.
//
// Parameters
//   $id: string — of the organisation
//   $kinds: list<string>? — only these
//   $limit: integer — most rows
// Columns
//   id, name: string
//   rank: integer
MATCH (e { id: $id }) WHERE e.kind IN $kinds RETURN e.id AS id, e.name AS name, 1 AS rank LIMIT $limit
`,
);

describe('a statement', () => {
  test('is read with its documentation, which is not sent', () => {
    expect(statement.purpose).toBe('Members of an organisation.');
    expect([...statement.parameters]).toEqual([
      ['id', { type: 'string', optional: false }],
      ['kinds', { type: 'list<string>', optional: true }],
      ['limit', { type: 'integer', optional: false }],
    ]);
    expect(statement.columns).toEqual(['id', 'name', 'rank']);
    expect(statement.text).toMatch(/^MATCH/);
  });

  test('sends whole numbers as integers, for LIMIT 2.0 is an error', () => {
    const { limit } = checkedParameters(statement, { id: 'icoca', kinds: null, limit: 2 });
    expect(limit).toMatchObject({ low: 2, high: 0 });
  });

  test.each([
    [
      'a missing one',
      { id: 'icoca', kinds: null },
      /Expected: id, kinds, limit\. Given: id, kinds\. Missing: limit\. Unknown: none\./,
    ],
    ['an unknown one', { id: 'icoca', kinds: null, limit: 1, first: 1 }, /Missing: none\. Unknown: first\./],
    ['undefined', { id: undefined, kinds: null, limit: 1 }, /\$id must be string/],
    ['null where there must be a value', { id: 'icoca', kinds: null, limit: null }, /\$limit must be integer/],
    ['another type', { id: 'icoca', kinds: ['a', 1], limit: 1 }, /\$kinds must be list<string> or null, not \["a",1\]/],
    ['a fraction for an integer', { id: 'icoca', kinds: null, limit: 1.5 }, /\$limit must be integer/],
  ])('refuses %s among its parameters', (_, given, message) => {
    expect(() => checkedParameters(statement, given)).toThrow(message);
    expect(() => checkedParameters(statement, given)).toThrow(expect.objectContaining({ code: 'STATEMENT_MISMATCH' }));
  });

  test('is refused where it uses what it does not document', () => {
    const mismatch = expect.objectContaining({ code: 'STATEMENT_MISMATCH' });
    expect(() => parseStatement('read/x', '// X.\nMATCH (e { id: $id }) RETURN e')).toThrow(mismatch);
    expect(() => parseStatement('read/x', '// X.\n//\n// Parameters\n//   $id: text — x\nRETURN $id AS id')).toThrow(mismatch);
  });
});
