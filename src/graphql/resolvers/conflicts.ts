import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { conflicts, type Conflict, type ConflictKind as ConflictKindValue } from '../../domain/conflicts.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfPage } from '../cost.js';
import { MOST_LOOKED_AT } from '../limits.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { ConflictConnection } from '../types/connections.js';
import { ConflictKind } from '../types/enums.js';
import { PageArguments, WITHIN } from './arguments.js';

@ArgsType()
class ConflictsArguments extends PageArguments {
  @Field(() => [ConflictKind], { nullable: true, description: 'Only conflicts of these sorts: `[DATES]`. Without it: all.' })
  kinds?: ConflictKindValue[] | null;

  @Field(() => String, { nullable: true, description: `${WITHIN} One end of a relation is enough.` })
  within?: string | null;
}

@Resolver()
export class ConflictsResolver {
  @Query(() => ConflictConnection, {
    nullable: true,
    description:
      'Where sources disagree: relations that one supports and another disputes, dates that exclude each other, different figures: `conflicts(within: "GT", kinds: [DATES])`.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.long)
  async conflicts(
    @Args(() => ConflictsArguments) question: ConflictsArguments,
    @Ctx() { store }: Context,
  ): Promise<ConnectionValue<Conflict>> {
    return asConnection(await conflicts(store, question, MOST_LOOKED_AT), question.after);
  }
}
