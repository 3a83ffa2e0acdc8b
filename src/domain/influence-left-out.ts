import type { AsOf } from './as-of.js';
import type { RankInterval } from './influence-doubt.js';
import { carriedBy } from './influence-flow.js';
import type { InfluenceGround } from './influence-ground.js';
import type { Walks } from './influence-walks.js';
import { rankedActors, type Ranked } from './influence-ranking.js';
import { kendallDistance } from './kendall.js';
import type { Entity, Source } from './model.js';
import type { OversightBody } from './oversight.js';

/** A ranking of actors by influence, and the bodies that it is influence on. */
export interface Ranking {
  bodies: OversightBody[];
  actors: Ranked[];
  /** The same actors by id. */
  byId: ReadonlyMap<string, Ranked>;
}

export function rankingOn(ground: InfluenceGround, asOf: AsOf, walks: Walks): Ranking {
  const bodies = ground.bodies(asOf);
  const scores = ground.scores(bodies, walks, (relation) => carriedBy(relation, asOf));
  const actors = rankedActors(scores, ground.entities);
  return { bodies, actors, byId: new Map(actors.map((ranked) => [ranked.actor.id, ranked])) };
}

/** The ranking that would be made if none of the claims of some sources had been recorded. */
export interface Without {
  /** Of one publisher, in the sense of `independentOrigin`. */
  sources: readonly Source[];
  ranking: Ranking;
}

export function rankingWithout(sources: readonly Source[], ground: InfluenceGround, asOf: AsOf, walks: Walks): Without {
  const ids = new Set(sources.map(({ id }) => id));
  return { sources, ranking: rankingOn(ground.withoutSources(ids), asOf, walks) };
}

/** How much of a ranking rests on one source, or on all of a publisher. */
export interface LeftOut {
  /** The source; null where all of the publisher are left out together. */
  source: Source | null;
  publisher: string;
  /** Id of the publisher where it is an entity of the graph. */
  publisherId: string | null;
  /** How many sources are left out. */
  sources: number;
  /**
   * `kendallDistance` of the rankings with and without, over all actors in either; who is in one only stands last in the other. Who is an
   * oversight body in one of the two is no part of the comparison, here and below.
   */
  distance: number;
  /** By what part of itself the sum of all scores changes: −0.1 where a tenth is lost. */
  scoreChange: number;
  /** The bodies that are none without it, and those that are bodies without it alone: its dates ended what others leave open. */
  bodiesLost: Entity[];
  bodiesGained: Entity[];
  /** The one of the first actors that moves furthest; of several the first. Null where none moves. */
  largestMove: Move | null;
}

export interface Move {
  actor: Entity;
  rankBefore: number;
  /** Null where it reaches no body any more. */
  rankAfter: number | null;
}

/** @param first how many actors of the whole ranking are looked at for the largest move */
export function leftOut(whole: Ranking, { sources, ranking }: Without, first: number): LeftOut {
  const [{ publisher, publisherId }] = sources as [Source];
  const bodies = [whole, ranking].map((of) => new Set(of.bodies.map(({ actor }) => actor.id))) as [Set<string>, Set<string>];
  const isNoBody = ({ actor: { id } }: Ranked): boolean => !bodies.some((ids) => ids.has(id));
  const [before, after] = [whole.actors.filter(isNoBody), ranking.actors.filter(isNoBody)];
  const place = ({ byId }: Ranking, id: string): number => byId.get(id)?.rank ?? Infinity;
  const ids = [...new Set([...before, ...after].map(({ actor }) => actor.id))];
  const actorsOf = (of: Ranking): Entity[] => of.bodies.map(({ actor }) => actor);
  return {
    source: sources.length === 1 ? sources[0]! : null,
    publisher,
    publisherId,
    sources: sources.length,
    distance: kendallDistance(ids.map((id) => [place(whole, id), place(ranking, id)])),
    scoreChange: before.length === 0 ? 0 : sumOf(after) / sumOf(before) - 1,
    bodiesLost: actorsOf(whole).filter(({ id }) => !bodies[1].has(id)),
    bodiesGained: actorsOf(ranking).filter(({ id }) => !bodies[0].has(id)),
    largestMove: largestMove(whole.actors.slice(0, first).filter(isNoBody), ranking, whole),
  };
}

const sumOf = (actors: readonly Ranked[]): number => actors.reduce((sum, { score }) => sum + score, 0);

/** Who reaches no body stands behind all who do with the sources or without them. */
const rankIn = (ranking: Ranking, id: string, whole: Ranking): number =>
  ranking.byId.get(id)?.rank ?? Math.max(ranking.actors.length, whole.actors.length) + 1;

function largestMove(actors: readonly Ranked[], without: Ranking, whole: Ranking): Move | null {
  let largest: Move | null = null;
  let most = 0;
  for (const { actor, rank } of actors) {
    const moved = Math.abs(rankIn(without, actor.id, whole) - rank);
    if (moved <= most) continue;
    most = moved;
    largest = { actor, rankBefore: rank, rankAfter: without.byId.get(actor.id)?.rank ?? null };
  }
  return largest;
}

/** What an actor's place comes to when one group of sources after another is left out; where it is an oversight body then, it has none. */
export interface Dependence {
  interval: RankInterval;
  /** What it falls furthest without, in rank and then in score; null where it never falls. */
  mostOn: Without | null;
}

export function dependenceOf({ actor, rank, score }: Ranked, rankings: readonly Without[], whole: Ranking): Dependence {
  const interval = { lowestScore: score, highestScore: score, bestRank: rank, worstRank: rank };
  let mostOn: Without | null = null;
  let lowest = { rank, score };
  for (const without of rankings) {
    if (without.ranking.bodies.some((body) => body.actor.id === actor.id)) continue;
    const now = { rank: rankIn(without.ranking, actor.id, whole), score: without.ranking.byId.get(actor.id)?.score ?? 0 };
    interval.lowestScore = Math.min(interval.lowestScore, now.score);
    interval.highestScore = Math.max(interval.highestScore, now.score);
    interval.bestRank = Math.min(interval.bestRank, now.rank);
    interval.worstRank = Math.max(interval.worstRank, now.rank);
    if (now.rank < lowest.rank || (now.rank === lowest.rank && now.score >= lowest.score)) continue;
    [mostOn, lowest] = [without, now];
  }
  return { interval, mostOn };
}
