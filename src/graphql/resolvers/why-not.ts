import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { whyNotInfluence, type WhyNotInfluence as WhyNotInfluenceRecord } from '../../domain/why-not.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { WhyNotInfluence } from '../types/why-not.js';
import { WhyNotArguments } from './influence-arguments.js';

@Resolver(() => WhyNotInfluence)
export class WhyNotResolver {
  @Query(() => WhyNotInfluence, {
    nullable: true,
    description:
      'What stops an actor from reaching the oversight of a region, with a way that is open but for that: `whyNotInfluence(actor: "psira", region: "GT")`.',
  })
  @LongCalculation(PRICE.ranking)
  whyNotInfluence(
    @Args(() => WhyNotArguments) question: WhyNotArguments,
    @Ctx() { store }: Context,
  ): Promise<WhyNotInfluenceRecord> {
    return whyNotInfluence(store, question);
  }

  @FieldResolver()
  ranked(@Root() { rank, score }: WhyNotInfluenceRecord): { rank: number; score: number } | null {
    return rank === null || score === null ? null : { rank, score };
  }
}
