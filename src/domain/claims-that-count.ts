import { weighEvidence } from './evidence.js';
import type { Claim, Relation, Source } from './model.js';
import { datedClaim, timeOf } from './stated-times.js';

/** Whether a claim counts: all but those of a source left out, or those known at a date. */
export type Counts = (claim: Claim) => boolean;

/**
 * The relation as it would be if only these of its claims had been recorded: its evidence, dates and order follow from them. Null where
 * none is left; the relation itself where all are.
 * @param claims all claims of the relation
 */
export function relationByClaims(
  relation: Relation,
  claims: readonly Claim[],
  counts: Counts,
  sources: ReadonlyMap<string, Source>,
): Relation | null {
  const left = claims.filter(counts);
  if (left.length === claims.length) return relation;
  if (left.length === 0) return null;
  const { persists } = relation.time;
  const dated = left.map((claim) => datedClaim(claim, persists));
  const time = timeOf(dated, sources, persists);
  return {
    ...relation,
    time,
    evidence: weighEvidence(left, sources),
    sortKey: `${time.earliestStart}|${relation.id}`,
    claimIds: left.map(({ id }) => id).sort(),
  };
}
