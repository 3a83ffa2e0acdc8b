import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

describe('the graph as it was known, over HTTP', () => {
  const served = serveGraph(smallGraph);

  test('a relation has the claims, evidence and dates known then; who was not known has none', async () => {
    const { data, codes } = await served.ask(`{
      now: entity(id: "digessp") { relations(first: 100) { totalCount nodes { id } } }
      then: entity(id: "digessp") { relations(first: 100, publishedBy: "2020") { totalCount nodes { id evidence { supporting disputing } claims { source { id published } } } } }
      nothing: entity(id: "digessp") { relations(knownAt: "2000") { nodes { id } } }
      influence(region: "GT", publishedBy: "2020") { influencers { totalCount } }
      robust: influenceRobustness(region: "GT", knownAt: "2030") { ranked }
      change: influenceChange(region: "GT", from: "2015", to: "2021", publishedBy: "2020") { rankedAfter }
      network(centers: ["icoca"], publishedBy: "2020") { edges { id claims { source { published } } } }
      paths(from: "icoca", to: "digessp", knownAt: "2000") { paths { length } }
      measures(measure: DEGREE, publishedBy: "2020") { relations }
      measuresNow: measures(measure: DEGREE) { relations }
      interlocks(minShared: 1, knownAt: "2000") { pairs { totalCount } }
      whyNotInfluence(actor: "icoca", region: "GT", knownAt: "2000") { verdict }
    }`);
    expect(codes).toEqual([]);
    expect(data.then.relations.totalCount).toBeLessThan(data.now.relations.totalCount);
    expect(data.then.relations.totalCount).toBe(data.then.relations.nodes.length);
    expect(data.nothing.relations.nodes).toEqual([]);
    expect(data.paths.paths).toEqual([]);
    expect(data.measures.relations).toBeGreaterThan(0);
    expect(data.measures.relations).toBeLessThan(data.measuresNow.relations);
    expect(data.interlocks.pairs.totalCount).toBe(0);
    expect(data.whyNotInfluence.verdict).toBe('NO_OVERSIGHT_BODY');
    for (const { claims } of [...data.then.relations.nodes, ...data.network.edges]) {
      for (const { source } of claims) expect(source.published).toBe('2019~');
    }
    expect(data.robust.ranked).toBeGreaterThan(data.influence.influencers.totalCount);
  });

  test('an export has the relations of then', async () => {
    const exported = async (query: string): Promise<{ links: { claims: { source: { published: string } }[] }[] }> =>
      (await (await fetch(`${served.url()}/export/node-link?${query}`)).json()) as never;
    const { links } = await exported('publishedBy=2020');
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThan((await exported('publishedBy=2030')).links.length);
    expect((await fetch(`${served.url()}/export/node-link?knownAt=soon`)).status).toBe(400);
  });

  test('a date that is none is refused', async () => {
    expect((await served.ask('{ influence(region: "GT", knownAt: "soon") { asOf } }')).codes).toEqual(['INVALID_DATE']);
  });
});
