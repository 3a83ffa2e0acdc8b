import type { Certainty, Claim, Evidence, Source } from './model.js';

/**
 * How likely one source is to be right, by how certain it is of what it says. The numbers are a convention, written down in
 * docs/influence.md: a single explicit source counts 0.8, two independent ones 0.96.
 */
export const RELIABILITY: Record<Certainty, number> = { EXPLICIT: 0.8, IMPLIED: 0.6, HEDGED: 0.4 };

/**
 * What claims of one relation come to. Sources of one publisher, and translations and reprints with their original, count
 * once, by their most certain claim. Support is the noisy-or of the independent sources; dispute is the same, and takes
 * its share away: `strength = support · (1 − dispute / (support + dispute))`, in (0, 1].
 */
export function weighEvidence(claims: readonly Claim[], sources: ReadonlyMap<string, Source>): Evidence {
  const supporting = independentReliabilities(
    claims.filter((claim) => claim.stance === 'SUPPORTS'),
    sources,
  );
  const disputing = independentReliabilities(
    claims.filter((claim) => claim.stance === 'DISPUTES'),
    sources,
  );
  const support = noisyOr(supporting);
  const dispute = noisyOr(disputing);
  const strength = support === 0 ? 0 : support * (support / (support + dispute));
  return { supporting: supporting.length, disputing: disputing.length, strength };
}

/** The reliability of the best claim of each independent source, ascending so that sums do not depend on the order. */
function independentReliabilities(claims: readonly Claim[], sources: ReadonlyMap<string, Source>): number[] {
  const best = new Map<string, number>();
  for (const claim of claims) {
    const origin = independentOrigin(claim.source, sources);
    best.set(origin, Math.max(best.get(origin) ?? 0, RELIABILITY[claim.certainty]));
  }
  return [...best.values()].sort((a, b) => a - b);
}

/** What makes sources independent: the publisher of the original that the source is, translates or reprints. */
export function independentOrigin(sourceId: string, sources: ReadonlyMap<string, Source>): string {
  let source = sources.get(sourceId);
  const seen = new Set<string>();
  while (source?.derivedFrom && !seen.has(source.id)) {
    seen.add(source.id);
    source = sources.get(source.derivedFrom) ?? source;
  }
  return source ? (source.publisherId ?? source.publisher) : sourceId;
}

const noisyOr = (probabilities: readonly number[]): number => 1 - probabilities.reduce((miss, p) => miss * (1 - p), 1);
