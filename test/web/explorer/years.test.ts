import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningServer } from '../../../src/http/server.js';
import { heldIn, years } from '../../../web/explorer/filters/years.js';
import { serveSeeds } from '../seed-server.js';

interface Asked {
  id: string;
  persists: boolean;
  attested: string[];
  bounds: Record<'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd', string | null>;
  holds: 'CERTAINLY' | 'POSSIBLY' | 'NO';
}

describe('The years of the timeline', () => {
  let server: RunningServer;
  beforeAll(async () => void (server = await serveSeeds()));
  afterAll(() => server.close());

  async function relationsAsOf(year: number): Promise<Asked[]> {
    const fields = 'id persists attested bounds { earliestStart latestStart earliestEnd latestEnd } holds(asOf: $year)';
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `query ($year: String!) { relations(first: 100, orderBy: SUPPORTING, direction: DESC) { nodes { ${fields} } } }`,
        variables: { year: String(year) },
      }),
    });
    return ((await response.json()) as { data: { relations: { nodes: Asked[] } } }).data.relations.nodes;
  }

  test.each([2005, 2012, 2013, 2020, 2021, 2022, 2026])('in %d the page counts as the API answers', async (year) => {
    const relations = await relationsAsOf(year);
    expect(relations.length).toBeGreaterThan(0);
    const said = { CERTAINLY: 'certain', POSSIBLY: 'possible', NO: 'no' };
    expect(relations.map((relation) => [relation.id, heldIn(relation, year)])).toEqual(
      relations.map(({ id, holds }) => [id, said[holds]]),
    );
  });

  test('run from the year before the first that a source names to the year after the last, without gaps', () => {
    const open = { earliestStart: null, latestStart: null, earliestEnd: null, latestEnd: null };
    const counted = years([
      { persists: true, attested: [], bounds: { ...open, earliestStart: '2011-03-01', latestStart: '2011-03-31' } },
      {
        persists: false,
        attested: [],
        bounds: { earliestStart: null, latestStart: '2013-06-24', earliestEnd: '2013-06-24', latestEnd: null },
      },
    ]);
    expect(counted).toEqual([
      { year: 2010, certain: 0, possible: 1 },
      { year: 2011, certain: 1, possible: 1 },
      { year: 2012, certain: 1, possible: 1 },
      { year: 2013, certain: 2, possible: 0 },
      { year: 2014, certain: 1, possible: 1 },
    ]);
    expect(years([])).toEqual([]);
  });
});
