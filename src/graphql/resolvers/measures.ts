import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import {
  interlocks,
  MOST_PAIRS,
  type Interlock as InterlockRecord,
  type Interlocks as InterlocksRecord,
  type Witness as WitnessRecord,
} from '../../measures/interlocks.js';
import { MOST_WORK } from '../../measures/limits.js';
import { measures, type MeasureRow as MeasureRowRecord, type Measures as MeasuresRecord } from '../../measures/measures.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfList, costOfPage } from '../cost.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { InterlockConnection, MeasureRowConnection } from '../types/connections.js';
import { Actor, Entity } from '../types/entity.js';
import { Interlock, Interlocks, MeasureRow, Measures, Witness } from '../types/measures.js';
import { InterlocksArguments, MeasuresArguments } from './measures-arguments.js';

const DATA_VERSION = { description: 'SHA-256 (hexadecimal) of the data that was measured. Equal versions give equal values.' };

type WithRows = Omit<MeasuresRecord, 'rows'> & { rows: ConnectionValue<MeasureRowRecord> };
type WithPairs = Omit<InterlocksRecord, 'interlocks'> & { interlocks: ConnectionValue<InterlockRecord> };

@Resolver(() => Measures)
export class MeasuresResolver {
  @Query(() => Measures, {
    nullable: true,
    description:
      'A network measure of each entity, of the whole graph or a part: `measures(measure: BETWEENNESS, within: "013", first: 10)`.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.long)
  async measures(@Args(() => MeasuresArguments) question: MeasuresArguments, @Ctx() context: Context): Promise<WithRows> {
    await context.dataVersion();
    const answer = await measures(context.store, question, MOST_WORK);
    return { ...answer, rows: asConnection(answer.rows, question.after) };
  }

  @FieldResolver(() => MeasureRowConnection, {
    description:
      'The entities, largest value first; communities by number, largest first. `first` and `after` of `measures` page.',
  })
  rows(@Root() answer: WithRows): WithRows['rows'] {
    return answer.rows;
  }

  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Root() answer: WithRows): string {
    return answer.dataVersion;
  }
}

@Resolver(() => MeasureRow)
export class MeasureRowResolver {
  @FieldResolver(() => Entity, { description: 'Whom or what the value is about.' })
  entity(@Root() { entityId }: MeasureRowRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(entityId);
  }
}

@Resolver(() => Interlocks)
export class InterlocksResolver {
  @Query(() => Interlocks, {
    nullable: true,
    description:
      'Actors that share two or more memberships or events, with what they share: `interlocks(within: "019", minShared: 3)`.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.short)
  async interlocks(@Args(() => InterlocksArguments) question: InterlocksArguments, @Ctx() context: Context): Promise<WithPairs> {
    await context.dataVersion();
    const answer = await interlocks(context.store, question, MOST_PAIRS);
    return { ...answer, interlocks: asConnection(answer.interlocks, question.after) };
  }

  @FieldResolver(() => InterlockConnection, { description: 'The pairs that share most first; `first` and `after` page.' })
  pairs(@Root() answer: WithPairs): WithPairs['interlocks'] {
    return answer.interlocks;
  }

  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Root() answer: WithPairs): string {
    return answer.dataVersion;
  }
}

@Resolver(() => Interlock)
export class InterlockResolver {
  @FieldResolver(() => [Actor], { description: 'The two of the pair, in the order of their ids.', complexity: costOfList(2) })
  actors(@Root() { pair }: InterlockRecord, @Ctx() { loaders }: Context): Promise<records.Entity[]> {
    return Promise.all(pair.map((id) => loaders.entity.load(id)));
  }
}

@Resolver(() => Witness)
export class WitnessResolver {
  @FieldResolver(() => Entity, { description: 'The organisation that both are members of, or the event.' })
  shared(@Root() { sharedId }: WitnessRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(sharedId);
  }
}
