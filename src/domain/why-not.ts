import type { GraphStore } from '../store/port.js';
import { asOfDays, type AsOf } from './as-of.js';
import type { Hop } from './hop.js';
import { checkedDecay, checkedMaxSteps, INFLUENCE_DEFAULTS, influenceRanking, MOST_INFLUENCE_STEPS } from './influence.js';
import { asKnown, type Known } from './known.js';
import { actorById, checkedRelationTypes } from './lookup.js';
import type { Entity } from './model.js';
import { oversightBodies, type OversightBody } from './oversight.js';
import { resolveRegion } from './regions.js';
import { HOP_OBSTACLES, obstaclesTo, ReadOnce, shortestWay, type HopObstacle } from './why-not-search.js';

export interface WhyNotQuestion extends Known {
  /** Id of an actor. */
  actor: string;
  /** As `resolveRegion` takes it. */
  region: string;
  asOf?: AsOf;
  maxSteps?: number | null | undefined;
  decay?: number | null | undefined;
  relationTypes?: readonly string[] | null | undefined;
}

/**
 * REACHES: it does, and has a score. IS_OVERSIGHT_BODY: it is one itself and so is not ranked. NO_OVERSIGHT_BODY: nobody is one then, not
 * even without the date. STOPPED: a way is there, and something keeps influence from passing over it. NO_PATH: no relations lead there, of any kind.
 */
export const WHY_NOT_VERDICTS = ['REACHES', 'IS_OVERSIGHT_BODY', 'NO_OVERSIGHT_BODY', 'STOPPED', 'NO_PATH'] as const;
export type WhyNotVerdict = (typeof WHY_NOT_VERDICTS)[number];

/** What would have to be otherwise: one thing, or (SEVERAL) no one thing alone. */
export const WHY_NOT_REASONS = ['TOO_LONG', ...HOP_OBSTACLES, 'SEVERAL'] as const;
export type WhyNotReason = (typeof WHY_NOT_REASONS)[number];

/** A counterfactual that was tried and found to lead there, with a shortest way. */
export interface WhyNot {
  reason: WhyNotReason;
  /** The body that it leads to, as it is without a date where the date is what stands in the way. */
  body: OversightBody;
  /** Whether the body was one as of the date asked about. */
  bodyThen: boolean;
  steps: number;
  hops: HinderedHop[];
}

export interface HinderedHop extends Hop {
  /** What keeps influence from passing here as asked; nothing where it passes. */
  obstacles: HopObstacle[];
}

export interface WhyNotInfluence {
  actor: Entity;
  region: Entity;
  asOf: string | null;
  maxSteps: number;
  relationTypes: string[] | null;
  verdict: WhyNotVerdict;
  /** Where it reaches a body. */
  rank: number | null;
  score: number | null;
  /** Where it is stopped: what would let it through, in the order of `WhyNotReason`. */
  reasons: WhyNot[];
}

/**
 * What stops an actor from reaching the oversight of a region: each rule of the definition is dropped by itself, and a shortest way that is open
 * then is shown. Where none alone opens a way, all are dropped together, and ways of up to 6 steps are looked at.
 * @throws DomainError UNKNOWN_ID, UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT
 */
export async function whyNotInfluence(store: GraphStore, question: WhyNotQuestion): Promise<WhyNotInfluence> {
  const maxSteps = checkedMaxSteps(question.maxSteps ?? INFLUENCE_DEFAULTS.maxSteps);
  const decay = checkedDecay(question.decay ?? INFLUENCE_DEFAULTS.decay);
  const asOf = question.asOf ?? null;
  if (asOf !== null) asOfDays(asOf);
  const types = checkedRelationTypes(question.relationTypes);
  const actor = await actorById(store, question.actor);
  const region = await resolveRegion(store, question.region);
  const { bodies, ranked } = await influenceRanking(store, region, { asOf, maxSteps, decay, types, known: question });
  const found = ranked.find((other) => other.actor.id === actor.id);
  const answer = (verdict: WhyNotVerdict, reasons: WhyNot[] = []): WhyNotInfluence => ({
    ...{ actor, region, asOf, maxSteps, relationTypes: types, verdict, reasons },
    ...{ rank: found?.rank ?? null, score: found?.score ?? null },
  });
  if (found) return answer('REACHES');
  if (bodies.some((body) => body.actor.id === actor.id)) return answer('IS_OVERSIGHT_BODY');
  const everBodies = asOf === null ? bodies : await oversightBodies(store, region, null, question);
  if (everBodies.length === 0) return answer('NO_OVERSIGHT_BODY');

  const read = new ReadOnce(asKnown(store, question));
  const asked = { asOf, types };
  const obstacles = (hop: Hop): HopObstacle[] => obstaclesTo(hop, asked, read.isPlace);
  const tryWithout = async (reason: WhyNotReason, dropped: readonly HopObstacle[], most: number): Promise<WhyNot | null> => {
    const ends = (dropped.includes('DATE') ? everBodies : bodies).filter((body) => body.actor.id !== actor.id);
    const mayTake = (hop: Hop): boolean => obstacles(hop).every((obstacle) => dropped.includes(obstacle));
    const way = await shortestWay(read, actor.id, new Set(ends.map((body) => body.actor.id)), most, mayTake);
    if (way === null) return null;
    const body = ends.find((end) => end.actor.id === way.at(-1)!.to)!;
    const bodyThen = bodies.some((then) => then.actor.id === body.actor.id);
    return { reason, body, bodyThen, steps: way.length, hops: way.map((hop) => ({ ...hop, obstacles: obstacles(hop) })) };
  };

  const tried = [await tryWithout('TOO_LONG', [], MOST_INFLUENCE_STEPS)];
  for (const obstacle of HOP_OBSTACLES) tried.push(await tryWithout(obstacle, [obstacle], maxSteps));
  const alone = tried.filter((reason) => reason !== null);
  if (alone.length > 0) return answer('STOPPED', alone);
  const together = await tryWithout('SEVERAL', HOP_OBSTACLES, MOST_INFLUENCE_STEPS);
  return together === null ? answer('NO_PATH') : answer('STOPPED', [together]);
}
