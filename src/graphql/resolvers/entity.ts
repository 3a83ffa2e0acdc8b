import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import { vocabulary } from '../../domain/vocabulary.js';
import type { Context } from '../context.js';
import { costOfList, costOfPage } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Claim } from '../types/claim.js';
import { asConnection, type ConnectionValue } from '../types/connection.js';
import { RelationConnection } from '../types/connections.js';
import { Entity, Place } from '../types/entity.js';
import { RelationCount } from '../types/relation-count.js';
import { EntityKind } from '../types/vocabulary.js';
import { RelationsOfArguments } from './arguments.js';

@Resolver(() => Entity)
export class EntityResolver {
  @FieldResolver(() => EntityKind, { description: 'What the vocabulary says of its `kind`: title, definition and label.' })
  kindDefinition(@Root() entity: records.Entity): EntityKind | undefined {
    return vocabulary.entityKinds.get(entity.kind);
  }

  @FieldResolver(() => [Claim], {
    description: 'What sources say of the entity itself: that it exists, its names, identifiers, attributes and dates.',
    complexity: costOfList(TYPICAL_LENGTH.claims),
  })
  claims(@Root() entity: records.Entity, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.claim.loadMany(entity.claimIds).then(allOrNothing);
  }

  @FieldResolver(() => [Place], {
    description:
      'The places it is tied to (seat, jurisdiction, field of operation, venue), with every place around these, up to the world.',
    complexity: costOfList(TYPICAL_LENGTH.places),
  })
  within(@Root() entity: records.Entity, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.entity.loadMany(entity.within).then(allOrNothing);
  }

  @FieldResolver(() => [RelationCount], {
    description: 'How many relations of each type it has, each way: what `relations` would give, counted without being read.',
    complexity: costOfList(TYPICAL_LENGTH.types),
  })
  async relationCounts(@Root() entity: records.Entity, @Ctx() { loaders }: Context): Promise<RelationCount[]> {
    const { outgoing, incoming } = await loaders.relationCounts.load(entity.id);
    return [
      ...outgoing.map((counted) => ({ ...counted, direction: 'OUT' as const })),
      ...incoming.map((counted) => ({ ...counted, direction: 'IN' as const })),
    ];
  }

  @FieldResolver(() => RelationConnection, {
    description:
      'Its relations, oldest first (unknown beginnings come first). Example: `relations(direction: OUT, types: [MEMBER_OF], asOf: "2021")`.',
    complexity: costOfPage,
  })
  relations(
    @Root() entity: records.Entity,
    @Args(() => RelationsOfArguments) question: RelationsOfArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): ConnectionValue<records.Relation> | Promise<ConnectionValue<records.Relation>> {
    const read = context.nested.page(entity, info);
    if (read) return asConnection(read, question.after);
    return context.loaders.relationsOf.load({ id: entity.id, question }).then((page) => asConnection(page, question.after));
  }
}

/** A list is whole or it is an error: a missing entry would pass unseen. */
export function allOrNothing<T>(loaded: (T | Error)[]): T[] {
  for (const entry of loaded) if (entry instanceof Error) throw entry;
  return loaded as T[];
}
