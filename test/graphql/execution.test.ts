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

/** To the byte, but for the order of `data` and `errors`, which is written anew (fast-lane.ts). */
async function expectSame(query: string, variables: Record<string, unknown> = {}): Promise<void> {
  const [first, last] = await firstAndLast(query, variables);
  expect(JSON.stringify([last.data, last.errors])).toBe(JSON.stringify([first.data, first.errors]));
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
    // In the order in which they became known.
    const told = ({ errors = [] }: ExecutionResult): unknown[] =>
      errors.map(({ message, path, originalError }) => [String(path), message, originalError]).sort();
    expect(told(last)).toEqual(told(first));
    expect(last.errors).toHaveLength(2);
    expect(last.data).toEqual(first.data);
  });
});

describe('what graphql-jit would answer otherwise', () => {
  const DATE = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  const NO_NUMBER = '__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8';

  test('the words that it puts something else for are these', () => {
    const source = readFileSync('node_modules/graphql-jit/dist/execution.js', 'utf8');
    expect(source).toContain(`"${DATE}"`);
    expect(source).toContain(`"${NO_NUMBER}"`);
  });

  test.each([
    `${DATE}ranByQuery('at its begin')`,
    `"${DATE}ranByQuery('after a quote')`,
    `", ${DATE}0), ranByQuery('after a list')`,
    `x${DATE}ranByQuery('within')`,
    NO_NUMBER,
  ])('the text %s is a text, and no program', async (text) => {
    const ran: string[] = [];
    Object.assign(globalThis, { ranByQuery: (by: string) => ran.push(by) });
    for (const field of ['entity(id: $TEXT) { id }', 'entities(ids: [$TEXT]) { id }', 'entities(ids: $TEXT) { id }']) {
      await expectSame(`{ ${field.replace('$TEXT', () => JSON.stringify(text))} }`);
    }
    expect(ran).toEqual([]);
  });

  const fragmentTwice = `query ($a: Boolean!, $b: Boolean!) { actor(id: "icoca") { ...Name @include(if: $a) id ...Name @skip(if: $b) } }
    fragment Name on Actor { name }`;
  const twoPlaces = `query ($a: Boolean!) { x: actor(id: "icoca") { ...Name @include(if: $a) } y: actor(id: "icoca") { ...Name } }
    fragment Name on Actor { name }`;
  test.each<[string, string, Record<string, unknown>]>([
    ['a fragment twice, with other conditions', fragmentTwice, { a: false, b: false }],
    ['a fragment twice, first as it is', fragmentTwice, { a: true, b: true }],
    ['a fragment at two places, with a condition at one', twoPlaces, { a: false }],
    [
      'a condition that is null',
      'query ($a: Boolean = true) { dataVersion actor(id: "icoca") { name @include(if: $a) } }',
      { a: null },
    ],
    [
      'an alias that reads as a place in the answer',
      '{ relations_Actor_x: actors(first: 2) { totalCount } x: entity(id: "icoca") { relations(first: 2) { nodes { id } } } }',
      {},
    ],
    [
      'a null in a list that takes none',
      'query ($type: RelationTypeName = MEMBER_OF) { entity(id: "icoca") { relations(types: [$type], first: 2) { nodes { id } } } }',
      { type: null },
    ],
    [
      'one of two mistakes in arguments, in the order of the schema',
      `{ influence(region: "${'x'.repeat(600)}", maxSteps: 99) { maxSteps } }`,
      {},
    ],
    ['one mistake in each item of a list that takes no null', '{ actor(id: "digessp") { within { holds(asOf: "soon") } } }', {}],
    ['an alias that JavaScript knows', '{ actor(id: "icoca") { __proto__: name constructor: id } }', {}],
    ['a variable that JavaScript knows', 'query ($__proto__: Int) { actors(first: $__proto__) { totalCount } }', {}],
    [
      'a variable named as those that stand for texts',
      'query ($text0: ID!) { a: entity(id: $text0) { id } b: entity(id: "dcaf") { id } }',
      { text0: 'icoca' },
    ],
  ])('%s', async (_, query, variables) => expectSame(query, variables));
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

  test('is made for each way in which conditions fall out, of few of them', async () => {
    const query = (conditions: number): string => {
      const names = Array.from({ length: conditions }, (_, i) => `$c${i}: Boolean = true`);
      const fields = names.map((_, i) => `f${i}: name @include(if: $c${i})`);
      return `query (${names.join(' ')}) { actor(id: "icoca") { id ${fields.join(' ')} } }`;
    };
    execution = new Execution(await executableSchema());
    const [first, last] = await firstAndLast(query(4), { c1: false });
    expect(last).toEqual(first);
    const one = execution.compiledFields;
    expect(one).toBeGreaterThan(0);
    await firstAndLast(query(5));
    expect(execution.compiledFields).toBe(one);
  });
});
