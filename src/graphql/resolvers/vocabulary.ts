import { Arg, Query, Resolver } from 'type-graphql';
import { vocabulary } from '../../domain/vocabulary.js';
import { costOfList } from '../cost.js';
import { TYPICAL_LENGTH } from '../limits.js';
import { EntityLabel } from '../types/enums.js';
import { EntityKind, RelationType } from '../types/vocabulary.js';

@Resolver()
export class VocabularyResolver {
  @Query(() => [RelationType], {
    description: 'Every type of relation with its definition, the ends it may link and how influence flows over it, by name.',
    complexity: costOfList(TYPICAL_LENGTH.vocabulary),
  })
  relationTypes(): RelationType[] {
    return [...vocabulary.relationTypes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  @Query(() => [EntityKind], {
    description: 'Every kind of entity with its definition, by label and name. Arguments called `kinds` take their names.',
    complexity: costOfList(TYPICAL_LENGTH.vocabulary),
  })
  entityKinds(
    @Arg('label', () => EntityLabel, { nullable: true, description: 'Only kinds of this label. Without it: all.' })
    label?: string | null,
  ): EntityKind[] {
    return [...vocabulary.entityKinds.values()]
      .filter((kind) => !label || kind.label === label)
      .sort((a, b) => (`${a.label} ${a.name}` < `${b.label} ${b.name}` ? -1 : 1));
  }
}
