import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createContext } from '../../src/graphql/context.js';
import { Execution } from '../../src/graphql/execution.js';
import { executableSchema } from '../../src/graphql/schema.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { comparable, runnable } from './answers.js';
import { CASES, tell } from './bounds.js';
import { requestsOf, type GeneratedRequest } from './generated-requests.js';

const REQUESTS = CASES / 5;

const store = new MemoryStore();
let schema: GraphQLSchema;
let execution: Execution;
const unheard: unknown[] = [];
const hear = (reason: unknown): void => void unheard.push(reason);
beforeAll(async () => {
  await store.load(smallGraph);
  schema = await executableSchema();
  execution = new Execution(schema);
  process.on('unhandledRejection', hear);
});
afterAll(() => void process.off('unhandledRejection', hear));

test(`${REQUESTS} generated requests with variables: answered by code as by graphql-js, nothing fails unheard`, async () => {
  const outcomes = { answered: 0, errors: 0, refused: 0 };
  let compiled = 0;
  const ask = async (request: GeneratedRequest): Promise<void> => {
    const document = runnable(schema, request);
    if (document === null) {
      outcomes.refused++;
      return;
    }
    const { variables } = request;
    const interpreted = await execute({ schema, document, variableValues: variables, contextValue: createContext(store) });
    const before = execution.compiledFields;
    let last: ExecutionResult = {};
    for (let times = 0; times < 3; times++) {
      last = await execution.run({ document, operationName: null, variables, context: createContext(store) });
    }
    if (execution.compiledFields !== before) compiled++;
    outcomes[last.errors ? 'errors' : 'answered']++;
    expect(comparable(last)).toEqual(comparable(interpreted));
    expect(unheard).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(requestsOf(schema), ask), { numRuns: REQUESTS });
  tell('generated requests, compiled and not', { cases: REQUESTS, lost: unheard.length, outcomes: { ...outcomes, compiled } });
  expect(compiled).toBeGreaterThan(REQUESTS / 5);
}, 600_000);
