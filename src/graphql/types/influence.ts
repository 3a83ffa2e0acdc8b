import { Field, Float, Int, ObjectType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Actor, Place } from './entity.js';
import { EmptyCode, Holding, HopDirection, RelationTypeName } from './enums.js';
import { Relation } from './relation.js';

@ObjectType({
  simpleResolvers: true,
  description: 'An actor that regulates, licenses or oversees private security in the region.',
})
export class OversightBody {
  @Field(() => Actor, { description: 'The body: DIGESSP, for Guatemala.' })
  actor!: Actor;

  @Field(() => Holding, { description: 'Whether it certainly or possibly was one as of the date asked about.' })
  holds!: string;

  @Field(() => [Relation], {
    description: 'The relations that make it one, each to a place in, of or around the region.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  relations!: Relation[];
}

/** `from` and `to` are in `resolvers/hops.ts`. */
@ObjectType({ simpleResolvers: true, description: 'One relation over which influence flows, in the direction it flows.' })
export class InfluenceHop {
  @Field(() => HopDirection, { description: 'Whether influence flows from the source of the relation to its target or back.' })
  direction!: string;

  @Field(() => Relation, { description: 'The link that carries the influence, with the claims of sources that it rests on.' })
  relation!: Relation;

  @Field(() => Float, {
    description:
      'How much of the influence passes, above 0 up to 1: the weight of the type in this direction × the strength of the evidence × 0.5 if it held only possibly as of the date.',
  })
  weight!: number;
}

@ObjectType({ simpleResolvers: true, description: 'One way in which an influencer reaches an oversight body.' })
export class InfluencePath {
  @Field(() => Float, {
    description: 'Its part of the score: the product of the weights of its hops × decay for each step after the first.',
  })
  contribution!: number;

  @Field(() => Int, { description: 'Number of hops; each after the first is weakened by `decay`.' })
  steps!: number;

  @Field(() => [InfluenceHop], {
    description: 'Its hops, from the influencer to the oversight body.',
    complexity: costOfList(TYPICAL_LENGTH.hops),
  })
  hops!: InfluenceHop[];
}

@ObjectType({ simpleResolvers: true, description: 'An actor from which influence reaches the oversight of the region.' })
export class Influencer {
  @Field(() => Int, {
    description:
      'Its place by score, 1 for the largest. Equal scores share a place, and the next one counts them all: 1, 2, 2, 4.',
  })
  rank!: number;

  @Field(() => Actor, { description: 'The person, body or organisation that reaches an oversight body.' })
  actor!: Actor;

  @Field(() => Float, {
    description:
      'The sum over all its ways to an oversight body. It compares actors within one answer; it is no share and no probability.',
  })
  score!: number;

  @Field(() => [InfluencePath], {
    description: 'Its largest ways, largest first, as many as `pathsPerInfluencer` asks for.',
    complexity: costOfList(TYPICAL_LENGTH.paths),
  })
  paths!: InfluencePath[];

  @Field(() => Float, { description: 'What its other ways add: the contributions shown and this make up `score`.' })
  remainder!: number;
}

/** Which walks an answer about influence counted. */
@ObjectType({ simpleResolvers: true })
export abstract class WalksCounted {
  @Field(() => Int, { description: 'The longest way counted, in steps.' })
  maxSteps!: number;

  @Field(() => Float, { description: 'What each step after the first leaves of the influence.' })
  decay!: number;

  @Field(() => [RelationTypeName], { nullable: true, description: 'The types asked for; null: all that carry influence.' })
  relationTypes!: string[] | null;
}

/** `dataVersion` and `influencers` are in the resolvers. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Who influences the oversight of private security in a region. Influence flows along relations towards the oversight bodies, weaker with every step; all ways of at most `maxSteps` steps are added up. docs/influence.md has the formula and an example by hand.',
})
export class Influence extends WalksCounted {
  @Field(() => Place, {
    description: 'The place that the argument was understood as: `GTM`, `320` and `Guatemala` are all `gt`.',
  })
  region!: Place;

  @Field(() => String, { nullable: true, description: 'The date asked about (EDTF); null: at any time.' })
  asOf!: string | null;

  @Field(() => Boolean, { description: 'Whether only ways were counted whose relations can follow each other in time.' })
  timeRespecting!: boolean;

  @Field(() => [OversightBody], {
    description:
      'The actors that regulate, license or oversee private security in the region, in a place within it or in one around it.',
  })
  oversightBodies!: OversightBody[];

  @Field(() => EmptyCode, {
    nullable: true,
    description: 'Why nobody was found, as a code for programs; null where somebody was.',
  })
  emptyCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Why nobody was found; null where somebody was.' })
  emptyBecause!: string | null;
}
