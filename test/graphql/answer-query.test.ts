import { describe, expect, test } from '@jest/globals';
import { answerQuery } from '../../src/graphql/answer-query.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

const served = serveGraph(smallGraph);

describe('a query without HTTP', () => {
  test.each([
    ['an answer', 'query($id: ID!) { entity(id: $id) { name relations { nodes { id } } } dataVersion }', { id: 'icoca' }],
    ['an error of the domain', '{ entity(id: "digesp") { id } }', {}],
    [
      'a query beyond a limit',
      '{ actors(first: 100) { nodes { relations(first: 100) { nodes { claims { statement source { id title url } } } } } } }',
      {},
    ],
  ])('is answered as over HTTP: %s', async (_what, query, variables) => {
    const store = new MemoryStore();
    await store.load(smallGraph);
    const answer = await answerQuery(store, query, variables);
    const { data, errors, extensions } = await served.ask(query, variables);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      ...(data === undefined ? {} : { data }),
      ...(errors ? { errors } : {}),
      ...(extensions ? { extensions } : {}),
    });
  });
});
