import { Field, ObjectType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Claim } from './claim.js';
import { ConflictKind } from './enums.js';
import { Node } from './node.js';

@ObjectType({ simpleResolvers: true, description: 'What some claims say against the others of a conflict.' })
export class ConflictSide {
  @Field(() => String, { description: '`SUPPORTS` or `DISPUTES`; the dates as these claims state them; or the figure.' })
  value!: string;

  @Field(() => [Claim], {
    description: 'The claims that say so, each with its source, by id.',
    complexity: costOfList(TYPICAL_LENGTH.claims),
  })
  claims!: Claim[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Where sources disagree. The graph keeps all sides; none is taken for the truth.',
})
export class Conflict {
  @Field(() => ConflictKind, { description: 'Whether it is about the relation as such, its dates or a figure.' })
  kind!: string;

  @Field(() => Node, { description: 'The relation or entity that they disagree about.' })
  subject!: Node;

  @Field(() => String, {
    nullable: true,
    description: 'The attribute and its date: `guards 2015`. Null where it is about the whole.',
  })
  about!: string | null;

  @Field(() => [ConflictSide], {
    description: 'What is said, each with its claims: two sides or more.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  sides!: ConflictSide[];
}
