import { Field, Int, ObjectType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Actor, Entity, Place } from './entity.js';
import { SetUpOrder } from './enums.js';
import { OversightBody } from './influence.js';
import { Relation } from './relation.js';

const BODIES = { complexity: costOfList(TYPICAL_LENGTH.bodies) };

@ObjectType({ simpleResolvers: true, description: 'An oversight body and the actors from which influence reaches it soonest.' })
export class ReachedBody {
  @Field(() => OversightBody, {
    description: 'The actor that oversees private security and is reached, with the relations that make it one.',
  })
  body!: OversightBody;

  @Field(() => Int, {
    description: 'Fewest steps from one of `actors`: 1 is a relation between the two, 2 goes by something between.',
  })
  steps!: number;

  @Field(() => [Actor], { description: 'The actors at that distance, by id.', complexity: costOfList(TYPICAL_LENGTH.relations) })
  actors!: Actor[];
}

/** `dataVersion` is in the resolvers. */
@ObjectType({
  simpleResolvers: true,
  description:
    'The oversight bodies of a region by whether an international actor reaches them; each stands in one of three lists. An actor is international to a body if its kind always is (an intergovernmental organisation, an embassy), or if sources tie it to countries and the body oversees none of these. docs/influence.md defines it.',
})
export class OversightReach {
  @Field(() => Place, { description: 'The place that the argument was understood as.' })
  region!: Place;

  @Field(() => String, { nullable: true, description: 'The date asked about (EDTF); null: at any time.' })
  asOf!: string | null;

  @Field(() => Int, { description: 'The longest way of influence looked at, in steps.' })
  maxSteps!: number;

  @Field(() => [OversightBody], {
    description: 'Bodies that no international actor reaches, as far as the graph knows.',
    ...BODIES,
  })
  unreached!: OversightBody[];

  @Field(() => [ReachedBody], {
    description: 'Bodies reached only by actors that may be international: no source says which country these belong to.',
    ...BODIES,
  })
  undecided!: ReachedBody[];

  @Field(() => [ReachedBody], {
    description: 'Bodies that an international actor reaches, and the nearest such actors.',
    ...BODIES,
  })
  reached!: ReachedBody[];
}

@ObjectType({ simpleResolvers: true, description: 'An oversight body, the accession of its state, and which came first.' })
export class SetUp {
  @Field(() => OversightBody, { description: 'The actor that oversees private security, with the relations that make it one.' })
  body!: OversightBody;

  @Field(() => Actor, { description: 'The state of a country that it oversees.' })
  state!: Actor;

  @Field(() => Relation, { description: 'The relation by which the state joined; its `start` is the day.' })
  accession!: Relation;

  @Field(() => [Relation], {
    description: 'The relations that say what set the body up.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  establishedBy!: Relation[];

  @Field(() => String, {
    nullable: true,
    description: 'First day on which it can have been set up (ISO); null: no source bounds it.',
  })
  earliest!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last day on which it can have been set up (ISO); null: no source bounds it.',
  })
  latest!: string | null;

  @Field(() => SetUpOrder, { description: 'Which came first, as far as the dates tell.' })
  order!: string;
}

/** `dataVersion`, and `setUps` with its argument, are in the resolvers. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Whether the oversight bodies of the states that joined an instrument were set up before or after they had joined.',
})
export class OversightSetUp {
  @Field(() => Entity, { description: 'The instrument asked about.' })
  instrument!: Entity;

  @Field(() => Place, { description: 'The place that the argument was understood as.' })
  region!: Place;
}
