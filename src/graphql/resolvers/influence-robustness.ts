import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { LeftOut as LeftOutRecord } from '../../domain/influence-left-out.js';
import { influenceRobustness, type Robustness } from '../../domain/influence-robustness.js';
import type * as records from '../../domain/model.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfRobustness } from '../cost.js';
import { MOST_LEAVING_OUT } from '../limits.js';
import { Entity } from '../types/entity.js';
import { InfluenceRobustness, LeftOut } from '../types/influence-robustness.js';
import { RobustnessArguments } from './influence-arguments.js';

@Resolver(() => LeftOut)
export class RobustnessResolver {
  @Query(() => InfluenceRobustness, {
    nullable: true,
    description:
      'How far a ranking of influence rests on single sources, doubtful dates and disputed relations: `influenceRobustness(region: "GT", asOf: "2021")`.',
    complexity: costOfRobustness,
  })
  @LongCalculation(PRICE.repeated)
  influenceRobustness(
    @Args(() => RobustnessArguments) question: RobustnessArguments,
    @Ctx() { store }: Context,
  ): Promise<Robustness> {
    return influenceRobustness(store, question, MOST_LEAVING_OUT);
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'Who published it, where the graph has that entity.' })
  publisherEntity(@Root() { publisherId }: LeftOutRecord, @Ctx() { loaders }: Context): Promise<records.Entity> | null {
    return publisherId === null ? null : loaders.entity.load(publisherId);
  }
}
