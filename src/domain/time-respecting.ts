import { END_OF_TIME } from './edtf.js';
import type { Hop } from './hop.js';
import type { TimeSpan } from './model.js';

/**
 * Ways that respect time (Kempe, Kleinberg and Kumar 2002; Holme and Saramäki 2012, "Temporal networks"): no hop is made before the one
 * before it.
 *
 * A hop can be made on any day on which its relation may have held. What happens once is passed while it happens, not ever after: what came to
 * somebody in 2021 did not pass through a session of 2015. A way respects time if days can be chosen for its hops, each within the days
 * of its relation, that never decrease.
 */
export interface Days {
  /** ISO days, both included. */
  earliest: string;
  latest: string;
}

/** The days on which a hop over a relation can be made, as far as its dates tell. */
export function daysOfHop({ earliestStart, latestStart, latestEnd, persists }: TimeSpan): Days {
  const latest = persists && latestEnd === END_OF_TIME ? latestStart : latestEnd;
  // Sources that contradict one another can cross the bounds.
  return earliestStart <= latest ? { earliest: earliestStart, latest } : { earliest: latest, latest: earliestStart };
}

/**
 * The day on which a hop is made as soon as it can be, not before this day; null where it cannot be made any more. To make each hop as soon as it can
 * be leaves most room for those after it, so a way that cannot be made so cannot be made at all.
 */
export function soonest({ relation }: Hop, notBefore: string): string | null {
  const { earliest, latest } = daysOfHop(relation.time);
  const day = earliest > notBefore ? earliest : notBefore;
  return day <= latest ? day : null;
}
