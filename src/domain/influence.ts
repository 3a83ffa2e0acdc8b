import type { GraphStore } from '../store/port.js';
import { asOfDays, type AsOf } from './as-of.js';
import { connection, decodeCursor, encodeCursor, type Connection } from './cursors.js';
import { DomainError } from './errors.js';
import { flowTowards, type FlowEdge, type FlowGraph } from './influence-flow.js';
import { largestWalks, walkTables, type Walks, type WalkTables } from './influence-walks.js';
import { givingWay } from './long-calculation.js';
import { checkedRelationTypes } from './lookup.js';
import type { Entity } from './model.js';
import { asKnown, type Known } from './known.js';
import { bodiesOver, type OversightBody } from './oversight.js';
import { resolveRegion, surroundingPlaces } from './regions.js';
import { rankedActors, type Ranked } from './influence-ranking.js';
import { ROUNDING } from './shared-ranks.js';

/** Three steps: beyond them thousands of faint walks outweigh the ones that a reader can follow (docs/influence.md). */
export const INFLUENCE_DEFAULTS = { maxSteps: 3, decay: 0.5, pathsPerInfluencer: 5, first: 20 } as const;
export const MOST_INFLUENCE_STEPS = 6;

export interface InfluenceQuestion extends Known {
  /** A region, as `resolveRegion` takes it. */
  region: string;
  asOf?: AsOf;
  /** Longest walk counted, 1 to 6. */
  maxSteps?: number | null | undefined;
  /** What each step beyond the first counts, in (0, 1]. */
  decay?: number | null | undefined;
  /** Relation types that count; absent: all that carry influence. */
  relationTypes?: readonly string[] | null | undefined;
  /** Only walks on which no hop need be made before the one before it (`time-respecting.ts`). */
  timeRespecting?: boolean | null | undefined;
  /** How many of an influencer's largest walks are spelled out; the others make up the remainder. */
  pathsPerInfluencer?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

export interface InfluencePath {
  /** `decay^(steps−1) · product of the hops' weights`: this path's part of the score. */
  contribution: number;
  steps: number;
  hops: FlowEdge[];
}

export interface Influencer {
  /** 1 for the largest score; equal scores share a rank, and the next one counts them all: 1, 2, 2, 4. */
  rank: number;
  actor: Entity;
  score: number;
  paths: InfluencePath[];
  /** What the paths not listed add: `score = sum of contributions + remainder`. */
  remainder: number;
}

export interface Influence {
  region: Entity;
  asOf: string | null;
  maxSteps: number;
  decay: number;
  relationTypes: string[] | null;
  timeRespecting: boolean;
  oversightBodies: OversightBody[];
  influencers: Connection<Influencer>;
  /** Why there is no influencer, in a word and in a sentence; null where there is one. */
  emptyCode: EmptyCode | null;
  emptyBecause: string | null;
}

/** NO_OVERSIGHT_BODY: the graph knows none there and then. NOBODY_REACHES_ONE: it does, and no walk of so few steps leads to one. */
export type EmptyCode = 'NO_OVERSIGHT_BODY' | 'NOBODY_REACHES_ONE';

/**
 * Who influences the oversight of private security in a region. The definition, the formula and the example of Guatemala
 * worked by hand are in docs/influence.md.
 * @throws DomainError UNKNOWN_REGION, INVALID_DATE, INVALID_ARGUMENT, INVALID_CURSOR
 */
export async function influence(store: GraphStore, question: InfluenceQuestion): Promise<Influence> {
  const maxSteps = checkedMaxSteps(question.maxSteps ?? INFLUENCE_DEFAULTS.maxSteps);
  const decay = checkedDecay(question.decay ?? INFLUENCE_DEFAULTS.decay);
  const asOf = question.asOf ?? null;
  if (asOf !== null) asOfDays(asOf);
  const relationTypes = checkedRelationTypes(question.relationTypes);
  const timeRespecting = question.timeRespecting ?? false;
  const region = await resolveRegion(store, question.region);

  const { bodies, flow, tables, ranked } = await influenceRanking(store, region, {
    ...{ asOf, maxSteps, decay, types: relationTypes, timeRespecting },
    known: question,
  });
  const from = question.after ? Number(decodeCursor(question.after, ['number'])[0]) : 0;
  const to = from + (question.first ?? INFLUENCE_DEFAULTS.first);

  const page: Influencer[] = [];
  const giveWay = givingWay();
  for (const { actor, score, rank } of ranked.slice(from, to)) {
    await giveWay();
    const walks = largestWalks(
      actor.id,
      flow.edgesFrom,
      tables,
      decay,
      question.pathsPerInfluencer ?? INFLUENCE_DEFAULTS.pathsPerInfluencer,
      timeRespecting,
    );
    const listed = walks.reduce((sum, walk) => sum + walk.contribution, 0);
    page.push({
      rank,
      actor,
      score,
      paths: walks.map(({ contribution, edges }) => ({ contribution, steps: edges.length, hops: edges })),
      remainder: withoutRounding(score - listed, score),
    });
  }
  return {
    region,
    asOf,
    maxSteps,
    decay,
    relationTypes,
    timeRespecting,
    oversightBodies: bodies,
    influencers: connection(page, (_influencer, i) => encodeCursor(from + i + 1), ranked.length, ranked.length > to),
    emptyCode: ranked.length > 0 ? null : bodies.length === 0 ? 'NO_OVERSIGHT_BODY' : 'NOBODY_REACHES_ONE',
    emptyBecause: ranked.length > 0 ? null : whyEmpty(region, asOf, bodies.length, maxSteps),
  };
}

/** Which walks count, and when. */
export interface RankingQuestion extends Walks {
  asOf: AsOf;
  /** null: all types that carry influence */
  types: readonly string[] | null;
  timeRespecting?: boolean;
  known?: Known;
}

/** Every actor that reaches an oversight body of the region, with what its score was made from. */
export async function influenceRanking(
  store: GraphStore,
  region: Entity,
  { asOf, types, maxSteps, decay, timeRespecting, known = {} }: RankingQuestion,
): Promise<{ bodies: OversightBody[]; flow: FlowGraph; tables: WalkTables; ranked: Ranked[] }> {
  const giveWay = givingWay();
  const reads = asKnown(store, known);
  const bodies = await bodiesOver(reads, await surroundingPlaces(store, region), asOf);
  const actors = bodies.map(({ actor }) => actor);
  const flow = await flowTowards(reads, actors, maxSteps, types, asOf);
  await giveWay();
  const tables = await walkTables(flow.edgesFrom, new Set(actors.map(({ id }) => id)), maxSteps, decay, timeRespecting);
  await giveWay();
  return { bodies, flow, tables, ranked: rankedActors(tables.score, flow.entities) };
}

/** What is left where all walks are listed is rounding, above or below nothing: no path. */
function withoutRounding(remainder: number, score: number): number {
  return remainder < score * ROUNDING ? 0 : remainder;
}

function whyEmpty(region: Entity, asOf: string | null, bodies: number, maxSteps: number): string {
  const then = asOf === null ? '' : ` as of ${asOf}`;
  if (bodies === 0) {
    return `No source in the graph names an actor that regulates, licenses or oversees private security in ${region.name}${then}, in a place within it or in one around it.`;
  }
  return `No actor reaches an oversight body of ${region.name}${then} within ${maxSteps} steps over relations that carry influence.`;
}

/** @throws DomainError INVALID_ARGUMENT */
export function checkedMaxSteps(maxSteps: number): number {
  if (Number.isInteger(maxSteps) && maxSteps >= 1 && maxSteps <= MOST_INFLUENCE_STEPS) return maxSteps;
  throw new DomainError(
    'INVALID_ARGUMENT',
    `maxSteps is ${maxSteps}; it must be a whole number from 1 to ${MOST_INFLUENCE_STEPS}.`,
  );
}

/** @throws DomainError INVALID_ARGUMENT */
export function checkedDecay(decay: number): number {
  if (decay > 0 && decay <= 1) return decay;
  throw new DomainError(
    'INVALID_ARGUMENT',
    `decay is ${decay}; it must be greater than 0 and at most 1 (0.5 halves each further step).`,
  );
}
