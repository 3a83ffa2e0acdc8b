import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse, type ExecutionResult } from 'graphql';
import { loadDossiers } from '../../src/dossier/index.js';
import { createContext } from '../../src/graphql/context.js';
import { Execution, MOST_FIELDS_COMPILED } from '../../src/graphql/execution.js';
import { executableSchema } from '../../src/graphql/schema.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';

const READY = 'web/playground/ready-queries';
const store = new MemoryStore();
let execution: Execution;
beforeAll(async () => {
  const loaded = await loadDossiers('seeds');
  if (!('graph' in loaded)) throw new Error('The dossiers have mistakes.');
  await store.load(loaded.graph);
  execution = new Execution(await executableSchema());
});

/** The same document asked so often that it is compiled: the first answer and the last. */
async function firstAndLast(query: string, variables: Record<string, unknown> = {}): Promise<[ExecutionResult, ExecutionResult]> {
  const document = parse(query);
  const answers: ExecutionResult[] = [];
  for (let times = 0; times < 5; times++) {
    answers.push(await execution.run({ document, operationName: null, variables, context: createContext(store) }));
  }
  return [answers[0]!, answers.at(-1)!];
}

describe('an operation asked again and again is compiled, and answered as before', () => {
  test.each(readdirSync(READY).filter((file) => file.endsWith('.graphql')))('%s', async (file) => {
    const [first, last] = await firstAndLast(readFileSync(`${READY}/${file}`, 'utf8'));
    expect(first.errors).toBeUndefined();
    expect(JSON.stringify(last)).toBe(JSON.stringify(first));
  });

  test.each([
    ['names of both sorts of ends', '{ node(id: "icoca") { __typename id ... on Actor { name } ... on Event { status } } }', {}],
    ['a variable with a default left out', 'query ($first: Int! = 2) { actors(first: $first) { nodes { id } } }', {}],
    [
      'a variable given',
      'query ($first: Int! = 2, $skip: Boolean!) { actors(first: $first) { nodes { id name @skip(if: $skip) } } }',
      { first: 3, skip: true },
    ],
    [
      'an enum by variable',
      'query ($types: [RelationTypeName!]) { entity(id: "icoca") { relations(types: $types, first: 2) { nodes { type } } } }',
      { types: ['MEMBER_OF'] },
    ],
    ['introspection', '{ __schema { types { name } } __type(name: "Actor") { fields { name } } }', {}],
  ])('%s', async (_, query, variables) => {
    const [first, last] = await firstAndLast(query, variables);
    expect(first.errors).toBeUndefined();
    expect(JSON.stringify(last)).toBe(JSON.stringify(first));
  });

  test('errors too, with what they come from', async () => {
    const [first, last] = await firstAndLast(
      '{ a: entity(id: "nobody") { id } b: entity(id: "icoca") { relations(asOf: "soon") { nodes { id } } } }',
    );
    expect(last.errors?.map(({ message, path, originalError }) => [message, path, originalError])).toEqual(
      first.errors?.map(({ message, path, originalError }) => [message, path, originalError]),
    );
    expect(last.errors).toHaveLength(2);
    expect(last.data).toEqual(first.data);
  });
});

describe('the code of compiled operations', () => {
  const many = (i: number, aliases: number): string =>
    `query Q${i} { ${Array.from({ length: aliases }, (_, at) => `a${at}: entity(id: "icoca") { id relations(first: 1) { nodes { id source { id name kind } target { id name kind } } } }`).join(' ')} }`;

  test('is bounded, however many operations are asked again and again; those asked last are kept', async () => {
    execution = new Execution(await executableSchema());
    for (let i = 0; i < 60; i++) await firstAndLast(many(i, 10));
    expect(execution.compiledFields).toBeLessThanOrEqual(MOST_FIELDS_COMPILED);
    expect(execution.compiledFields).toBeGreaterThan(MOST_FIELDS_COMPILED / 2);
  }, 60_000);

  test('is not made for a large operation, which is answered all the same', async () => {
    execution = new Execution(await executableSchema());
    const [, last] = await firstAndLast(many(0, 28));
    expect(last.errors).toBeUndefined();
    expect(execution.compiledFields).toBe(0);
    await firstAndLast(many(0, 1));
    expect(execution.compiledFields).toBeGreaterThan(0);
  });
});
