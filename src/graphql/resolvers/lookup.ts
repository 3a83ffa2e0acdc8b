import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { actorById, claimById, entityById, nodeById, relationById, sourceById } from '../../domain/lookup.js';
import type * as records from '../../domain/model.js';
import type { Context } from '../context.js';
import { Claim } from '../types/claim.js';
import { Actor, Entity } from '../types/entity.js';
import { Node } from '../types/node.js';
import { Relation } from '../types/relation.js';
import { Source } from '../types/source.js';

@Resolver()
export class LookupResolver {
  @Query(() => Entity, {
    nullable: true,
    description: 'The entity with this id. An unknown id is an error UNKNOWN_ID that suggests the nearest.',
  })
  entity(
    @Arg('id', () => ID, { description: 'Its id: `digessp`, `gt`. `search` finds it by name.' }) id: string,
    @Ctx() { store, nested }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<records.Entity> {
    return nested.read([id], info).then((read) => read?.get(id) ?? entityById(store, id));
  }

  @Query(() => Actor, {
    nullable: true,
    description: 'The actor with this id. An id of something else, or of nothing, is an error UNKNOWN_ID.',
  })
  async actor(
    @Arg('id', () => ID, { description: 'Its id: `icoca`. `search` finds it by name.' }) id: string,
    @Ctx() { store, nested }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<records.Entity> {
    const read = (await nested.read([id], info))?.get(id);
    return read?.label === 'Actor' ? read : actorById(store, id);
  }

  @Query(() => Node, { nullable: true, description: 'Whatever has this id (Relay); null where nothing has.' })
  node(
    @Arg('id', () => ID, { description: 'Id of an entity, relation, claim or source.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<records.Entity | records.Relation | records.Claim | records.Source | null> {
    return nodeById(store, id);
  }

  @Query(() => Relation, {
    nullable: true,
    description: 'The relation with this id. An unknown id is an error UNKNOWN_ID that suggests those between the same two ends.',
  })
  relation(
    @Arg('id', () => ID, { description: 'Its id, `source.type.target`: `dcaf.partnered-with.icoca`.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<records.Relation> {
    return relationById(store, id);
  }

  @Query(() => Claim, {
    nullable: true,
    description: 'The claim with this id. An unknown id is an error UNKNOWN_ID that suggests the nearest.',
  })
  claim(
    @Arg('id', () => ID, { description: 'Its id: the id of its source, a dot and ten hexadecimal digits.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<records.Claim> {
    return claimById(store, id);
  }

  @Query(() => Source, {
    nullable: true,
    description: 'The source with this id. An unknown id is an error UNKNOWN_ID that suggests the nearest.',
  })
  source(
    @Arg('id', () => ID, { description: 'Its id: `icoca-2021-06-25-digessp`. `sources` lists them.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<records.Source> {
    return sourceById(store, id);
  }
}
