import type { Entity } from './model.js';
import { byId } from './order.js';
import { sharedRanks } from './shared-ranks.js';

/** An actor's place by its score. */
export interface Ranked {
  actor: Entity;
  score: number;
  /** 1 for the largest score; equal scores share a rank, and the next one counts them all: 1, 2, 2, 4. */
  rank: number;
}

/** The actors among what has a score, largest first, equals by id. */
export function rankedActors(scores: ReadonlyMap<string, number>, entities: ReadonlyMap<string, Entity>): Ranked[] {
  const actors = [...scores]
    .map(([id, score]) => ({ actor: entities.get(id)!, score }))
    .filter(({ actor }) => actor.label === 'Actor')
    .sort((a, b) => b.score - a.score || byId(a.actor, b.actor));
  const ranks = sharedRanks(actors.map(({ score }) => score));
  return actors.map((ranked, i) => ({ ...ranked, rank: ranks[i]! }));
}
