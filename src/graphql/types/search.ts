import { Field, Float, ObjectType } from 'type-graphql';
import { Entity } from './entity.js';
import { MatchReason } from './enums.js';
import { Name } from './particulars.js';

@ObjectType({ simpleResolvers: true, description: 'An entity that a search found, and why.' })
export class SearchHit {
  @Field(() => Entity, {
    description: 'The actor, instrument, event or place that one of its names led to: `entity { id name }`.',
  })
  entity!: Entity;

  @Field(() => Float, {
    description: 'How well it fits, above 0; 1 for the very name, then by `reason`. Equal ones: the better connected first.',
  })
  score!: number;

  @Field(() => MatchReason, {
    description: 'What the name has in common with the text: all of it, its beginning, its words or nearly so.',
  })
  reason!: string;

  @Field(() => Name, { description: 'The name that fitted best.' })
  matchedName!: Name;
}

/** `dataVersion` is in `resolvers/data-version.ts`. */
@ObjectType({ simpleResolvers: true, description: 'What a search found, best first.' })
export class SearchResult {
  @Field(() => [SearchHit], { description: 'The entities found, best first. The same on every engine.' })
  hits!: SearchHit[];
}
