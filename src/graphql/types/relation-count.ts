import { Field, Int, ObjectType } from 'type-graphql';
import { Direction, RelationTypeName } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'How many relations of one type an entity has in one direction.' })
export class RelationCount {
  @Field(() => RelationTypeName, { description: 'The type counted: `MEMBER_OF`. Types without any are left out.' })
  type!: string;

  @Field(() => Direction, {
    description: '`OUT`: the entity is the source of them; `IN`: the target. A relation to itself counts both ways.',
  })
  direction!: 'OUT' | 'IN';

  @Field(() => Int, { description: 'Number of relations, whatever their date; parallel ones count each.' })
  count!: number;
}
