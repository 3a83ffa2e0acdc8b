import { describe, expect, test } from '@jest/globals';
import { MEASURE_NAMES } from '../../src/measures/names.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from './served-graph.js';

describe('measures over HTTP', () => {
  const served = serveGraph(smallGraph);
  const ask: typeof served.ask = (query, variables) => served.ask(query, variables);

  test('give entities with their values, page by page, and what was measured', async () => {
    const { data, codes } = await ask(`{ measures(measure: DEGREE, first: 2) {
      measure directed entities ties relations selfLoops components dataVersion parameters { name value }
      rows { totalCount nodes { rank value entity { id name } } pageInfo { hasNextPage endCursor } } } }`);
    expect(codes).toEqual([]);
    expect(data.measures).toMatchObject({ measure: 'DEGREE', directed: false, dataVersion: smallGraph.version, parameters: [] });
    expect(data.measures.rows.nodes[0]).toMatchObject({ rank: 1, entity: { id: 'icoca' } });
    expect(data.measures.rows.totalCount).toBe(data.measures.entities);
    const next = await ask(
      'query($after: String) { measures(measure: DEGREE, first: 2, after: $after) { rows { nodes { value } } } }',
      {
        after: data.measures.rows.pageInfo.endCursor,
      },
    );
    expect(next.data.measures.rows.nodes[0].value).toBeLessThanOrEqual(data.measures.rows.nodes[1].value);
  });

  test('brokers come with their roles, of a part of the graph', async () => {
    const { data, codes } = await ask(`{ measures(measure: BROKERAGE, centers: ["icoca"], depth: 1, groupBy: KIND, first: 1) {
      rows { nodes { entity { id } value group roles { coordinator itinerant gatekeeper representative liaison } } } } }`);
    expect(codes).toEqual([]);
    const [{ value, roles }] = data.measures.rows.nodes;
    expect(Object.values(roles as Record<string, number>).reduce((sum, n) => sum + n, 0)).toBe(value);
  });

  test('interlocks come with actors, what they share and the claims of it', async () => {
    const { data, codes } = await ask(`{ interlocks(minShared: 1, first: 1) { minShared dataVersion pairs { totalCount nodes {
      actors { id name } witnesses { shared { id } relations { id claims { statement } } } } } } }`);
    expect(codes).toEqual([]);
    expect(data.interlocks.pairs.nodes[0].actors).toHaveLength(2);
    expect(data.interlocks.pairs.nodes[0].witnesses[0].relations.length).toBeGreaterThan(1);
  });

  test.each(MEASURE_NAMES)('%s of a part without entities is that of nobody', async (measure) => {
    const start = measure === 'PERSONALISED_PAGERANK' ? 'region: "gt"' : '';
    const { data, codes } = await ask(
      `{ measures(measure: ${measure}, within: "gt", kinds: [] ${start}) { entities rows { totalCount } } }`,
    );
    expect(codes).toEqual([]);
    expect(data.measures).toEqual({ entities: 0, rows: { totalCount: 0 } });
  });

  test('are refused with a code', async () => {
    expect((await ask('{ measures(measure: CORE, directed: true) { ties } }')).codes).toEqual(['INVALID_ARGUMENT']);
    expect((await ask('{ measures(measure: DEGREE, first: 1000) { ties } }')).codes).toEqual(['INVALID_ARGUMENT']);
  });
});
