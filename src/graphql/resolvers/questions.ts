import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { influence, type Influence as InfluenceRecord, type Influencer as InfluencerRecord } from '../../domain/influence.js';
import { checkedKinds } from '../../domain/lookup.js';
import { network, type Network as NetworkRecord } from '../../domain/network.js';
import { findPaths, type Paths as PathsRecord } from '../../domain/paths.js';
import { search, type SearchHit as SearchHitRecord } from '../../domain/search.js';
import { LongCalculation, PRICE } from '../calculations.js';
import type { Context } from '../context.js';
import { costOfInfluence, costOfNetwork, costOfPage } from '../cost.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { InfluencerConnection } from '../types/connections.js';
import { Influence } from '../types/influence.js';
import { Network } from '../types/network.js';
import { Paths } from '../types/paths.js';
import { SearchResult } from '../types/search.js';
import { NetworkArguments, PathsArguments, SearchArguments } from './arguments.js';
import { InfluenceArguments } from './influence-arguments.js';

/** The four questions that span the graph. */
@Resolver(() => Influence)
export class QuestionsResolver {
  @Query(() => SearchResult, {
    nullable: true,
    description:
      'Entities by name, alias or acronym in any language, best first: accents and case do not count, misspellings are forgiven.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.short)
  async search(
    @Args(() => SearchArguments) { text, kinds, first }: SearchArguments,
    @Ctx() { store }: Context,
  ): Promise<{ hits: SearchHitRecord[] }> {
    return { hits: await search(store, { text, kinds: checkedKinds(kinds), first }) };
  }

  @Query(() => Network, {
    nullable: true,
    description:
      'The neighbourhood of some entities, ready for a graph view: `network(centers: ["icoca"], depth: 2, limit: 100)`.',
    complexity: costOfNetwork,
  })
  async network(
    @Args(() => NetworkArguments) question: NetworkArguments,
    @Ctx() { store, nested }: Context,
  ): Promise<NetworkRecord> {
    const shown = await network(store, question);
    nested.keepWhole(shown.nodes.map(({ entity }) => entity));
    return shown;
  }

  @Query(() => Paths, {
    nullable: true,
    description:
      'What connects two entities, shortest first; relations are walked both ways: `paths(from: "swiss-embassy-guatemala", to: "digessp")`.',
    complexity: costOfPage,
  })
  @LongCalculation(PRICE.short)
  paths(@Args(() => PathsArguments) question: PathsArguments, @Ctx() { store }: Context): Promise<PathsRecord> {
    return findPaths(store, question);
  }

  @Query(() => Influence, {
    nullable: true,
    description:
      'Who influences the oversight of private security in a region, ranked, each with the ways in which: `influence(region: "GT")`.',
    complexity: costOfInfluence,
  })
  @LongCalculation(PRICE.ranking)
  async influence(
    @Args(() => InfluenceArguments) question: InfluenceArguments,
    @Ctx() { store }: Context,
  ): Promise<Omit<InfluenceRecord, 'influencers'> & { influencers: ConnectionValue<InfluencerRecord> }> {
    const answer = await influence(store, question);
    return { ...answer, influencers: asConnection(answer.influencers, question.after) };
  }

  @FieldResolver(() => InfluencerConnection, {
    description: 'The influencers, largest score first; `first` and `after` of `influence` page through them.',
  })
  influencers(@Root() answer: { influencers: ConnectionValue<InfluencerRecord> }): ConnectionValue<InfluencerRecord> {
    return answer.influencers;
  }
}
