import { describe, expect, test } from '@jest/globals';
import { measure, type Links, type Measure } from '../../../web/explorer/measures/measures.js';

/** a – b – c, and d – e apart from them; between a and b two relations. */
const links: Links = {
  nodes: ['a', 'b', 'c', 'd', 'e'],
  edges: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'b' },
    { from: 'd', to: 'e' },
    { from: 'e', to: 'e' },
  ],
};
const measured = (what: Measure): Record<string, number> => Object.fromEntries(measure(what, links));

describe('Measures of what is in view', () => {
  test('betweenness is the part of all ways between two others that run over an entity', () => {
    // One pair of six has b between them.
    expect(measured('betweenness')).toEqual({ a: 0, b: expect.closeTo(1 / 6), c: 0, d: 0, e: 0 });
  });

  test('PageRank follows relations, and comes to 1', () => {
    const rank = measured('pagerank');
    expect(Object.values(rank).reduce((sum, one) => sum + one)).toBeCloseTo(1);
    expect(rank['b']).toBeGreaterThan(rank['c'] ?? 1);
    expect(rank['e']).toBeGreaterThan(rank['d'] ?? 1);
  });

  test('communities hold together what is linked, the same every time', () => {
    const community = measured('community');
    expect(community['a']).toBe(community['b']);
    expect(community['b']).toBe(community['c']);
    expect(community['d']).toBe(community['e']);
    expect(community['a']).not.toBe(community['d']);
    expect(measured('community')).toEqual(community);
  });

  test.each(['betweenness', 'pagerank', 'community'] as const)('%s of nothing is nothing', (what) => {
    expect(measure(what, { nodes: [], edges: [] })).toEqual(new Map());
  });
});
