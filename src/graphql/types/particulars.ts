import { Field, Float, Int, ObjectType } from 'type-graphql';
import { NameUse } from './enums.js';

/** What an entity says of itself. The claims each rests on are in `resolvers/particulars.ts`. */

@ObjectType({ simpleResolvers: true, description: 'A name of an entity, with its language and the time it was in use.' })
export class Name {
  @Field(() => String, { description: 'The name as written: `Dirección General de Servicios de Seguridad Privada`.' })
  text!: string;

  @Field(() => String, { description: 'BCP 47 language: `es`, `en`, `fr`; `und` where it belongs to none, as acronyms do.' })
  language!: string;

  @Field(() => String, { description: 'ISO 15924 script: `Latn`, `Cyrl`, `Arab`.' })
  script!: string;

  @Field(() => NameUse, {
    description:
      'Whether the entity goes by it officially, or it is short, an acronym, a translation, a former name or an alias.',
  })
  use!: string;

  @Field(() => String, {
    nullable: true,
    description: 'EDTF interval in which it was in use: `../2015`. Null where no source says.',
  })
  period!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What another register calls the entity.' })
export class Identifier {
  @Field(() => String, { description: 'The register: `iso3166-1-alpha-2`, `iso3166-1-alpha-3`, `m49`, `wikidata`, `website`.' })
  scheme!: string;

  @Field(() => String, { description: 'The identifier in it: `GT`, `GTM`, `320`.' })
  value!: string;
}

/** `label`, `definition`, `number` and `value` are in `resolvers/particulars.ts`. */
@ObjectType({
  simpleResolvers: true,
  description: 'One thing that sources say of an entity alone, with its date where they give one.',
})
export class Attribute {
  @Field(() => String, { description: 'Which attribute, in lower case with hyphens: `mandate`, `guards`.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the number counts: `persons`, `companies`. Null for texts.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'EDTF date at which it was so: `2019`. Null where none is stated.' })
  date!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The days between which something began and ended, computed from what the sources write. ISO days; null: no bound is known.',
})
export class Bounds {
  @Field(() => String, { nullable: true, description: 'First day on which it can have begun: for `2021-06` it is `2021-06-01`.' })
  earliestStart!: string | null;

  @Field(() => String, { nullable: true, description: 'Last day on which it can have begun: for `2021-06` it is `2021-06-30`.' })
  latestStart!: string | null;

  @Field(() => String, { nullable: true, description: 'First day on which it can have ended; it certainly held until then.' })
  earliestEnd!: string | null;

  @Field(() => String, { nullable: true, description: 'Last day on which it can have ended.' })
  latestEnd!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A detail of a relation: a role, sector, category, office or standard.' })
export class Qualifier {
  @Field(() => String, { description: 'Which detail: `role`, `sector`, `category`, `office`, `occurrence`.' })
  name!: string;

  @Field(() => String, { description: 'The detail: `CSO Member`, `private security`.' })
  value!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What the claims of a relation come to. Sources of one publisher, and translations and reprints with their original, count once.',
})
export class Evidence {
  @Field(() => Int, { description: 'How many independent sources support it.' })
  supporting!: number;

  @Field(() => Int, { description: 'How many independent sources dispute it.' })
  disputing!: number;

  @Field(() => Float, {
    description:
      'How much the evidence carries, above 0 up to 1: one explicit source 0.8, two independent ones 0.96, less where a source disputes it. Influence weights are multiplied by it.',
  })
  strength!: number;
}
