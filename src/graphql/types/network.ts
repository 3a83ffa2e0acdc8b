import { Field, Int, ObjectType } from 'type-graphql';
import { Entity } from './entity.js';
import { Relation } from './relation.js';

@ObjectType({ simpleResolvers: true, description: 'An entity in a network view.' })
export class NetworkNode {
  @Field(() => Entity, { description: 'The entity; its id is what `edges { source { id } target { id } }` name.' })
  entity!: Entity;

  @Field(() => Int, { description: 'Steps from the nearest centre; 0 for a centre.' })
  depth!: number;

  @Field(() => Int, { description: 'How many of the edges shown it stands at.' })
  degree!: number;

  @Field(() => Int, { description: 'How many of its relations, under the same types and date, are not shown.' })
  beyond!: number;
}

/** `dataVersion` is in `resolvers/data-version.ts`. */
@ObjectType({
  simpleResolvers: true,
  description: 'The neighbourhood of some entities, ready for a graph view: nodes, the edges among them, and what was left out.',
})
export class Network {
  @Field(() => [NetworkNode], { description: 'The entities shown, by depth and then by id.' })
  nodes!: NetworkNode[];

  @Field(() => [Relation], { description: 'Every relation between two entities shown, by id.' })
  edges!: Relation[];

  @Field(() => Boolean, { description: 'True where entities or relations within reach were left out.' })
  truncated!: boolean;

  @Field(() => String, { nullable: true, description: 'What was left out and what to do about it; null where nothing was.' })
  truncation!: string | null;

  @Field(() => Int, { description: 'How many relations of the entities shown lead out of the view.' })
  beyond!: number;
}
