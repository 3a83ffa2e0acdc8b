import { Field, Float, ObjectType } from 'type-graphql';
import { EntityLabel, RelationTime, RelationTypeName } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'A kind of entity, as the vocabulary defines it.' })
export class EntityKind {
  @Field(() => String, { description: 'How queries write it: `regulator`.' })
  name!: string;

  @Field(() => EntityLabel, { description: 'The family it belongs to: actors, instruments, events or places.' })
  label!: string;

  @Field(() => String, { description: 'How people read it: `Regulator`.' })
  title!: string;

  @Field(() => String, { description: 'What belongs to the kind, with an example.' })
  definition!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How strongly influence flows over relations of a type, before evidence; 0: not at all, 1: wholly.',
})
export class InfluenceWeights {
  @Field(() => Float, { description: 'From source to target, 0 to 1. Who conducts an event shapes it: CONDUCTED has 1.' })
  forward!: number;

  @Field(() => Float, {
    description: 'From target back to source, 0 to 1. An organisation directs its members: MEMBER_OF has 0.5.',
  })
  backward!: number;

  @Field(() => Float, {
    description:
      'Over a relation to a place, 0 to 1: from its state into it (STATE_OF), and out of it to those who oversee private security there. The other two weights are not for places.',
  })
  throughPlace!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A type of relation, as the vocabulary defines it.' })
export class RelationType {
  @Field(() => RelationTypeName, { description: 'How queries write it: `FACILITATED`.' })
  name!: string;

  @Field(() => String, { description: 'How the source reads it: `facilitated`.' })
  label!: string;

  @Field(() => String, { description: 'How the target reads it: `facilitated by`.' })
  inverse!: string;

  @Field(() => String, { description: 'When a dossier uses the type, and what it does not cover.' })
  definition!: string;

  @Field(() => [String], { description: 'Labels (`Actor`) or kinds (`diplomatic-mission`) that may be the source.' })
  from!: string[];

  @Field(() => [String], { description: 'Labels or kinds that may be the target.' })
  to!: string[];

  @Field(() => RelationTime, { description: 'Whether it lasts for a time or has happened once.' })
  time!: string;

  @Field(() => [String], { description: 'Details that such a relation may carry: `role`, `sector`, `category`.' })
  qualifiers!: string[];

  @Field(() => Boolean, { description: 'True where source and target stand alike, as partners do.' })
  symmetric!: boolean;

  @Field(() => Boolean, {
    description: 'True where a chain of such relations may not come back to where it began, as with PART_OF.',
  })
  acyclic!: boolean;

  @Field(() => Boolean, { description: 'True where it ties its source to a place; `Entity.within` follows it.' })
  places!: boolean;

  @Field(() => Boolean, { description: 'True where it makes an actor an oversight body of the place it points to.' })
  oversight!: boolean;

  @Field(() => InfluenceWeights, { description: 'How strongly influence flows over it, each way.' })
  influence!: InfluenceWeights;
}
