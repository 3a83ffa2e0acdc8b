import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

describe('influenceChange over HTTP', () => {
  const served = serveGraph(smallGraph);
  const QUERY = `query($first: Int, $after: String) { influenceChange(region: "GT", from: "2012", to: "2021-07", first: $first, after: $after) {
    dataVersion region { id } from to rankedBefore rankedAfter
    changes { totalCount pageInfo { hasNextPage endCursor } nodes { kind actor { id } before { rank score } after { rank score }
      relations { effect heldBefore heldAfter relation { id claims { statement } } } } } } }`;

  test('gives both places and what accounts for them, page by page', async () => {
    const { data, codes } = await served.ask(QUERY, {});
    expect(codes).toEqual([]);
    const { changes, ...about } = data.influenceChange;
    expect(about).toMatchObject({ dataVersion: smallGraph.version, from: '2012', to: '2021-07' });
    expect(changes.totalCount).toBeGreaterThan(1);
    const embassy = changes.nodes.find((node: { actor: { id: string } }) => node.actor.id === 'swiss-embassy');
    expect(embassy).toMatchObject({ kind: 'ENTERED', before: null, after: { rank: expect.any(Number) } });
    expect(embassy.relations[0]).toMatchObject({ heldBefore: 'NO', heldAfter: 'CERTAINLY' });
    const first = (await served.ask(QUERY, { first: 1 })).data.influenceChange.changes;
    const next = (await served.ask(QUERY, { first: 1, after: first.pageInfo.endCursor })).data.influenceChange.changes;
    expect([...first.nodes, ...next.nodes]).toEqual(changes.nodes.slice(0, 2));
  });

  test('is refused with a code', async () => {
    const asked = async (args: string): Promise<string[]> =>
      (await served.ask(`{ influenceChange(region: "GT", ${args}) { from } }`)).codes;
    expect(await asked('from: "then", to: "2021"')).toEqual(['INVALID_DATE']);
    expect(await asked('from: "2020", to: "2021", relationsPerActor: 21')).toEqual(['INVALID_ARGUMENT']);
    expect(await asked('from: "2020", to: "2021", after: "x"')).toEqual(['INVALID_CURSOR']);
  });
});
