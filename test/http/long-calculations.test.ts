import { describe, expect, test } from '@jest/globals';
import { loadDossiers } from '../../src/dossier/index.js';
import type { Graph } from '../../src/domain/model.js';
import { askServer, serveGraph } from '../graphql/served-graph.js';

async function dossiers(): Promise<Graph> {
  const loaded = await loadDossiers('seeds');
  if (!('graph' in loaded)) throw new Error('The dossiers have mistakes.');
  return loaded.graph;
}

/** Rankings for the whole world over walks that mind their dates, each by another decay: the most that one field can ask. */
const rankings = (request: number): string =>
  `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: influence(region: "001", maxSteps: 6, timeRespecting: true, decay: 0.${31 + i}${request}) { influencers { nodes { rank } } }`).join(' ')} }`;

describe('many long calculations at once', () => {
  const graph = serveGraph(dossiers, { admission: { operationTimeoutMs: 2_000 } });

  test('let what is small be answered between two of them, and are given up when their time is over', async () => {
    let underWay = 8;
    const asked = Array.from({ length: underWay }, (_, request) =>
      askServer(graph.url(), rankings(request)).finally(() => underWay--),
    );
    let answeredMeanwhile = 0;
    while (underWay > 0) {
      const { status } = await fetch(`${graph.url()}/health/live`);
      expect(status).toBe(200);
      if (underWay > 0) answeredMeanwhile++;
    }
    const answers = await Promise.all(asked);
    expect(answeredMeanwhile).toBeGreaterThan(10);
    // 80 rankings take longer than two seconds of any machine that this runs on, and all began at once.
    expect(answers.flatMap(({ codes }) => codes)).toContain('OPERATION_TIMED_OUT');
    expect(graph.logged).toEqual([]);
  }, 120_000);
});
