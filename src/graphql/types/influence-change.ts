import { Field, Float, Int, ObjectType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Actor, Place } from './entity.js';
import { Holding, InfluenceChangeKind } from './enums.js';
import { WalksCounted } from './influence.js';
import { RankedScore } from './influence-robustness.js';
import { Relation } from './relation.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A relation that held otherwise at one date than at the other, and what that does to a score.',
})
export class RelationEffect {
  @Field(() => Relation, { description: 'The relation, with its dates and claims.' })
  relation!: Relation;

  @Field(() => Holding, { description: 'Whether it held at the earlier date.' })
  heldBefore!: string;

  @Field(() => Holding, { description: 'Whether it held at the later date.' })
  heldAfter!: string;

  @Field(() => Float, {
    description:
      'The score at the later date, less what it would be if this relation alone were as it was at the earlier one. Where a way needs several that changed, each has the whole effect, so effects need not add up to the change.',
  })
  effect!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An actor whose place or score is another one at the later date, and what accounts for it.',
})
export class ActorChange {
  @Field(() => Actor, { description: 'The person, body or organisation that changed.' })
  actor!: Actor;

  @Field(() => InfluenceChangeKind, { description: 'Whether it entered, rose, fell, left or became an oversight body.' })
  kind!: string;

  @Field(() => RankedScore, {
    nullable: true,
    description: 'Its place at the earlier date; null where it reached no body, or was one.',
  })
  before!: RankedScore | null;

  @Field(() => RankedScore, {
    nullable: true,
    description: 'Its place at the later date; null where it reaches no body, or is one.',
  })
  after!: RankedScore | null;

  @Field(() => [RelationEffect], {
    description: 'The relations that account for it, largest effect first, as many as `relationsPerActor` asks for.',
    complexity: costOfList(TYPICAL_LENGTH.paths),
  })
  relations!: RelationEffect[];
}

/** `changes` and `dataVersion` are in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'What changed in a ranking of influence from one date to another.' })
export class InfluenceChange extends WalksCounted {
  @Field(() => Place, { description: 'The place that the argument was understood as.' })
  region!: Place;

  @Field(() => String, { description: 'The earlier date (EDTF), as asked.' })
  from!: string;

  @Field(() => String, { description: 'The later date (EDTF), as asked.' })
  to!: string;

  @Field(() => Int, { description: 'How many actors reached an oversight body at the earlier date.' })
  rankedBefore!: number;

  @Field(() => Int, { description: 'How many actors reach an oversight body at the later date.' })
  rankedAfter!: number;
}
