import { describe, expect, test } from '@jest/globals';
import { MEASURE_NAMES } from '../../src/measures/names.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { plainEntity, plainGraph, plainRelation } from '../fixtures/plain-graph.js';
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

describe('a measure that comes to no rest', () => {
  /**
   * Two cliques of four with a long chain between, each with a tail, one longer than the other by one: as they are connected they are all but
   * alike, so that which of them dominates is not found for a very long time.
   */
  const clique = (name: string): [string, string][] =>
    [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].slice(0, i).map((j): [string, string] => [`${name}${i}`, `${name}${j}`]));
  const chain = (from: string, name: string, length: number): [string, string][] =>
    Array.from({ length }, (_, i): [string, string] => [i === 0 ? from : `${name}${i - 1}`, `${name}${i}`]);
  const ties = [
    ...clique('left'),
    ...clique('right'),
    ...chain('left0', 'between', 14),
    ['between13', 'right0'] as const,
    ...chain('left1', 'tail-left', 3),
    ...chain('right1', 'tail-right', 4),
  ];
  const actors = [...new Set(ties.flat())].map((id) => plainEntity(id, 'Actor', 'centre'));
  const served = serveGraph(
    plainGraph(
      actors,
      ties.map(([one, other]) => plainRelation('ADVISED', one, other)),
    ),
  );

  test.each(['EIGENVECTOR', 'KATZ'])('is NOT_CONVERGED, and says what to do: %s', async (measure) => {
    const { data, codes, errors } = await served.ask(`{ measures(measure: ${measure}) { entities } }`);
    expect([data, codes]).toEqual([{ measures: null }, ['NOT_CONVERGED']]);
    expect(errors?.[0]?.message).toContain(`of ${actors.length} entities`);
    expect(errors?.[0]?.message).toContain('Narrow');
    expect(served.logged).toEqual([]);
  });

  test('others of the same graph are found', async () => {
    expect((await served.ask('{ measures(measure: PAGERANK) { entities } }')).data.measures.entities).toBe(actors.length);
  });
});
