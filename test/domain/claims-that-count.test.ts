import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { relationByClaims } from '../../src/domain/claims-that-count.js';
import { weighEvidence } from '../../src/domain/evidence.js';
import type { Claim, Graph, Source } from '../../src/domain/model.js';
import { datedClaim, timeOf } from '../../src/domain/stated-times.js';
import { loadDossiers } from '../../src/dossier/index.js';
import { claimedGraph } from '../fixtures/claimed-graph.js';

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

describe('a relation by part of its claims', () => {
  let seeds: Graph;
  let sources: Map<string, Source>;
  let claims: Map<string, Claim>;
  beforeAll(async () => {
    const loaded = await loadDossiers('seeds');
    if ('problems' in loaded) throw new Error('seeds/ has mistakes');
    seeds = loaded.graph;
    [sources, claims] = [byId(seeds.sources), byId(seeds.claims)];
  }, 60_000);

  test('the dates and the evidence of every relation of the dossiers follow from its stored claims', () => {
    for (const { claimIds, time, evidence } of seeds.relations) {
      const own = claimIds.map((id) => claims.get(id)!);
      const dated = own.map((claim) => datedClaim(claim, time.persists));
      expect(timeOf(dated, sources, time.persists)).toEqual(time);
      expect(weighEvidence(own, sources)).toEqual(evidence);
    }
  });

  test('is what it would be if the others had not been recorded, and nothing without any', () => {
    fc.assert(
      fc.property(claimedGraph(), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (graph, kept) => {
        const [sourceOf, claimOf] = [byId(graph.sources), byId(graph.claims)];
        for (const relation of graph.relations) {
          const own = relation.claimIds.map((id) => claimOf.get(id)!);
          const left = own.filter((_, i) => kept[i]);
          const now = relationByClaims(relation, own, (claim) => left.includes(claim), sourceOf);
          if (left.length === 0) {
            expect(now).toBeNull();
            continue;
          }
          expect(now?.claimIds).toEqual(left.map(({ id }) => id));
          expect(now?.evidence).toEqual(weighEvidence(left, sourceOf));
          if (left.length === own.length) expect(now).toBe(relation);
          // Whoever takes the rest away again gets no further than by taking all away at once.
          const again = relationByClaims(now!, left, () => true, sourceOf);
          expect(again).toEqual(now);
        }
      }),
      { numRuns: 40 },
    );
  });
});
