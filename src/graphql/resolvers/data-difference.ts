import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  dataDifference,
  type ChangedRecord as ChangedRecordRecord,
  type DataDifference as DataDifferenceRecord,
  type RecordChange as RecordChangeValue,
  type RecordType as RecordTypeValue,
} from '../../domain/data-difference.js';
import type { FieldChange as FieldChangeRecord } from '../../domain/graph-difference.js';
import type * as records from '../../domain/model.js';
import { DataReplaced } from '../../store/errors.js';
import { wholeGraph } from '../../store/whole-graph.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfPage } from '../cost.js';
import { NoData } from '../errors.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { ChangedRecordConnection } from '../types/connections.js';
import { ChangedRecord, DataDifference, FieldChange, RecordChange, RecordType } from '../types/data-difference.js';
import { Node } from '../types/node.js';
import { PageArguments } from './arguments.js';

@ArgsType()
class DataDifferenceArguments extends PageArguments {
  @Field(() => String, {
    description: 'The earlier version of the data, or its first twelve digits or more: one of `earlierDataVersions`.',
  })
  from!: string;

  @Field(() => [RecordType], { nullable: true, description: 'Only records of these sorts: `[RELATION]`. Without it: all.' })
  records?: RecordTypeValue[] | null;

  @Field(() => [RecordChange], {
    nullable: true,
    description: 'Only what became of them so: `[ADDED, REMOVED]`. Without it: all.',
  })
  changes?: RecordChangeValue[] | null;
}

type WithPage = Omit<DataDifferenceRecord, 'changed'> & { changed: ConnectionValue<ChangedRecordRecord> };

@Resolver(() => DataDifference)
export class DataDifferenceResolver {
  @Query(() => DataDifference, {
    nullable: true,
    description:
      'What the data has that an earlier version had not, record by record: `dataDifference(from: "25eadab1b2c8", records: [RELATION])`.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.short)
  async dataDifference(
    @Args(() => DataDifferenceArguments) question: DataDifferenceArguments,
    @Ctx() { store, earlier }: Context,
  ): Promise<WithPage> {
    const present = await store.dataset();
    if (present === null) throw new NoData();
    const readPresent = async (): Promise<records.Graph> => {
      const graph = await wholeGraph(store);
      if (graph?.version !== present.version) throw new DataReplaced();
      return graph;
    };
    const answer = await dataDifference(earlier, present, readPresent, question);
    return { ...answer, changed: asConnection(answer.changed, question.after) };
  }

  @Query(() => [String], {
    description: 'The versions of the data that `dataDifference` can compare with, as the server was given them.',
  })
  earlierDataVersions(@Ctx() { earlier }: Context): string[] {
    return earlier.versions;
  }

  @FieldResolver(() => ChangedRecordConnection, {
    description:
      'Entities, then relations, claims and sources: what was added, removed and changed, each by id; `first` and `after` of `dataDifference` page.',
  })
  records(@Root() answer: WithPage): WithPage['changed'] {
    return answer.changed;
  }

  @FieldResolver(() => String, { description: 'SHA-256 (hexadecimal) of the data that was compared: the present one.' })
  dataVersion(@Root() answer: WithPage): string {
    return answer.to;
  }
}

@Resolver(() => ChangedRecord)
export class ChangedRecordResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The record as it is; null where it was removed.' })
  async now(
    @Root() { recordType, change, id }: ChangedRecordRecord,
    @Ctx() { loaders }: Context,
  ): Promise<records.Entity | records.Relation | records.Claim | records.Source | null> {
    if (change === 'REMOVED') return null;
    switch (recordType) {
      case 'ENTITY':
        return loaders.entity.load(id);
      case 'RELATION':
        return loaders.relation.load(id);
      case 'CLAIM':
        return loaders.claim.load(id);
      case 'SOURCE':
        return loaders.source.load(id);
    }
  }

  @FieldResolver(() => String, { nullable: true })
  removed(@Root() { removed }: ChangedRecordRecord): string | null {
    return removed === null ? null : JSON.stringify(removed);
  }
}

@Resolver(() => FieldChange)
export class FieldChangeResolver {
  @FieldResolver(() => String, { nullable: true })
  before(@Root() { before }: FieldChangeRecord): string | null {
    return before === null ? null : JSON.stringify(before);
  }

  @FieldResolver(() => String, { nullable: true })
  after(@Root() { after }: FieldChangeRecord): string | null {
    return after === null ? null : JSON.stringify(after);
  }
}
