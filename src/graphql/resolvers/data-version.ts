import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Influence } from '../types/influence.js';
import { InfluenceChange } from '../types/influence-change.js';
import { InfluenceRobustness } from '../types/influence-robustness.js';
import { Network } from '../types/network.js';
import { OversightReach, OversightSetUp } from '../types/oversight.js';
import { Paths } from '../types/paths.js';
import { SearchResult } from '../types/search.js';
import { WhyNotInfluence } from '../types/why-not.js';

const DATA_VERSION = {
  description: 'SHA-256 (hexadecimal) of the data that the answer was made from. Equal versions give equal answers.',
};

@Resolver()
export class DataVersionResolver {
  @Query(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

/** Answers name the data they were made from. */
const ANSWERS = [
  SearchResult,
  Network,
  Paths,
  Influence,
  InfluenceRobustness,
  InfluenceChange,
  WhyNotInfluence,
  OversightReach,
  OversightSetUp,
];

/** One resolver for the `dataVersion` of each answer. */
export const ANSWER_VERSION_RESOLVERS = ANSWERS.map((answer) => {
  @Resolver(() => answer)
  class AnswerVersionResolver {
    @FieldResolver(() => String, DATA_VERSION)
    dataVersion(@Ctx() context: Context): Promise<string> {
      return context.dataVersion();
    }
  }
  return AnswerVersionResolver;
});
