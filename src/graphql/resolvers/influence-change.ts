import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  influenceChange,
  type ActorChange as ActorChangeRecord,
  type InfluenceChange as InfluenceChangeRecord,
} from '../../domain/influence-change.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfPage } from '../cost.js';
import { MOST_LEAVING_OUT } from '../limits.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { ActorChangeConnection } from '../types/connections.js';
import { InfluenceChange } from '../types/influence-change.js';
import { InfluenceChangeArguments } from './influence-arguments.js';

type WithPage = Omit<InfluenceChangeRecord, 'changes'> & { changes: ConnectionValue<ActorChangeRecord> };

@Resolver(() => InfluenceChange)
export class InfluenceChangeResolver {
  @Query(() => InfluenceChange, {
    nullable: true,
    description:
      'What changed in a ranking of influence between two dates, and which relations account for it: `influenceChange(region: "GT", from: "2015", to: "2021")`.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.repeated)
  async influenceChange(
    @Args(() => InfluenceChangeArguments) question: InfluenceChangeArguments,
    @Ctx() { store }: Context,
  ): Promise<WithPage> {
    const answer = await influenceChange(store, question, MOST_LEAVING_OUT);
    return { ...answer, changes: asConnection(answer.changes, question.after) };
  }

  @FieldResolver(() => ActorChangeConnection, {
    description: 'Whoever changed, the largest change of score first; `first` and `after` of `influenceChange` page.',
  })
  changes(@Root() answer: WithPage): WithPage['changes'] {
    return answer.changes;
  }
}
