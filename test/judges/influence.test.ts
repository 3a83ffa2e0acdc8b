import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holding } from '../../src/domain/as-of.js';
import { influence } from '../../src/domain/influence.js';
import type { Graph } from '../../src/domain/model.js';
import { MemoryStore } from '../../src/store/memory/memory-store.js';
import { influenceGraph } from './influence-graph.js';
import { askJudge, judgesInstalled } from './python.js';

/** Scores from a dense matrix in numpy, which shares nothing with the project but the weights in schema/. */
const JUDGE = 'test/judges/influence.py';
const QUESTIONS = [
  { maxSteps: 1, decay: 0.5, asOf: null },
  { maxSteps: 2, decay: 1, asOf: null },
  { maxSteps: 4, decay: 0.5, asOf: null },
  { maxSteps: 4, decay: 0.3, asOf: '2015' },
  { maxSteps: 6, decay: 0.9, asOf: '2019-06' },
];

(judgesInstalled ? describe : describe.skip)('influence over random graphs, judged by numpy', () => {
  test('every score agrees within 1e-9, and the parts of each add up to it', async () => {
    const cases: unknown[] = [];
    const ours: Record<string, number>[] = [];
    for (const graph of fc.sample(influenceGraph(), { numRuns: 60, seed: 20211124 })) {
      const store = new MemoryStore();
      await store.load(graph);
      for (const question of QUESTIONS) {
        const answer = await influence(store, { region: 'zz', ...question, first: 1000 });
        cases.push(
          judgeCase(
            graph,
            answer.oversightBodies.map((body) => body.actor.id),
            question,
          ),
        );
        ours.push(Object.fromEntries(answer.influencers.edges.map(({ node }) => [node.actor.id, node.score])));
        for (const { node } of answer.influencers.edges) {
          const parts = node.paths.reduce((sum, path) => sum + path.contribution, 0) + node.remainder;
          expect(Math.abs(parts - node.score)).toBeLessThan(1e-9);
        }
      }
    }

    const theirs = askJudge<Record<string, number>[]>(JUDGE, { schema: 'schema', cases });

    expect(theirs.filter((scores) => Object.keys(scores).length > 2).length).toBeGreaterThan(50);
    for (const [i, scores] of theirs.entries()) {
      expect(Object.keys(ours[i] ?? {}).sort()).toEqual(Object.keys(scores).sort());
      for (const [actor, score] of Object.entries(scores)) {
        expect(Math.abs((ours[i]?.[actor] ?? NaN) - score)).toBeLessThan(1e-9);
      }
    }
  });
});

function judgeCase(graph: Graph, bodies: string[], question: { maxSteps: number; decay: number; asOf: string | null }): unknown {
  return {
    entities: Object.fromEntries(graph.entities.map((entity) => [entity.id, entity.label])),
    relations: graph.relations.map((relation) => ({
      type: relation.type,
      source: relation.source,
      target: relation.target,
      strength: relation.evidence.strength,
      holds: holding(relation.time, question.asOf),
    })),
    bodies,
    maxSteps: question.maxSteps,
    decay: question.decay,
  };
}
