import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { EventStatus } from './enums.js';
import { Attribute, Identifier, Name } from './particulars.js';
import { Dated, Node } from './node.js';

/** Fields that need a read, or the vocabulary, are in `resolvers/entity.ts`. */
@InterfaceType({
  implements: [Node, Dated],
  description:
    'An actor, instrument, event or place. Entities are linked by `relations`; everything said of one rests on `claims`. Ask `... on Event { status }` for what only one label has.',
})
export abstract class Entity {
  @Field(() => ID, {
    description:
      'Slug of the name or acronym (`icoca`), ISO code of a country (`gt`), UN M49 code of a region (`013`). `search` finds it by name.',
  })
  id!: string;

  @Field(() => String, {
    description:
      'What it is more exactly, in lower case with hyphens: `regulator`, `code-of-conduct`, `country`. `kindDefinition` says what that means.',
  })
  kind!: string;

  @Field(() => String, { description: 'Its preferred name: the official one in its own language. `names` has all of them.' })
  name!: string;

  @Field(() => [Name], { description: 'All its names: other languages, acronyms, former names, aliases.' })
  names!: Name[];

  @Field(() => [Identifier], { description: 'Its identifiers in other registers: ISO 3166, UN M49, Wikidata, a website.' })
  identifiers!: Identifier[];

  @Field(() => [Attribute], {
    description: 'What else sources say of it alone, such as a purpose, a mandate or a number of guards.',
  })
  attributes!: Attribute[];

  @Field(() => Int, { description: 'How many relations it has in all, whatever their date. A relation to itself counts once.' })
  degree!: number;
}

const ENTITY = { implements: [Node, Dated, Entity], simpleResolvers: true };

@ObjectType({
  ...ENTITY,
  description:
    'A person, body or organisation that acts in the governance of private security: ICoCA, DCAF, DIGESSP, an embassy, a state.',
})
export class Actor {}

@ObjectType({
  ...ENTITY,
  description:
    'A text that sets, recommends or describes rules for private security: the International Code of Conduct, a statute, a standard.',
})
export class Instrument {}

@ObjectType({
  ...ENTITY,
  description:
    'Something that took place or is proposed: an information session, a conference, an adoption. Each participant stands in a relation of its own to it, with its role. `start` and `end` are when it takes place.',
})
export class Event {
  @Field(() => EventStatus, { description: 'Whether it happened.' })
  status!: string;
}

/** `iso` and `m49` are in `resolvers/place.ts`. */
@ObjectType({
  ...ENTITY,
  description:
    'A city, a country or area, or a region of the UN M49 hierarchy. A place is PART_OF the one around it, up to the world.',
})
export class Place {}
