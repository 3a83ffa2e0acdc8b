import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import { vocabulary } from '../../domain/vocabulary.js';
import type { Context } from '../context.js';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Claim } from '../types/claim.js';
import { Entity } from '../types/entity.js';
import { Qualifier } from '../types/particulars.js';
import { Relation } from '../types/relation.js';
import { RelationType } from '../types/vocabulary.js';
import { allOrNothing } from './entity.js';

@Resolver(() => Relation)
export class RelationResolver {
  @FieldResolver(() => Entity, { description: 'Where it starts: who did it, or what is so.' })
  source(
    @Root() { source }: records.Relation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): records.Entity | Promise<records.Entity> {
    return context.nested.end(source, info) ?? context.loaders.entity.load(source);
  }

  @FieldResolver(() => Entity, { description: 'Where it points: to whom or what.' })
  target(
    @Root() { target }: records.Relation,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): records.Entity | Promise<records.Entity> {
    return context.nested.end(target, info) ?? context.loaders.entity.load(target);
  }

  @FieldResolver(() => RelationType, { description: 'What `type` means: definition, inverse, ends allowed, influence weights.' })
  vocabulary(@Root() relation: records.Relation): RelationType | undefined {
    return vocabulary.relationTypes.get(relation.type);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The role in which the source takes part, in the words of the source: `facilitator`. Null where none is stated.',
  })
  role(@Root() relation: records.Relation): string | undefined {
    return relation.qualifiers['role'];
  }

  @FieldResolver(() => [Qualifier], {
    description: 'Its details, by name: role, sector, category. They also tell parallel relations apart.',
  })
  qualifiers(@Root() relation: records.Relation): Qualifier[] {
    return Object.entries(relation.qualifiers).map(([name, value]) => ({ name, value }));
  }

  @FieldResolver(() => [Claim], {
    description: 'What sources say of it, for and against, by id.',
    complexity: costOfList(TYPICAL_LENGTH.claims),
  })
  claims(@Root() relation: records.Relation, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.claim.loadMany(relation.claimIds).then(allOrNothing);
  }
}
