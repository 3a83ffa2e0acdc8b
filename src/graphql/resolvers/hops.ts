import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Hop as HopRecord } from '../../domain/hop.js';
import type * as records from '../../domain/model.js';
import type { Context } from '../context.js';
import { Entity } from '../types/entity.js';
import { InfluenceHop } from '../types/influence.js';
import { Hop } from '../types/paths.js';
import { HinderedHop } from '../types/why-not.js';

@Resolver(() => Hop)
export class HopResolver {
  @FieldResolver(() => Entity, {
    description: 'The entity it starts at: the source of the relation if walked forward, else its target.',
  })
  from(@Root() hop: HopRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(hop.from);
  }

  @FieldResolver(() => Entity, {
    description: 'The entity it leads to: the target of the relation if walked forward, else its source.',
  })
  to(@Root() hop: HopRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(hop.to);
  }
}

@Resolver(() => InfluenceHop)
export class InfluenceHopResolver {
  @FieldResolver(() => Entity, { description: 'Who or what the influence comes from in this hop.' })
  from(@Root() hop: HopRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(hop.from);
  }

  @FieldResolver(() => Entity, { description: 'Who or what it reaches in this hop.' })
  to(@Root() hop: HopRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(hop.to);
  }
}

@Resolver(() => HinderedHop)
export class HinderedHopResolver {
  @FieldResolver(() => Entity, {
    description: 'The entity that the way comes from in this hop, as the actor or one reached before.',
  })
  from(@Root() hop: HopRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(hop.from);
  }

  @FieldResolver(() => Entity, { description: 'The entity reached by this relation: the body, or one on the way to it.' })
  to(@Root() hop: HopRecord, @Ctx() { loaders }: Context): Promise<records.Entity> {
    return loaders.entity.load(hop.to);
  }
}
