import { ArgsType, Field, Float, ID, Int } from 'type-graphql';
import type { Direction as DirectionValue } from '../../store/port.js';
import type { Grouping } from '../../measures/brokerage.js';
import type { Weights } from '../../measures/measured-graph.js';
import type { MeasureName as MeasureNameValue } from '../../measures/names.js';
import { RANGES, sayRange } from '../limits.js';
import { Direction, RelationTypeName } from '../types/enums.js';
import { BrokerageGroups, MeasureName, TieWeights } from '../types/measures.js';
import { AsOf, KINDS, KnownAt, PageArguments, PublishedBy, TYPES } from './arguments.js';

/** Which part of the graph is looked at, as exports choose it; nothing: all of it. */
@ArgsType()
class PartArguments extends PageArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only the neighbourhood of these entities, as `network(centers: …)` answers it. Not together with `within`.',
  })
  centers?: string[] | null;

  @Field(() => Int, { nullable: true, description: `With \`centers\`: steps from a centre, ${sayRange(RANGES.depth)}.` })
  depth?: number | null;

  @Field(() => Direction, { nullable: true, description: 'With `centers`: which way steps go; OUT: from source to target.' })
  direction?: DirectionValue | null;

  @Field(() => Int, { nullable: true, description: `With \`centers\`: most entities, ${sayRange(RANGES.limit)}.` })
  limit?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only relations with an end in this region, both their ends, and whatever else lies in it: `GT`, `013`.',
  })
  within?: string | null;

  @Field(() => [RelationTypeName], { nullable: true, description: TYPES })
  relationTypes?: string[] | null;

  @Field(() => [String], { nullable: true, description: KINDS })
  kinds?: string[] | null;

  @AsOf()
  asOf?: string | null;

  @KnownAt()
  knownAt?: string | null;

  @PublishedBy()
  publishedBy?: string | null;
}

@ArgsType()
export class MeasuresArguments extends PartArguments {
  @Field(() => MeasureName, { description: 'What to measure: `BETWEENNESS`, `PAGERANK`, `COMMUNITY`.' })
  measure!: MeasureNameValue;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether places count, too. They tie together whoever works in one country. `kinds`, if given, decides instead.',
  })
  places!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether ties have the direction of their relations, from source to target. Usually they have none; BROKERAGE always has.',
  })
  directed?: boolean | null;

  @Field(() => TieWeights, { defaultValue: 'RELATIONS', description: 'What a tie weighs.' })
  weights!: Weights;

  @Field(() => String, {
    nullable: true,
    description: 'For PERSONALISED_PAGERANK: the region whose oversight bodies the reader starts from: `GT`.',
  })
  region?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'For PAGERANK and PERSONALISED_PAGERANK: the chance to go on at each step, above 0 and below 1. Usually 0.85.',
  })
  damping?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'For COMMUNITY: above 1 makes more and smaller ones, below 1 fewer and larger ones. Usually 1.',
  })
  resolution?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'For COMMUNITY: draws the order in which entities are visited. The same seed gives the same communities. Usually 1.',
  })
  seed?: number | null;

  @Field(() => BrokerageGroups, { nullable: true, description: 'For BROKERAGE: whom brokers stand between. Usually sectors.' })
  groupBy?: Grouping | null;
}

@ArgsType()
export class InterlocksArguments extends PartArguments {
  @Field(() => Int, {
    defaultValue: RANGES.minShared.usual,
    description: `Only pairs that share at least this many memberships and events together, ${sayRange(RANGES.minShared)}.`,
  })
  minShared!: number;
}
