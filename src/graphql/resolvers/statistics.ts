import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import { coverage, type SubRegionCoverage as SubRegionCoverageRecord } from '../../domain/coverage.js';
import { statistics, type Statistics as StatisticsRecord } from '../../domain/statistics.js';
import type { Context } from '../context.js';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Place } from '../types/entity.js';
import { Source } from '../types/source.js';
import { PlaceCount, SourceCount, Statistics, SubRegionCoverage } from '../types/statistics.js';

@Resolver(() => PlaceCount)
export class PlaceCountResolver {
  @FieldResolver(() => Place, { description: 'The country or region counted.' })
  place(@Root() { place }: { place: string }, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(place);
  }
}

@Resolver(() => SourceCount)
export class SourceCountResolver {
  @FieldResolver(() => Source, { description: 'The source that the claims rest on.' })
  source(@Root() { source }: { source: string }, @Ctx() { loaders }: Context): Promise<records.Source> {
    return loaders.source.load(source);
  }
}

@Resolver(() => Statistics)
export class StatisticsResolver {
  @Query(() => Statistics, {
    nullable: true,
    description: 'What the graph holds: entities by kind and region, relations by type, claims by source.',
    complexity: costOfList(TYPICAL_LENGTH.vocabulary),
  })
  statistics(@Ctx() { store }: Context): Promise<StatisticsRecord> {
    return statistics(store);
  }

  @FieldResolver(() => [SubRegionCoverage], {
    description: 'The sub-regions of UN M49 that hold countries, by id, with the countries that have an oversight body.',
    complexity: costOfList(TYPICAL_LENGTH.vocabulary),
  })
  coverage(@Ctx() { store }: Context): Promise<SubRegionCoverageRecord[]> {
    return coverage(store);
  }
}
