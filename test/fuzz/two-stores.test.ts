import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { loadDossiers } from '../../src/dossier/index.js';
import { createContext } from '../../src/graphql/context.js';
import { executableSchema } from '../../src/graphql/schema.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import type { GraphStore } from '../../src/store/port.js';
import { describeWithNeo4j, neo4jOfTests } from '../store/neo4j/neo4j-of-tests.js';
import { comparable, runnable } from './answers.js';
import { CASES, tell } from './bounds.js';
import { requestsOf, type GeneratedRequest } from './generated-requests.js';

/** Fewer than of others: Neo4j takes ten times as long. */
const REQUESTS = CASES / 25;

describeWithNeo4j('the same question to both stores', () => {
  const memory = new MemoryStore();
  let neo4j: Neo4jStore;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('the dossiers are wrong');
    neo4j = await Neo4jStore.open(neo4jOfTests);
    await Promise.all([memory.load(loaded.graph), neo4j.load(loaded.graph)]);
    schema = await executableSchema();
  }, 120_000);
  afterAll(() => neo4j.close());

  test(`${REQUESTS} generated requests: answered by Neo4j as from memory`, async () => {
    const outcomes = { answered: 0, errors: 0, refused: 0 };
    const ask = async (request: GeneratedRequest): Promise<void> => {
      const document = runnable(schema, request);
      if (document === null) {
        outcomes.refused++;
        return;
      }
      const { variables } = request;
      const of = async (store: GraphStore): Promise<ExecutionResult> =>
        execute({ schema, document, variableValues: variables, contextValue: createContext(store) });
      const [inMemory, inNeo4j] = [await of(memory), await of(neo4j)];
      outcomes[inMemory.errors ? 'errors' : 'answered']++;
      expect(comparable(inNeo4j)).toEqual(comparable(inMemory));
    };
    await fc.assert(fc.asyncProperty(requestsOf(schema), ask), { numRuns: REQUESTS });
    tell('generated requests, in memory and in Neo4j', { cases: REQUESTS, lost: 0, outcomes });
    expect(outcomes.answered).toBeGreaterThan(REQUESTS / 10);
  }, 900_000);
});
