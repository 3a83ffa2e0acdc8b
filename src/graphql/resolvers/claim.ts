import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import type { Context } from '../context.js';
import { Claim } from '../types/claim.js';
import { Node } from '../types/node.js';
import { Source } from '../types/source.js';

@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => Source, { description: 'The text that says it, with its publisher, date and address.' })
  source(@Root() claim: records.Claim, @Ctx() { loaders }: Context): Promise<records.Source> {
    return loaders.source.load(claim.source);
  }

  @FieldResolver(() => Node, {
    description:
      'What it is about, an entity or a relation: `subject { __typename ... on Entity { name } ... on Relation { type } }`.',
  })
  subject(@Root() claim: records.Claim, @Ctx() { loaders }: Context): Promise<records.Entity | records.Relation> {
    return claim.subjectType === 'ENTITY' ? loaders.entity.load(claim.subject) : loaders.relation.load(claim.subject);
  }
}
