import { holding, type AsOf } from './as-of.js';
import { weighEvidence } from './evidence.js';
import { POSSIBLE_FACTOR } from './influence-flow.js';
import type { InfluenceGround } from './influence-ground.js';
import type { Walks } from './influence-walks.js';
import type { Relation } from './model.js';
import type { OversightBody } from './oversight.js';
import { ROUNDING } from './shared-ranks.js';

/** Between what a score and a rank can lie. */
export interface RankInterval {
  lowestScore: number;
  highestScore: number;
  bestRank: number;
  worstRank: number;
}

/** What is read the one way or the other. */
export interface Doubt {
  /** Relations that held only possibly: not at all, or certainly. */
  dates: boolean;
  /** Relations that a source disputes: the disputing sources are right and there is no such relation, or they count for nothing. */
  stance: boolean;
}

/**
 * For each entity the interval of its score, and of its rank among the actors, over every way of reading the relations that are in doubt, each by
 * itself. The oversight bodies stay the same.
 *
 * A score is a sum of products of weights, none of them negative, so it is lowest where every doubtful relation carries as little as it
 * may, and highest where every one carries as much. For ranks there is no such reading: what lifts one lifts others, too. They are bounded
 * by the scores: above an actor stands surely whoever's lowest score is above its highest, and possibly whoever's highest is above its
 * lowest. No reading gives a rank outside; some ranks inside may belong to none.
 */
export function doubtIntervals(
  ground: InfluenceGround,
  bodies: readonly OversightBody[],
  walks: Walks,
  asOf: AsOf,
  doubt: Doubt,
): Map<string, RankInterval> {
  const scores = (side: 'LOWEST' | 'HIGHEST'): Map<string, number> =>
    ground.scores(bodies, walks, (relation) => held(relation, asOf, doubt, side) * strength(ground, relation, doubt, side));
  const lowest = scores('LOWEST');
  const actors = [...scores('HIGHEST')].filter(([id]) => ground.entities.get(id)?.label === 'Actor');
  const lows = ascending(actors.map(([id]) => lowest.get(id) ?? 0));
  const highs = ascending(actors.map(([, high]) => high));
  return new Map(
    actors.map(([id, highestScore]) => {
      const lowestScore = lowest.get(id) ?? 0;
      // Itself is not above itself, though its highest score is where there is doubt.
      const itself = exceeds(highestScore, lowestScore) ? 1 : 0;
      const bestRank = 1 + countAbove(lows, highestScore);
      const worstRank = 1 + countAbove(highs, lowestScore) - itself;
      return [id, { lowestScore, highestScore, bestRank, worstRank }];
    }),
  );
}

function held({ time }: Relation, asOf: AsOf, { dates }: Doubt, side: 'LOWEST' | 'HIGHEST'): number {
  const holds = holding(time, asOf);
  if (holds !== 'POSSIBLY') return holds === 'NO' ? 0 : 1;
  return dates ? (side === 'LOWEST' ? 0 : 1) : POSSIBLE_FACTOR;
}

function strength(ground: InfluenceGround, relation: Relation, { stance }: Doubt, side: 'LOWEST' | 'HIGHEST'): number {
  const { disputing, strength: counted } = relation.evidence;
  if (!stance || disputing === 0) return counted;
  if (side === 'LOWEST') return 0;
  const supporting = ground.claimsOf(relation).filter((claim) => claim.stance === 'SUPPORTS');
  return weighEvidence(supporting, ground.sources).strength;
}

const ascending = (scores: readonly number[]): number[] => [...scores].sort((a, b) => a - b);

/** More than rounding makes of equal sums. */
const exceeds = (a: number, b: number): boolean => a - b > Math.abs(a) * ROUNDING;

function countAbove(sorted: readonly number[], score: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (exceeds(sorted[middle]!, score)) to = middle;
    else from = middle + 1;
  }
  return sorted.length - from;
}
