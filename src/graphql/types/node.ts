import { Field, ID, InterfaceType } from 'type-graphql';
import { DateStatus } from './enums.js';

@InterfaceType({ description: 'Anything with an id of its own: an entity, relation, claim or source. `node(id)` finds it.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'The same in every version of the data: `icoca` of an entity, `dcaf.partnered-with.icoca` of a relation, `icoca-2021-06-25-digessp` of a source.',
  })
  id!: string;
}

/** Its fields are in `resolvers/dated.ts`. */
@InterfaceType({
  description:
    'Something that holds for a time: an entity while it exists, an event while it takes place, a relation while it lasts. Dates are EDTF (ISO 8601-2) as the sources write them: `2021`, `2021-06`, `2021-06-24`, `2021~` (about), `2019-10/2019-11`.',
})
export abstract class Dated {
  @Field(() => String, {
    nullable: true,
    description: 'When it began, in EDTF as written: `2021-06-24`, `2019~`. Null where none is stated; `startStatus` says why.',
  })
  start!: string | null;

  @Field(() => DateStatus, { description: 'Whether a source states the beginning, none does, or none can be stated.' })
  startStatus!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'When it ended, in EDTF as written. Null where none is stated; `endStatus` says why (`ONGOING` is not `NOT_STATED`).',
  })
  end!: string | null;

  @Field(() => DateStatus, {
    description: 'Whether a source states the end, none does, it is still going on, or none can be stated.',
  })
  endStatus!: string;

  @Field(() => [String], {
    description:
      'Dates (EDTF) at which a source says that it held, which says nothing about when it began or ended. `["2021-06"]`: in June 2021 it was so.',
  })
  attested!: string[];

  @Field(() => Boolean, {
    description: 'True of what stays so once it has happened (a session was held). Such a thing has no end to look for.',
  })
  persists!: boolean;
}
