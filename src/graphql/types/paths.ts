import { Field, Int, ObjectType } from 'type-graphql';
import { HopDirection } from './enums.js';
import { Relation } from './relation.js';

/** `from` and `to` are in `resolvers/hops.ts`. */
@ObjectType({ simpleResolvers: true, description: 'One relation of a path, walked one way.' })
export class Hop {
  @Field(() => HopDirection, { description: 'Whether the relation is walked from its source to its target or back.' })
  direction!: string;

  @Field(() => Relation, { description: 'The relation walked, with its claims.' })
  relation!: Relation;
}

@ObjectType({ simpleResolvers: true, description: 'A chain of relations from one entity to another that meets no entity twice.' })
export class Path {
  @Field(() => Int, { description: 'Number of hops, so of relations walked.' })
  length!: number;

  @Field(() => [Hop], { description: 'Its relations in the order walked; each begins where the one before ended.' })
  hops!: Hop[];
}

/** `dataVersion` is in `resolvers/data-version.ts`. */
@ObjectType({ simpleResolvers: true, description: 'The paths between two entities, shortest first.' })
export class Paths {
  @Field(() => [Path], { description: 'The paths, shortest first; parallel relations make parallel paths.' })
  paths!: Path[];

  @Field(() => Boolean, { description: 'True where there may be more paths within `maxLength` than those given.' })
  truncated!: boolean;

  @Field(() => String, { nullable: true, description: 'What was left out and what to do about it; null where nothing was.' })
  truncation!: string | null;
}
