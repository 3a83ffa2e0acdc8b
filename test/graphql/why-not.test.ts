import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

describe('whyNotInfluence over HTTP', () => {
  const served = serveGraph(smallGraph);
  const QUERY = `query($actor: ID!, $asOf: String) { whyNotInfluence(actor: $actor, region: "GT", asOf: $asOf) {
    dataVersion actor { id } region { id } asOf maxSteps verdict ranked { rank score }
    reasons { reason steps bodyThen body { actor { id } } hops { direction obstacles from { id } to { id } relation { id start claims { statement } } } } } }`;

  test('gives the score of who reaches, and the way of who does not', async () => {
    const { data, codes } = await served.ask(QUERY, { actor: 'icoca' });
    expect(codes).toEqual([]);
    expect(data.whyNotInfluence).toMatchObject({ verdict: 'REACHES', ranked: { rank: 1 }, dataVersion: smallGraph.version });
    const then = (await served.ask(QUERY, { actor: 'swiss-embassy', asOf: '2011' })).data.whyNotInfluence;
    expect(then.verdict).toBe('STOPPED');
    expect(then.reasons[0]).toMatchObject({ reason: 'DATE' });
    expect(then.reasons[0].hops.flatMap((hop: { obstacles: string[] }) => hop.obstacles)).toContain('DATE');
  });

  test('is refused with a code', async () => {
    expect((await served.ask(QUERY, { actor: 'nobody' })).codes).toEqual(['UNKNOWN_ID']);
    expect((await served.ask(QUERY, { actor: 'code' })).codes).toEqual(['UNKNOWN_ID']);
  });
});
