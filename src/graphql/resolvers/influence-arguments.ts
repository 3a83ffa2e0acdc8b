import { ArgsType, Field, Float, ID, Int } from 'type-graphql';
import { ROBUSTNESS_DEFAULTS } from '../../domain/influence-robustness.js';
import { RANGES, sayRange } from '../limits.js';
import { RelationTypeName } from '../types/enums.js';
import { AfterCursor, AsOf, KnownAt, PublishedBy, RowsOfPage, TimeRespecting } from './arguments.js';

/** The arguments of the questions about influence. `../arguments.ts` checks their ranges. */

/** Which walks to which oversight bodies count. */
@ArgsType()
export class InfluenceWalksArguments {
  @Field(() => String, {
    description: "The region: a place id, ISO 3166 code (`GT`, `GTM`), UN M49 code (`013`, Central America) or a place's name.",
  })
  region!: string;

  @Field(() => Int, {
    defaultValue: RANGES.maxSteps.usual,
    description: `Longest way of influence counted, in steps, ${sayRange(RANGES.maxSteps)}.`,
  })
  maxSteps!: number;

  @Field(() => Float, {
    defaultValue: RANGES.decay.usual,
    description: `What each step after the first leaves of the influence, ${sayRange(RANGES.decay)}; 0.5 halves it.`,
  })
  decay!: number;

  @Field(() => [RelationTypeName], {
    nullable: true,
    description: 'Only relations of these types carry influence. Without it: all that have a weight.',
  })
  relationTypes?: string[] | null;
}

@ArgsType()
export class InfluenceArguments extends InfluenceWalksArguments {
  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;

  @TimeRespecting()
  timeRespecting!: boolean;

  @Field(() => Int, {
    defaultValue: RANGES.pathsPerInfluencer.usual,
    description: `How many of each influencer's largest ways are spelled out, ${sayRange(RANGES.pathsPerInfluencer)}; the others make up \`remainder\`.`,
  })
  pathsPerInfluencer!: number;

  @RowsOfPage()
  first!: number;

  @AfterCursor()
  after?: string | null;
}

@ArgsType()
export class RobustnessArguments extends InfluenceWalksArguments {
  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;

  @Field(() => Int, {
    defaultValue: ROBUSTNESS_DEFAULTS.minSupporting,
    description: 'How many independent sources a relation needs to count for `independently`.',
  })
  minSupporting!: number;

  @Field(() => Int, {
    defaultValue: RANGES.first.usual,
    description: `How many of the first influencers are looked at, ${sayRange(RANGES.first)}.`,
  })
  first!: number;

  @Field(() => Int, {
    defaultValue: RANGES.firstSources.usual,
    description: `How many sources and publishers are listed, those that the ranking changes most without, ${sayRange(RANGES.firstSources)}.`,
  })
  firstSources!: number;
}

@ArgsType()
export class WhyNotArguments extends InfluenceWalksArguments {
  @Field(() => ID, { description: 'Id of the actor that may not reach: `psira`. `search` finds it.' })
  actor!: string;

  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;
}

@ArgsType()
export class InfluenceChangeArguments extends InfluenceWalksArguments {
  @Field(() => String, {
    description: 'EDTF date, month or year to compare with: `2015`. What held then, certainly or possibly.',
  })
  from!: string;

  @Field(() => String, { description: 'EDTF date, month or year that is compared: `2021`.' })
  to!: string;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;

  @Field(() => Int, {
    defaultValue: RANGES.relationsPerActor.usual,
    description: `How many of the relations that account for a change are listed, ${sayRange(RANGES.relationsPerActor)}.`,
  })
  relationsPerActor!: number;

  @RowsOfPage()
  first!: number;

  @AfterCursor()
  after?: string | null;
}
