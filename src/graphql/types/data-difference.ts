import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';

export const RecordType = { ENTITY: 'ENTITY', RELATION: 'RELATION', CLAIM: 'CLAIM', SOURCE: 'SOURCE' } as const;
registerEnumType(RecordType, {
  name: 'RecordType',
  description: 'Entities, relations, claims and sources: everything that the data version is a digest of.',
  valuesConfig: {
    ENTITY: { description: 'An actor, instrument, event or place.' },
    RELATION: { description: 'A relation between two entities.' },
    CLAIM: { description: 'What a source says. Its id follows from its content: one that says something else is another one.' },
    SOURCE: { description: 'A page or document.' },
  },
});

export const RecordChange = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const;
registerEnumType(RecordChange, {
  name: 'RecordChange',
  description: 'How a record of the present data stands to the earlier version.',
  valuesConfig: {
    ADDED: { description: 'The earlier version had none of this id.' },
    REMOVED: { description: 'The data has none of this id any more.' },
    CHANGED: { description: 'Fields of it have other values.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'One value of a record that is another one now.' })
export class FieldChange {
  @Field(() => String, { description: 'As records files name it, with what it is part of: `time.start`, `claimIds`.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was, as JSON; null where it was not there.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, as JSON; null where it is not there any more.' })
  after!: string | null;
}

/** `now` is in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'A record that was added, removed or changed.' })
export class ChangedRecord {
  @Field(() => RecordChange, { description: 'Whether it came, went or is another.' })
  change!: string;

  @Field(() => RecordType, { description: 'Whether an entity, a relation, a claim or a source.' })
  recordType!: string;

  @Field(() => ID, { description: 'Its id, in both versions.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A removed record as it was, as JSON, in the fields of records files; null for the others.',
  })
  removed!: string | null;

  @Field(() => [FieldChange], {
    description: 'What is otherwise, by field; none for what was added or removed.',
    complexity: costOfList(TYPICAL_LENGTH.relations),
  })
  fields!: FieldChange[];
}

@ObjectType({ simpleResolvers: true, description: 'How many records of a sort came, went and changed.' })
export class DifferenceCount {
  @Field(() => RecordType, { description: 'Entities, relations, claims or sources are counted.' })
  recordType!: string;

  @Field(() => Int, { description: 'How many the earlier version had not.' })
  added!: number;

  @Field(() => Int, { description: 'How many are not there any more.' })
  removed!: number;

  @Field(() => Int, { description: 'How many have other values.' })
  changed!: number;
}

/** `records` and `dataVersion` are in the resolvers. */
@ObjectType({ simpleResolvers: true, description: 'What the data has that an earlier version had not, and the other way round.' })
export class DataDifference {
  @Field(() => String, { description: 'SHA-256 (hexadecimal) of the earlier data.' })
  from!: string;

  @Field(() => [DifferenceCount], {
    description: 'How many of each sort in all, whatever is listed.',
    complexity: costOfList(4),
  })
  counts!: DifferenceCount[];
}
