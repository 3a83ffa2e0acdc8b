import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

describe('influenceRobustness over HTTP', () => {
  const served = serveGraph(smallGraph);

  test('says how each place holds, and which sources carry the ranking', async () => {
    const { data, codes } = await served.ask(`{ influenceRobustness(region: "GT", first: 3, firstSources: 2) {
      dataVersion region { id } ranked minSupporting sourcesTried publishersTried oversightBodies { actor { id } }
      influencers { rank score actor { id } dependsMostOn { id title } independently { rank score }
        withoutOneSource { lowestScore highestScore bestRank worstRank } withoutOnePublisher { worstRank }
        overDates { bestRank } overStance { bestRank } overBoth { bestRank worstRank } }
      sources { source { id } publisher publisherEntity { id } sources distance scoreChange
        bodiesLost { id } bodiesGained { id } largestMove { actor { id } rankBefore rankAfter } }
      publishers { source { id } publisher sources } } }`);
    expect(codes).toEqual([]);
    const { influencers, sources, publishers, ...about } = data.influenceRobustness;
    expect(about).toMatchObject({ dataVersion: smallGraph.version, region: { id: 'gt' }, minSupporting: 2 });
    expect(influencers[0]).toMatchObject({ rank: 1, withoutOneSource: { bestRank: 1 } });
    expect(sources.length).toBeLessThanOrEqual(2);
    expect(sources[0].distance).toBeGreaterThan(0);
    expect(publishers[0].sources).toBeGreaterThan(0);
  });

  test('is refused with a code', async () => {
    const asked = async (args: string): Promise<string[]> =>
      (await served.ask(`{ influenceRobustness(${args}) { ranked } }`)).codes;
    expect(await asked('region: "GT", first: 101')).toEqual(['INVALID_ARGUMENT']);
    expect(await asked('region: "GT", firstSources: 0')).toEqual(['INVALID_ARGUMENT']);
    expect(await asked('region: "GT", asOf: "soon"')).toEqual(['INVALID_DATE']);
    expect(await asked('region: "Guatemola"')).toEqual(['UNKNOWN_REGION']);
  });

  test('costs by how much is asked for', async () => {
    const all =
      '{ influenceRobustness(region: "GT", first: 100, firstSources: 100) { sources { source { claims(first: 100) { nodes { statement stance certainty locator digest retrieved source { title publisher url } } } } } } }';
    expect((await served.ask(all)).codes).toEqual(['QUERY_TOO_COSTLY']);
  });
});
