import { Field, ID, ObjectType } from 'type-graphql';
import { Derivation } from './enums.js';
import { Node } from './node.js';

/** `publisherEntity`, `derivedFrom` and `claims` are in `resolvers/source.ts`. */
@ObjectType({
  implements: [Node],
  simpleResolvers: true,
  description: 'A text that claims rest on: a news page, law, report, register or dataset, with where and when it was published.',
})
export class Source {
  @Field(() => ID, {
    description: 'Slug, usually of publisher, date and subject: `icoca-2021-06-25-digessp`. `sources(text: "…")` finds it.',
  })
  id!: string;

  @Field(() => String, { description: 'Its title, in its own language.' })
  title!: string;

  @Field(() => String, { description: 'Who published it, by name. `publisherEntity` is that entity where the graph has it.' })
  publisher!: string;

  @Field(() => String, {
    nullable: true,
    description: 'When it was published, in EDTF: `2021-06-25`. Null where it bears no date.',
  })
  published!: string | null;

  @Field(() => String, { description: 'Its address on the web.' })
  url!: string;

  @Field(() => String, { description: 'BCP 47 language of the text: `en`, `es`.' })
  language!: string;

  @Field(() => String, { description: 'What sort of text: `news`, `law`, `report`, `web-page`, `dataset`, `register`.' })
  kind!: string;

  @Field(() => String, { description: 'The ISO day on which it was last read: `2026-11-24`.' })
  retrieved!: string;

  @Field(() => Derivation, { nullable: true, description: 'How it comes from `derivedFrom`; null for an original.' })
  derivation!: string | null;
}
