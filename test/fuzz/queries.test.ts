import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { executableSchema } from '../../src/graphql/schema.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { serveGraph } from '../graphql/served-graph.js';
import { queriesOf } from './generated-queries.js';
import { sendingsOf, type Sending } from './generated-sendings.js';
import { CASES, GROWTH, tell } from './bounds.js';
import { heapAfterCollection } from './heap.mjs';

/** Milliseconds in which every generated query is answered or refused, on a machine that is busy with others: what the server allows an operation. */
const MOST_MILLISECONDS = 30_000;

const graph = serveGraph(async () => {
  const loaded = await loadDossiers('seeds');
  if ('problems' in loaded) throw new Error('the dossiers are wrong');
  return loaded.graph;
});

test(`${CASES} generated queries: answers or refusals with a code, never a 500, none that hangs, no growth`, async () => {
  const schema = await executableSchema();
  const codes = new Map<string, number>();
  let asked = 0;
  let slowest = 0;
  const ask = async ({ path, init }: Sending): Promise<void> => {
    asked++;
    const start = performance.now();
    const response = await fetch(`${graph.url()}${path}`, { ...init, signal: AbortSignal.timeout(MOST_MILLISECONDS) });
    const { data, errors = [] } = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    slowest = Math.max(slowest, performance.now() - start);
    expect([200, 400, 404, 412, 431]).toContain(response.status);
    expect(data !== undefined || errors.length > 0).toBe(true);
    for (const { message, extensions } of errors) {
      expect(extensions.code).toMatch(/^[A-Z][A-Z_]+$/);
      expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(message).not.toMatch(/undefined|\[object|\bat .*\.[jt]s:|node_modules/);
    }
    const outcome = errors[0]?.extensions.code ?? 'answered';
    codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
  };
  const queries = sendingsOf(queriesOf(schema));
  await fc.assert(fc.asyncProperty(queries, ask), { numRuns: CASES / 10 });
  const before = heapAfterCollection();
  await fc.assert(fc.asyncProperty(queries, ask), { numRuns: (CASES * 9) / 10 });
  const growth = heapAfterCollection() - before;
  tell('generated queries', {
    cases: asked,
    lost: graph.logged.length,
    outcomes: Object.fromEntries(codes),
    slowestMs: Math.round(slowest),
    growthMiB: growth,
  });
  expect(graph.logged).toEqual([]);
  // Both are reached: a generator whose queries are all refused tests nothing.
  expect(codes.get('answered')).toBeGreaterThan(CASES / 10);
  expect(codes.size).toBeGreaterThan(3);
  expect(growth).toBeLessThan(GROWTH);
}, 1_800_000);
