import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type * as records from '../../domain/model.js';
import { vocabulary } from '../../domain/vocabulary.js';
import type { Context } from '../context.js';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { Claim } from '../types/claim.js';
import { Attribute, Identifier, Name } from '../types/particulars.js';
import { allOrNothing } from './entity.js';

const CLAIMS = {
  description: 'The passages of sources that it rests on, each restated in a sentence, with where it is found.',
  complexity: costOfList(TYPICAL_LENGTH.claims),
};

interface Claimed {
  claimIds: string[];
}

@Resolver(() => Name)
export class NameResolver {
  @FieldResolver(() => [Claim], CLAIMS)
  claims(@Root() name: Claimed, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.claim.loadMany(name.claimIds).then(allOrNothing);
  }
}

@Resolver(() => Identifier)
export class IdentifierResolver {
  @FieldResolver(() => [Claim], CLAIMS)
  claims(@Root() identifier: Claimed, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.claim.loadMany(identifier.claimIds).then(allOrNothing);
  }
}

@Resolver(() => Attribute)
export class AttributeResolver {
  @FieldResolver(() => String, { description: 'How people read the attribute: `Licensed personnel`.' })
  label(@Root() attribute: records.Attribute): string {
    return vocabulary.attributes.get(attribute.name)?.label ?? attribute.name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What such values state, and how they are counted, by the vocabulary: for `guards`, whom the number includes.',
  })
  definition(@Root() attribute: records.Attribute): string | undefined {
    return vocabulary.attributes.get(attribute.name)?.definition;
  }

  @FieldResolver(() => String, { description: 'The value as text: a sentence, or a number in figures.' })
  value(@Root() attribute: records.Attribute): string {
    return String(attribute.value);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The value where it is a number, counted in `unit`; null for texts.',
  })
  number(@Root() attribute: records.Attribute): number | null {
    return typeof attribute.value === 'number' ? attribute.value : null;
  }

  @FieldResolver(() => [Claim], CLAIMS)
  claims(@Root() attribute: Claimed, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.claim.loadMany(attribute.claimIds).then(allOrNothing);
  }
}
