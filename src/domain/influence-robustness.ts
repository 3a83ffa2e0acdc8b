import type { GraphStore } from '../store/port.js';
import { asOfDays, type AsOf } from './as-of.js';
import { DomainError } from './errors.js';
import { checkedDecay, checkedMaxSteps, INFLUENCE_DEFAULTS } from './influence.js';
import { doubtIntervals, type Doubt, type RankInterval } from './influence-doubt.js';
import { carriedBy } from './influence-flow.js';
import { InfluenceGround } from './influence-ground.js';
import type { Walks } from './influence-walks.js';
import { dependenceOf, leftOut, rankingOn, rankingWithout, type LeftOut, type Without } from './influence-left-out.js';
import { rankedActors } from './influence-ranking.js';
import type { Known } from './known.js';
import { givingWay } from './long-calculation.js';
import { checkedRelationTypes } from './lookup.js';
import type { Entity, Source } from './model.js';
import type { OversightBody } from './oversight.js';
import { resolveRegion } from './regions.js';

export const ROBUSTNESS_DEFAULTS = { minSupporting: 2, first: 20, firstSources: 10 } as const;

export interface RobustnessQuestion extends Known {
  /** As `resolveRegion` takes it. */
  region: string;
  asOf?: AsOf;
  /** As of `InfluenceQuestion`. */
  maxSteps?: number | null | undefined;
  decay?: number | null | undefined;
  relationTypes?: readonly string[] | null | undefined;
  /** How many independent sources a relation needs to count for `independently`. */
  minSupporting?: number | null | undefined;
  /** How many of the first actors are looked at. */
  first?: number | null | undefined;
  /** How many sources and publishers are listed. */
  firstSources?: number | null | undefined;
}

/** How an influencer's place holds under other readings of the same data. */
export interface RobustInfluencer {
  actor: Entity;
  rank: number;
  score: number;
  /** Over the rankings with one source left out, each source once. */
  withoutOneSource: RankInterval;
  /** The source that it falls furthest without; null where it falls without none. */
  dependsMostOn: Source | null;
  /** Over the rankings with all sources of one publisher left out. */
  withoutOnePublisher: RankInterval;
  /** Over what the dates leave open, what sources dispute, and both. */
  overDates: RankInterval;
  overStance: RankInterval;
  overBoth: RankInterval;
  /** Its place on relations with enough independent sources; null where it reaches no body over these. */
  independently: { rank: number; score: number } | null;
}

export interface Robustness {
  region: Entity;
  asOf: string | null;
  maxSteps: number;
  decay: number;
  relationTypes: string[] | null;
  minSupporting: number;
  oversightBodies: OversightBody[];
  /** How many actors are ranked in all. */
  ranked: number;
  influencers: RobustInfluencer[];
  /** How many were left out, each in its turn. */
  sourcesTried: number;
  publishersTried: number;
  /** Those that the ranking changes most without; the first ones. */
  sources: LeftOut[];
  publishers: LeftOut[];
}

/**
 * How far a ranking of influence rests on single sources, doubtful dates and disputed relations. docs/influence.md defines each number.
 * @param mostWork steps of calculation that it may take; Infinity where nobody else waits
 * @throws DomainError UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT, TOO_MUCH_WORK
 */
export async function influenceRobustness(
  store: GraphStore,
  question: RobustnessQuestion,
  mostWork: number,
): Promise<Robustness> {
  const walks: Walks = {
    maxSteps: checkedMaxSteps(question.maxSteps ?? INFLUENCE_DEFAULTS.maxSteps),
    decay: checkedDecay(question.decay ?? INFLUENCE_DEFAULTS.decay),
  };
  const asOf = question.asOf ?? null;
  if (asOf !== null) asOfDays(asOf);
  const relationTypes = checkedRelationTypes(question.relationTypes);
  const minSupporting = question.minSupporting ?? ROBUSTNESS_DEFAULTS.minSupporting;
  const first = question.first ?? ROBUSTNESS_DEFAULTS.first;
  const firstSources = question.firstSources ?? ROBUSTNESS_DEFAULTS.firstSources;
  const region = await resolveRegion(store, question.region);

  const ground = await InfluenceGround.read(store, region, walks.maxSteps, relationTypes, question);
  const whole = rankingOn(ground, asOf, walks);
  const publishers = [...ground.sourcesByOrigin()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sources]) => sources);
  const sources = publishers.flat();
  checkWork(region, sources.length, ground.flow.length * walks.maxSteps, mostWork);

  const withoutSource: Without[] = [];
  const withoutPublisher: Without[] = [];
  const giveWay = givingWay();
  for (const group of publishers) {
    for (const source of group) {
      withoutSource.push(rankingWithout([source], ground, asOf, walks));
      await giveWay();
    }
    withoutPublisher.push(group.length === 1 ? withoutSource.at(-1)! : rankingWithout(group, ground, asOf, walks));
  }

  const over = (doubt: Doubt): Map<string, RankInterval> => doubtIntervals(ground, whole.bodies, walks, asOf, doubt);
  const [overDates, overStance] = [over({ dates: true, stance: false }), over({ dates: false, stance: true })];
  const overBoth = over({ dates: true, stance: true });
  const corroborated = ground.scores(whole.bodies, walks, (relation) =>
    relation.evidence.supporting >= minSupporting ? carriedBy(relation, asOf) : 0,
  );
  const independently = new Map(rankedActors(corroborated, ground.entities).map((ranked) => [ranked.actor.id, ranked]));

  const influencers = whole.actors.slice(0, first).map((ranked): RobustInfluencer => {
    const { id } = ranked.actor;
    const bySource = dependenceOf(ranked, withoutSource, whole);
    const alone = independently.get(id);
    return {
      ...ranked,
      withoutOneSource: bySource.interval,
      dependsMostOn: bySource.mostOn?.sources[0] ?? null,
      withoutOnePublisher: dependenceOf(ranked, withoutPublisher, whole).interval,
      overDates: overDates.get(id)!,
      overStance: overStance.get(id)!,
      overBoth: overBoth.get(id)!,
      independently: alone ? { rank: alone.rank, score: alone.score } : null,
    };
  });
  const carrying = (rankings: readonly Without[]): LeftOut[] =>
    rankings
      .map((without) => leftOut(whole, without, first))
      .sort((a, b) => b.distance - a.distance || a.scoreChange - b.scoreChange)
      .slice(0, firstSources);
  return {
    ...{ region, asOf, ...walks, relationTypes, minSupporting },
    oversightBodies: whole.bodies,
    ranked: whole.actors.length,
    influencers,
    sourcesTried: sources.length,
    publishersTried: publishers.length,
    sources: carrying(withoutSource),
    publishers: carrying(withoutPublisher),
  };
}

function checkWork(region: Entity, sources: number, stepsEach: number, most: number): void {
  const steps = sources * stepsEach;
  if (steps <= most) return;
  throw new DomainError(
    'TOO_MUCH_WORK',
    `To leave out each of the ${sources} sources on ${region.name} takes about ${steps.toExponential(0)} steps, and an answer may take ${most.toExponential(0)}. Ask for a smaller region or fewer \`maxSteps\`, or run \`custodes robustness ${region.id}\` on the command line.`,
  );
}
