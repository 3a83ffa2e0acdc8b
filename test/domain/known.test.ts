import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayBounds } from '../../src/domain/edtf.js';
import { weighEvidence } from '../../src/domain/evidence.js';
import { influence } from '../../src/domain/influence.js';
import { influenceRobustness } from '../../src/domain/influence-robustness.js';
import type { Known } from '../../src/domain/known.js';
import type { Claim, Graph } from '../../src/domain/model.js';
import { network } from '../../src/domain/network.js';
import { relationsOfEntities } from '../../src/domain/pages.js';
import { findPaths } from '../../src/domain/paths.js';
import { datedClaim, timeOf } from '../../src/domain/stated-times.js';
import { whyNotInfluence } from '../../src/domain/why-not.js';
import { selectRecords } from '../../src/export/records/select.js';
import type { Selection } from '../../src/export/records/selection.js';
import { interlocks } from '../../src/measures/interlocks.js';
import { measures } from '../../src/measures/measures.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { claimedGraph } from '../fixtures/claimed-graph.js';

async function storeOf(graph: Graph): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.load(graph);
  return store;
}

/** The graph that would have been loaded if only these claims on relations had been recorded. */
function recordedOnly(graph: Graph, counts: (claim: Claim) => boolean): Graph {
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const claimOf = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const relations = graph.relations.flatMap((relation) => {
    if (relation.type === 'PART_OF') return [relation];
    const { persists } = relation.time;
    const claims = relation.claimIds.map((id) => claimOf.get(id)!).filter(counts);
    if (claims.length === 0) return [];
    const time = timeOf(
      claims.map((claim) => datedClaim(claim, persists)),
      sources,
      persists,
    );
    const sortKey = `${time.earliestStart}|${relation.id}`;
    return [{ ...relation, time, sortKey, claimIds: claims.map(({ id }) => id), evidence: weighEvidence(claims, sources) }];
  });
  return { ...graph, relations };
}

/** What is written of a part of the graph: records, with the claims of relations. */
async function exportedFrom(store: MemoryStore, selection: Selection): Promise<unknown> {
  const records = await selectRecords(store, selection);
  const all = async <T>(batches: AsyncIterable<T[]>): Promise<T[]> => {
    const rows: T[] = [];
    for await (const batch of batches) rows.push(...batch);
    return rows;
  };
  const relations = (await all(records.relations())).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { entities: await all(records.entities()), relations: await records.cited(relations) };
}

const QUESTIONS: [Known, (claim: Claim, published: string | null) => boolean][] = [
  [{ knownAt: '2026-11-22' }, ({ recorded }) => recorded <= '2026-11-22'],
  [{ knownAt: '2026-11-19' }, () => false],
  [{ publishedBy: '2015' }, (_, published) => published !== null && dayBounds(published).latest <= '2015-12-31'],
  [{ publishedBy: '2017-06' }, (_, published) => published !== null && dayBounds(published).latest <= '2017-06-30'],
  [
    { knownAt: '2026-11-22', publishedBy: '2018' },
    ({ recorded }, published) => recorded <= '2026-11-22' && published !== null && dayBounds(published).latest <= '2018-12-31',
  ],
  // Read on 24 November 2026, so published by then, whatever they say of it.
  [{ publishedBy: '2026-11-24' }, () => true],
];

describe('the graph as it was known', () => {
  // Retrieval is on 24 November 2026 in the fixture, unless it is taken back to the day of recording.
  const graphs = fc.sample(claimedGraph(), { numRuns: 12, seed: 1961 }).map((graph) => ({
    ...graph,
    claims: graph.claims.map((claim) => ({ ...claim, retrieved: claim.recorded })),
  }));

  test.each(QUESTIONS)('%j answers as if no other claims had been recorded', async (known, counts) => {
    for (const graph of graphs) {
      const published = new Map(graph.sources.map((source) => [source.id, source.published]));
      const whole = await storeOf(graph);
      const then = await storeOf(recordedOnly(graph, (claim) => counts(claim, published.get(claim.source)!)));
      for (const asOf of [null, '2014']) {
        const rank = { region: 'region', asOf, first: 100, pathsPerInfluencer: 3 };
        expect(await influence(whole, { ...rank, ...known })).toEqual(await influence(then, rank));
        const around = { centers: ['actor-0', 'event-0'], depth: 2, asOf };
        expect(await network(whole, { ...around, ...known })).toEqual(await network(then, around));
        const between = { from: 'actor-0', to: 'actor-1', asOf };
        expect(await findPaths(whole, { ...between, ...known })).toEqual(await findPaths(then, between));
        const page = { first: 2, asOf };
        const ids = ['actor-0', 'zz'];
        const [one, other] = [
          await relationsOfEntities(whole, ids, { ...page, ...known }),
          await relationsOfEntities(then, ids, page),
        ];
        for (const id of ids) {
          const rows = (of: typeof one): unknown => ({ ...of.get(id)!, endCursor: of.get(id)!.endCursor });
          expect(rows(one)).toEqual(rows(other));
          const after = other.get(id)!.endCursor;
          const next = await relationsOfEntities(whole, [id], { ...page, ...known, after });
          expect(next.get(id)!.edges.map(({ node }) => node)).toEqual(
            (await relationsOfEntities(then, [id], { ...page, after })).get(id)!.edges.map(({ node }) => node),
          );
        }
      }
      for (const part of [{}, { within: 'region' }, { asOf: '2014' }, { centers: ['actor-0'], depth: 2 }]) {
        expect(await exportedFrom(whole, { ...part, ...known })).toEqual(await exportedFrom(then, part));
        const measure = { ...part, measure: 'PAGERANK', weights: 'EVIDENCE', places: true, first: 100 } as const;
        expect(await measures(whole, { ...measure, ...known }, Infinity)).toEqual(await measures(then, measure, Infinity));
        const shared = { ...part, minShared: 1, first: 100 };
        expect(await interlocks(whole, { ...shared, ...known }, Infinity)).toEqual(await interlocks(then, shared, Infinity));
      }
      for (const asOf of [null, '2014']) {
        const why = { actor: 'actor-0', region: 'zz', asOf };
        expect(await whyNotInfluence(whole, { ...why, ...known })).toEqual(await whyNotInfluence(then, why));
      }
      const { influencers } = await influenceRobustness(whole, { region: 'zz', ...known }, Infinity);
      expect(influencers.map(({ actor, rank }) => [actor.id, rank])).toEqual(
        (await influenceRobustness(then, { region: 'zz' }, Infinity)).influencers.map(({ actor, rank }) => [actor.id, rank]),
      );
    }
  });

  test('a claim counts when it had been read and recorded', async () => {
    const [graph] = graphs;
    const late = { ...graph!, claims: graph!.claims.map((claim) => ({ ...claim, retrieved: '2026-11-25' })) };
    const answer = await influence(await storeOf(late), { region: 'region', knownAt: '2026-11-24' });
    expect(answer.emptyCode).toBe('NO_OVERSIGHT_BODY');
    await expect(influence(await storeOf(late), { region: 'region', knownAt: 'lately' })).rejects.toMatchObject({
      code: 'INVALID_DATE',
    });
  });
});
