import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Influence } from '../types/influence.js';
import { InfluenceRobustness } from '../types/influence-robustness.js';
import { Network } from '../types/network.js';
import { OversightReach, OversightSetUp } from '../types/oversight.js';
import { Paths } from '../types/paths.js';
import { SearchResult } from '../types/search.js';

const DATA_VERSION = {
  description: 'SHA-256 (hexadecimal) of the data that the answer was made from. Equal versions give equal answers.',
};

/** Answers name the data they were made from. */
@Resolver()
export class DataVersionResolver {
  @Query(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => SearchResult)
export class SearchVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => Network)
export class NetworkVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => Paths)
export class PathsVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => Influence)
export class InfluenceVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => InfluenceRobustness)
export class InfluenceRobustnessVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => OversightReach)
export class OversightReachVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}

@Resolver(() => OversightSetUp)
export class OversightSetUpVersionResolver {
  @FieldResolver(() => String, DATA_VERSION)
  dataVersion(@Ctx() context: Context): Promise<string> {
    return context.dataVersion();
  }
}
