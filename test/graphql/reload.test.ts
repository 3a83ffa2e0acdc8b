import { expect, test } from '@jest/globals';
import { startServer } from '../../src/http/server.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';
import type { Graph } from '../../src/domain/model.js';

/** A chain of actors that all bear the number of the graph they belong to. */
function numbered(n: number): Graph {
  const actors = [0, 1, 2, 3].map((i) => ({ ...plainEntity(`actor-${i}`, 'Actor', 'centre'), name: `of ${n}` }));
  const relations = [0, 1, 2].map((i) => plainRelation('FUNDED', `actor-${i}`, `actor-${i + 1}`));
  return { ...plainGraph(actors, relations), version: String(n) };
}

test('queries that run while the graph is loaded again each see one graph from beginning to end', async () => {
  const store = new MemoryStore();
  await store.load(numbered(0));
  const server = await startServer({ store, port: 0, host: '127.0.0.1' });
  const query = `{ dataVersion actor(id: "actor-0") { name relations { nodes { target { name
    ... on Actor { relations(direction: OUT) { nodes { target { name } } } } } } } } }`;
  const ask = async (): Promise<string> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.text();
  };

  const seen = new Set<string>();
  let loading = true;
  const loads = (async () => {
    for (let n = 1; n <= 60 || seen.size < 3; n++) await store.load(numbered(n));
    loading = false;
  })();
  while (loading || seen.size === 0) {
    for (const answer of await Promise.all(Array.from({ length: 10 }, ask))) {
      const { data } = JSON.parse(answer) as { data: { dataVersion: string } };
      const names = new Set(answer.match(/of \d+/g));
      expect([...names]).toEqual([`of ${data.dataVersion}`]);
      seen.add(data.dataVersion);
    }
  }
  await loads;
  await server.close();
  expect(seen.size).toBeGreaterThan(2);
});
