import { Field, Float, Int, ObjectType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Actor, Place } from './entity.js';
import { OversightBody, WalksCounted } from './influence.js';
import { Source } from './source.js';

@ObjectType({ simpleResolvers: true, description: 'Between what a score and a place in the ranking lie under several readings.' })
export class RankInterval {
  @Field(() => Float, { description: 'The smallest score of any of the readings; 0 where it reaches no body.' })
  lowestScore!: number;

  @Field(() => Float, { description: 'The largest score of any of the readings.' })
  highestScore!: number;

  @Field(() => Int, { description: 'Nearest to the top that it can stand.' })
  bestRank!: number;

  @Field(() => Int, { description: 'Farthest from the top that it can stand; behind all others where it reaches no body.' })
  worstRank!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A place in a ranking, and the score that gives it.' })
export class RankedScore {
  @Field(() => Int, { description: '1 for the largest; equal scores share a place.' })
  rank!: number;

  @Field(() => Float, { description: 'The sum over all ways to an oversight body, as of `influence`.' })
  score!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An influencer, and how its place holds under other readings of the same data.',
})
export class RobustInfluencer {
  @Field(() => Actor, { description: 'The person, body or organisation whose place is looked at.' })
  actor!: Actor;

  @Field(() => Int, { description: 'Its place with all sources, as `influence` gives it.' })
  rank!: number;

  @Field(() => Float, { description: 'Its sum over all ways with all sources, as `influence` gives it.' })
  score!: number;

  @Field(() => RankInterval, { description: 'Over the rankings with one source left out, each source in its turn.' })
  withoutOneSource!: RankInterval;

  @Field(() => Source, {
    nullable: true,
    description: 'The page or text that it falls furthest without; null where it falls without none.',
  })
  dependsMostOn!: Source | null;

  @Field(() => RankInterval, {
    description: 'Over the rankings with everything of one publisher left out, translations and reprints by others included.',
  })
  withoutOnePublisher!: RankInterval;

  @Field(() => RankInterval, {
    description:
      'Over all that the dates leave open: each relation that held only possibly as of the date did, or did not. No reading lies outside; some ranks inside may belong to none.',
  })
  overDates!: RankInterval;

  @Field(() => RankInterval, {
    description: 'Over all that sources dispute: those who dispute a relation are right, or count for nothing.',
  })
  overStance!: RankInterval;

  @Field(() => RankInterval, { description: 'Over what the dates leave open and what sources dispute, together.' })
  overBoth!: RankInterval;

  @Field(() => RankedScore, {
    nullable: true,
    description:
      'On relations with at least `minSupporting` independent sources alone; null where it reaches no body over these.',
  })
  independently!: RankedScore | null;
}

@ObjectType({ simpleResolvers: true, description: 'An actor whose place is another without a source.' })
export class RankMove {
  @Field(() => Actor, { description: 'The influencer whose place changes.' })
  actor!: Actor;

  @Field(() => Int, { description: 'Its place with all sources.' })
  rankBefore!: number;

  @Field(() => Int, { nullable: true, description: 'Its place without; null where it reaches no body any more.' })
  rankAfter!: number | null;
}

/** `publisherEntity` is in `resolvers/influence-robustness.ts`. */
@ObjectType({
  simpleResolvers: true,
  description: 'What becomes of the ranking if nothing that a source says, or all sources of a publisher, had been recorded.',
})
export class LeftOut {
  @Field(() => Source, { nullable: true, description: 'The text left out; null where several of the publisher are.' })
  source!: Source | null;

  @Field(() => String, { description: 'Who published what is left out, by name.' })
  publisher!: string;

  @Field(() => Int, { description: 'How many texts are left out together.' })
  sources!: number;

  @Field(() => Float, {
    description:
      "Kendall's distance of the two rankings, 0 to 1: the share of pairs of actors in the opposite order, a pair tied in one of them counting half. Who is in one only stands last in the other; oversight bodies of one of the two are not compared.",
  })
  distance!: number;

  @Field(() => Float, { description: 'By what part of itself the sum of all scores changes: −0.1 where a tenth is lost.' })
  scoreChange!: number;

  @Field(() => [Actor], {
    description: 'The oversight bodies that no other source makes one.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  bodiesLost!: Actor[];

  @Field(() => [Actor], {
    description: 'The actors that are oversight bodies without it: it alone says that their oversight had ended, or not begun.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  bodiesGained!: Actor[];

  @Field(() => RankMove, {
    nullable: true,
    description: 'Of the first influencers the one that moves furthest; null where none moves.',
  })
  largestMove!: RankMove | null;
}

/** `dataVersion` is in `resolvers/data-version.ts`. */
@ObjectType({
  simpleResolvers: true,
  description:
    'How far a ranking of influence rests on single sources, on dates that leave doubt and on relations that are disputed. docs/influence.md defines each number.',
})
export class InfluenceRobustness extends WalksCounted {
  @Field(() => Place, { description: 'The place that the argument was understood as.' })
  region!: Place;

  @Field(() => String, { nullable: true, description: 'The date asked about (EDTF); null: at any time.' })
  asOf!: string | null;

  @Field(() => Int, { description: 'How many independent sources `independently` demands of a relation.' })
  minSupporting!: number;

  @Field(() => [OversightBody], {
    description: 'The oversight bodies with all sources; doubt about dates and stance does not change them.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  oversightBodies!: OversightBody[];

  @Field(() => Int, { description: 'How many actors the whole ranking has.' })
  ranked!: number;

  @Field(() => [RobustInfluencer], { description: 'The first of the ranking, as many as `first` asks for.' })
  influencers!: RobustInfluencer[];

  @Field(() => Int, { description: 'How many sources were left out, each by itself: all that the ranking can rest on.' })
  sourcesTried!: number;

  @Field(() => Int, { description: 'How many publishers were left out, each with all that it published.' })
  publishersTried!: number;

  @Field(() => [LeftOut], {
    description: 'The sources that the ranking changes most without, largest distance first; as many as `firstSources` asks for.',
  })
  sources!: LeftOut[];

  @Field(() => [LeftOut], { description: 'The publishers that the ranking changes most without, in the same way.' })
  publishers!: LeftOut[];
}
