import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createContext } from '../../src/graphql/context.js';
import { executableSchema } from '../../src/graphql/schema.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { inPart } from '../contract/in-part.js';
import { smallGraph } from '../fixtures/small-graph.js';

const store = new MemoryStore();
let schema: GraphQLSchema;
beforeAll(async () => {
  await store.load(smallGraph);
  schema = await executableSchema();
});

/** The questions that the answer took, by method. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

async function ask(query: string, variables: Record<string, unknown> = {}, atOnce = true): Promise<ExecutionResult> {
  const context = createContext(store);
  for (const question of ['entities', 'relationsOf', 'neighbourhood', 'claims'] as const) {
    const answer = context.store[question].bind(context.store) as (...given: unknown[]) => Promise<never>;
    context.store[question] = (...given: unknown[]) => {
      asked.push(question);
      return answer(...given);
    };
  }
  // The memory store gives whole records; here nothing may be there that was not asked for, as with Neo4j.
  const whole = context.store.neighbourhood.bind(context.store);
  context.store.neighbourhood = async (question) => inPart(await whole(question), question);
  if (!atOnce) context.nested.read = () => Promise.resolve(null);
  return execute({ schema, document: parse(query), contextValue: context, variableValues: variables });
}

describe('a nested selection', () => {
  test('of three levels is one question', async () => {
    const { errors } =
      await ask(`{ entity(id: "iepades") { name degree start relations(direction: OUT, first: 5) { nodes { id start target { name
      relations(direction: IN) { edges { cursor node { source { name relations(types: [MEMBER_OF]) { nodes { type evidence { supporting } source { id kind } } } } } } } } } } } }`);
    expect(errors).toBeUndefined();
    expect(asked).toEqual(['neighbourhood']);
  });

  test.each([
    [
      'deeper than three levels goes on level by level',
      '{ entity(id: "iepades") { A } }',
      ['neighbourhood', 'relationsOf', 'entities'],
    ],
    [
      'with names needs whole records',
      '{ entity(id: "icoca") { names { text } relations { nodes { id } } } }',
      ['entities', 'relationsOf'],
    ],
    ['with a count is counted', '{ entity(id: "icoca") { relations { totalCount } } }', ['entities', 'relationsOf']],
    [
      'with two branches is read branch by branch',
      '{ entity(id: "icoca") { a: relations { nodes { id } } b: relations(first: 1) { nodes { id } } } }',
      ['entities', 'relationsOf', 'relationsOf'],
    ],
    [
      'under a directive is read as the directive says',
      '{ entity(id: "icoca") { relations { nodes { id target @include(if: true) { id } } } } }',
      ['entities', 'relationsOf', 'entities'],
    ],
  ])('%s', async (_, query, questions) => {
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `relations(direction: OUT) { nodes { target { ${deep(levels - 1)} } } }`;
    const { errors } = await ask(query.replace('A', deep(4)));
    expect(errors).toBeUndefined();
    expect(asked).toEqual(questions);
  });

  test('a later page is that page', async () => {
    const page =
      'relations(first: 3, after: $after) { nodes { id } edges { cursor } pageInfo { endCursor hasNextPage hasPreviousPage } }';
    const query = `query ($after: String) { entity(id: "icoca") { ${page} } }`;
    const first = await ask(query);
    const { edges } = (first.data as { entity: { relations: { edges: { cursor: string }[] } } }).entity.relations;
    const after = edges[1]!.cursor;
    expect(await ask(query, { after })).toEqual(await ask(query, { after }, false));
  });

  test.each([
    ['a wrong date', 'asOf: "soon"'],
    ['too large a page', 'first: 1000'],
    ['a wrong cursor', 'after: "nonsense"'],
  ])('with %s has the error of the field that has it', async (_, mistake) => {
    const query = `{ entity(id: "icoca") { name relations(${mistake}) { nodes { id } } } }`;
    const answer = await ask(query);
    expect(answer.errors?.map(({ path }) => path)).toEqual([['entity', 'relations']]);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(await ask(query, {}, false)));
  });
});

test('read at once or level by level, the answer is the same', async () => {
  const property = fc.asyncProperty(fc.constantFrom(...ROOTS), anyEntity(3), async (root, selection) => {
    const query = root.replace('…', selection);
    expect(await ask(query)).toEqual(await ask(query, {}, false));
  });
  await fc.assert(property, { numRuns: 150 });
});

const ROOTS = [
  '{ entity(id: "icoca") { … } }',
  '{ actor(id: "iepades") { … } }',
  '{ actors(first: 3) { nodes { … } } }',
  '{ actors(first: 2, orderBy: DEGREE, direction: DESC) { edges { cursor node { … } } pageInfo { endCursor } } }',
  '{ a: entity(id: "icoca") { … } b: entity(id: "session") { names { text } relations(first: 2) { nodes { source { identifiers { value } } } } } }',
];

/** Any selection on an entity, with relations down to so many levels, in the ways that the language has. */
function anyEntity(levels: number): fc.Arbitrary<string> {
  const own = [
    'id',
    'name',
    'kind',
    'degree',
    '__typename',
    'start',
    'endStatus',
    'holds(asOf: "2016")',
    'claims { id }',
    'within { name }',
  ];
  const rare = ['names { text }', '... on Event { status }', '... on Place { iso }', 'kindDefinition { title }'];
  const fields = fc
    .tuple(
      fc.subarray(own, { minLength: 1 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(rare) }),
    )
    .map(([some, more]) => [...some, ...more].join(' '));
  if (levels === 0) return fields;
  const args = fc.constantFrom(
    '',
    '(first: 2)',
    '(direction: OUT)',
    '(direction: IN, types: [MEMBER_OF])',
    '(asOf: "2016-06")',
    '(first: 1, direction: IN)',
  );
  const ends = fc
    .record({
      of: fc.subarray(
        ['id', 'type', 'start', 'evidence { supporting disputing strength }', 'claims { statement }', 'qualifiers { name }'],
        { minLength: 1 },
      ),
      end: fc.constantFrom('source', 'target'),
      entity: anyEntity(levels - 1),
    })
    .map(({ of, end, entity }) => `${of.join(' ')} ${end} { ${entity} }`);
  const page = fc.tuple(ends, fc.constantFrom('nodes', 'edges', 'count')).map(([row, how]) => {
    if (how === 'nodes') return `nodes { ${row} }`;
    return how === 'edges'
      ? `edges { cursor node { ${row} } } pageInfo { hasNextPage endCursor }`
      : `totalCount nodes { ${row} }`;
  });
  return fc.tuple(fields, args, page).map(([before, given, rows]) => `${before} relations${given} { ${rows} }`);
}
