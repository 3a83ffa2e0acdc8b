import { Field, Int, ObjectType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Actor, Place } from './entity.js';
import { HopDirection, HopObstacle, RelationTypeName, WhyNotReason, WhyNotVerdict } from './enums.js';
import { OversightBody } from './influence.js';
import { RankedScore } from './influence-robustness.js';
import { Relation } from './relation.js';

/** `from` and `to` are in `resolvers/hops.ts`. */
@ObjectType({ simpleResolvers: true, description: 'One relation of a way on which influence is stopped somewhere.' })
export class HinderedHop {
  @Field(() => HopDirection, { description: 'Whether the way goes from the source of the relation to its target or back.' })
  direction!: string;

  @Field(() => Relation, { description: 'The relation, with its dates and claims.' })
  relation!: Relation;

  @Field(() => [HopObstacle], { description: 'What keeps influence from passing here, as asked; empty where it passes.' })
  obstacles!: string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'One thing that, were it otherwise, would let influence through, and a shortest way by which.',
})
export class WhyNot {
  @Field(() => WhyNotReason, { description: 'The one rule that was dropped to find the way.' })
  reason!: string;

  @Field(() => OversightBody, { description: 'The body that the way leads to; where the date is dropped, as it is without one.' })
  body!: OversightBody;

  @Field(() => Boolean, { description: 'Whether the body was one as of the date asked about.' })
  bodyThen!: boolean;

  @Field(() => Int, { description: 'Number of hops of the way.' })
  steps!: number;

  @Field(() => [HinderedHop], {
    description: 'The way, from the actor to the body, with what hinders influence on each hop.',
    complexity: costOfList(TYPICAL_LENGTH.hops),
  })
  hops!: HinderedHop[];
}

/** `ranked` and `dataVersion` are in the resolvers. */
@ObjectType({
  simpleResolvers: true,
  description: 'Why an actor does not reach the oversight of a region, found by dropping one rule at a time.',
})
export class WhyNotInfluence {
  @Field(() => Actor, { description: 'The person, body or organisation asked about.' })
  actor!: Actor;

  @Field(() => Place, { description: 'The place that the argument was understood as.' })
  region!: Place;

  @Field(() => String, { nullable: true, description: 'The date asked about (EDTF); null: at any time.' })
  asOf!: string | null;

  @Field(() => Int, { description: 'The longest way that counts, in steps.' })
  maxSteps!: number;

  @Field(() => [RelationTypeName], { nullable: true, description: 'The types asked for; null: all that carry influence.' })
  relationTypes!: string[] | null;

  @Field(() => WhyNotVerdict, { description: 'How the actor stands to the oversight of the region.' })
  verdict!: string;

  @Field(() => RankedScore, { nullable: true, description: 'Its place in the ranking, where it reaches a body after all.' })
  ranked!: RankedScore | null;

  @Field(() => [WhyNot], {
    description: 'What would let it through, each tried alone: more steps first, then date, evidence, types, weight, places.',
    complexity: costOfList(TYPICAL_LENGTH.paths),
  })
  reasons!: WhyNot[];
}
