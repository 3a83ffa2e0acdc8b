import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { independentOrigin } from '../../src/domain/evidence.js';
import { InfluenceGround } from '../../src/domain/influence-ground.js';
import { rankingWithout } from '../../src/domain/influence-left-out.js';
import type { Graph, Relation } from '../../src/domain/model.js';
import { resolveRegion, surroundingPlaces } from '../../src/domain/regions.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { claimedGraph } from '../fixtures/claimed-graph.js';
import { askJudge, judgesInstalled } from './python.js';

/** Scores made from the claims that are left, in numpy, which shares nothing with the project but the weights in schema/. */
const JUDGE = 'test/judges/robustness.py';
const WALKS = { maxSteps: 3, decay: 0.5 };

type Scores = Record<string, number>;

(judgesInstalled ? describe : describe.skip)('influence with sources left out, judged by numpy', () => {
  test('over random graphs and the whole data: every score within 1e-9', async () => {
    const cases: unknown[] = [];
    const ours: Scores[] = [];
    const add = async (graph: Graph, region: string, each: number): Promise<void> => {
      const store = new MemoryStore();
      await store.load(graph);
      const place = await resolveRegion(store, region);
      const ground = await InfluenceGround.read(store, place, WALKS.maxSteps, null);
      const publishers = [...ground.sourcesByOrigin().values()];
      const groups = [...publishers.flat().map((source) => [source]), ...publishers.filter(({ length }) => length > 1)];
      for (const group of groups.filter((_, i) => i % each === 0)) {
        const { ranking } = rankingWithout(group, ground, null, WALKS);
        ours.push(Object.fromEntries(ranking.actors.map(({ actor, score }) => [actor.id, score])));
        const places = await surroundingPlaces(store, place);
        cases.push({ ...judgeCase(graph, ground, places), leftOut: group.map(({ id }) => id), ...WALKS });
      }
    };
    for (const graph of fc.sample(claimedGraph(), { numRuns: 40, seed: 20211124 })) await add(graph, 'zz', 1);
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('seeds/ has mistakes');
    await add(loaded.graph, 'GT', 15);
    await add(loaded.graph, '013', 40);

    const theirs = askJudge<Scores[]>(JUDGE, { schema: 'schema', cases });

    expect(theirs.length).toBeGreaterThan(200);
    expect(theirs.filter((scores) => Object.keys(scores).length > 100).length).toBeGreaterThan(20);
    for (const [i, scores] of theirs.entries()) {
      expect(Object.keys(ours[i]!).sort()).toEqual(Object.keys(scores).sort());
      for (const [actor, score] of Object.entries(scores)) expect(Math.abs(ours[i]![actor]! - score)).toBeLessThan(1e-9);
    }
  }, 300_000);
});

/** Of a graph what the ground was read from it: a matrix of everything would be too large. */
function judgeCase(graph: Graph, ground: InfluenceGround, places: string[]): object {
  const relations = new Map([...ground.oversight, ...ground.flow].map((relation) => [relation.id, relation]));
  const ends = new Set([...relations.values()].flatMap(({ source, target }) => [source, target]));
  const claimOf = new Map(graph.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  return {
    entities: Object.fromEntries(graph.entities.filter(({ id }) => ends.has(id)).map(({ id, label }) => [id, label])),
    relations: [...relations.values()].map(({ type, source, target, qualifiers, claimIds }: Relation) => ({
      type,
      source,
      target,
      sector: qualifiers['sector'] ?? null,
      claims: claimIds.map((id) => claimOf.get(id)).map((claim) => ({ ...claim })),
    })),
    origins: Object.fromEntries(graph.sources.map(({ id }) => [id, independentOrigin(id, sources)])),
    places,
  };
}
