import { readFileSync, readdirSync } from 'node:fs';
import neo4j from 'neo4j-driver';
import { projectFile } from '../../project-files.js';

/**
 * The statements that Neo4j is sent: the files of `cypher/`, by name (`read/entities-by-id`). A file's first comment is its
 * documentation, and what it says of parameters is held to: a value that is missing, unknown or of another type never
 * reaches Neo4j.
 */
export interface Statement {
  /** Folder and file, without the ending. */
  name: string;
  /** What Neo4j is sent: the file without its documentation. */
  text: string;
  /** What it answers, in a sentence or two. */
  purpose: string;
  parameters: ReadonlyMap<string, ParameterType>;
  /** Names of the columns it returns. */
  columns: readonly string[];
}

const TYPES = ['string', 'integer', 'float', 'boolean', 'string or integer', 'list<string>', 'list<float>', 'list<map>'] as const;

/** `type` as the file states it; `optional` where it ends in `?`, so that null is a value. */
export interface ParameterType {
  type: (typeof TYPES)[number];
  optional: boolean;
}

/** Given parameters and documented ones differ: a mistake in this program, not in its input. */
export class StatementMismatch extends Error {
  readonly code = 'STATEMENT_MISMATCH';
}

const CYPHER_FOLDER = projectFile('cypher/');

/** What reads the graph, what changes it, and what only a Neo4j with Graph Data Science understands. */
const FOLDERS = ['read', 'write', 'graph-data-science'];

/** @param folder with the folders of `FOLDERS`; the project's own `cypher/` unless told */
export function readStatements(folder: string = CYPHER_FOLDER): ReadonlyMap<string, Statement> {
  const statements = new Map<string, Statement>();
  for (const part of FOLDERS) {
    for (const file of readdirSync(`${folder}/${part}`).sort()) {
      const name = `${part}/${file.replace(/\.cypher$/, '')}`;
      statements.set(name, parseStatement(name, readFileSync(`${folder}/${part}/${file}`, 'utf8')));
    }
  }
  return statements;
}

/** @throws StatementMismatch where the documentation and the statement do not name the same parameters */
export function parseStatement(name: string, file: string): Statement {
  const documentation = /^(?:\/\/.*\n)+/.exec(file)?.[0] ?? '';
  const text = file.slice(documentation.length).trim();
  const [purpose = '', ...sections] = documentation.replace(/^\/\/ ?/gm, '').split(/^(?=(?:Parameters|Columns)$)/m);
  const section = (title: string): string => sections.find((lines) => lines.startsWith(`${title}\n`)) ?? '';

  const parameters = new Map<string, ParameterType>();
  for (const [, parameter = '', stated = ''] of section('Parameters').matchAll(/^ {2}\$(\w+): (.+?)(?: — |$)/gm)) {
    const type = TYPES.find((known) => known === stated.replace(/\?$/, ''));
    if (type === undefined)
      throw new StatementMismatch(`cypher/${name}.cypher: $${parameter} is "${stated}"; known types: ${TYPES.join(', ')}`);
    parameters.set(parameter, { type, optional: stated.endsWith('?') });
  }
  const used = [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, parameter = '']) => parameter))];
  requireSame(`cypher/${name}.cypher documents other parameters than it uses`, [...parameters.keys()], used);

  const columns = [...section('Columns').matchAll(/^ {2}(\w[\w, ]*): /gm)].flatMap(([, names = '']) => names.split(', '));
  return { name, text, purpose: purpose.trim(), parameters, columns };
}

/**
 * The parameters as Neo4j takes them: what is documented as an integer is sent as one (a plain number would be a float).
 * @throws StatementMismatch
 */
export function checkedParameters(statement: Statement, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  requireSame(`${statement.name} takes other parameters than it was given`, [...statement.parameters.keys()], Object.keys(given));
  const checked: Record<string, unknown> = {};
  for (const [name, { type, optional }] of statement.parameters) {
    const value = given[name];
    if (value === null ? !optional : !isOfType(value, type)) {
      throw new StatementMismatch(
        `${statement.name}: $${name} must be ${type}${optional ? ' or null' : ''}, not ${JSON.stringify(value)?.slice(0, 80)}`,
      );
    }
    checked[name] = type !== 'float' && Number.isInteger(value) ? neo4j.int(value as number) : value;
  }
  return checked;
}

function requireSame(complaint: string, expected: readonly string[], given: readonly string[]): void {
  const missing = expected.filter((name) => !given.includes(name));
  const unknown = given.filter((name) => !expected.includes(name));
  if (missing.length === 0 && unknown.length === 0) return;
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
  throw new StatementMismatch(
    `${complaint}. Expected: ${list(expected)}. Given: ${list(given)}. Missing: ${list(missing)}. Unknown: ${list(unknown)}.`,
  );
}

function isOfType(value: unknown, type: ParameterType['type']): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'integer':
      return Number.isSafeInteger(value);
    case 'string or integer':
      return typeof value === 'string' || Number.isSafeInteger(value);
    case 'list<string>':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'float':
      return typeof value === 'number';
    case 'list<float>':
      return Array.isArray(value) && value.every((item) => typeof item === 'number');
    case 'list<map>':
      return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
  }
}
