import { Field, ID, ObjectType } from 'type-graphql';
import { RelationTypeName } from './enums.js';
import { Dated, Node } from './node.js';
import { Evidence } from './particulars.js';

/** Ends, claims and qualifiers are in `resolvers/relation.ts`. */
@ObjectType({
  implements: [Node, Dated],
  simpleResolvers: true,
  description:
    'A typed, dated link from one entity to another, resting on at least one claim: `iepades MEMBER_OF icoca`. The same fact reported three times is one relation with three claims.',
})
export class Relation {
  @Field(() => ID, {
    description:
      '`source.type.target`, with hyphens, and the qualifiers but the role where it has any: `digessp.regulates.gt.private-security`.',
  })
  id!: string;

  @Field(() => RelationTypeName, {
    description: 'What the source does to, or is to, the target. `vocabulary` has its definition.',
  })
  type!: string;

  @Field(() => Evidence, { description: 'How many independent sources support and dispute it, and what that comes to.' })
  evidence!: Evidence;
}
