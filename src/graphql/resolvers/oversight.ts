import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { oversightReach, type OversightReach as OversightReachRecord } from '../../domain/oversight-reach.js';
import {
  oversightSetUp,
  type OversightSetUp as OversightSetUpRecord,
  type SetUp as SetUpRecord,
  type SetUpOrder as SetUpOrderValue,
} from '../../domain/oversight-set-up.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { SetUpOrder } from '../types/enums.js';
import { OversightReach, OversightSetUp, SetUp } from '../types/oversight.js';
import { OversightReachArguments, OversightSetUpArguments } from './arguments.js';

/** Questions about the oversight bodies of a region all together. */
@Resolver(() => OversightSetUp)
export class OversightResolver {
  @Query(() => OversightReach, {
    nullable: true,
    description:
      'Which oversight bodies of a region no international actor reaches: `oversightReach(region: "019", maxSteps: 2)`.',
  })
  @LongCalculation(PRICE.long)
  oversightReach(
    @Args(() => OversightReachArguments) question: OversightReachArguments,
    @Ctx() { store }: Context,
  ): Promise<OversightReachRecord> {
    return oversightReach(store, question);
  }

  @Query(() => OversightSetUp, {
    nullable: true,
    description:
      'Which oversight bodies were set up after their state had joined an instrument: `oversightSetUp(instrument: "montreux-document")`.',
  })
  @LongCalculation(PRICE.short)
  oversightSetUp(
    @Args(() => OversightSetUpArguments) question: OversightSetUpArguments,
    @Ctx() { store }: Context,
  ): Promise<OversightSetUpRecord> {
    return oversightSetUp(store, question);
  }

  @FieldResolver(() => [SetUp], {
    description: 'The bodies of states that joined, by id; of one order, or all.',
    complexity: costOfList(TYPICAL_LENGTH.bodies),
  })
  setUps(
    @Root() { setUps }: OversightSetUpRecord,
    @Arg('order', () => SetUpOrder, {
      nullable: true,
      description: 'Only bodies in this order to the accession. Without it: all.',
    })
    order?: SetUpOrderValue | null,
  ): SetUpRecord[] {
    return order ? setUps.filter((setUp) => setUp.order === order) : setUps;
  }
}
