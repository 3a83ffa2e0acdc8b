import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import type { Context } from '../context.js';
import { costOfPage } from '../cost.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { ClaimConnection } from '../types/connections.js';
import { Entity } from '../types/entity.js';
import { Source } from '../types/source.js';
import { PageArguments } from './arguments.js';

@Resolver(() => Source)
export class SourceResolver {
  @FieldResolver(() => Entity, { nullable: true, description: 'Who published it, where the graph has that entity.' })
  publisherEntity(@Root() source: records.Source, @Ctx() { loaders }: Context): Promise<records.Entity> | null {
    return source.publisherId === null ? null : loaders.entity.load(source.publisherId);
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: 'The source that it translates or reprints; null for an original.',
  })
  derivedFrom(@Root() source: records.Source, @Ctx() { loaders }: Context): Promise<records.Source> | null {
    return source.derivedFrom === null ? null : loaders.source.load(source.derivedFrom);
  }

  @FieldResolver(() => ClaimConnection, {
    description: 'Everything it says of the graph, claim by claim, by id.',
    complexity: costOfPage,
  })
  async claims(
    @Root() source: records.Source,
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<ConnectionValue<records.Claim>> {
    return asConnection(await loaders.claimsOf.load({ id: source.id, question: { first, after } }), after);
  }
}
