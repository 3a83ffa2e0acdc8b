import { Field, ID, ObjectType } from 'type-graphql';
import { Certainty, Stance } from './enums.js';
import { Node } from './node.js';

/** `source` and `subject` are in `resolvers/claim.ts`. */
@ObjectType({
  implements: [Node],
  simpleResolvers: true,
  description:
    'What one passage of one source says of one thing, in our own words. The passage itself stays with its publisher; whoever holds the text can check `digest`.',
})
export class Claim {
  @Field(() => ID, {
    description: 'The id of its source, a dot and ten hexadecimal digits of its content: `icoca-2021-06-25-digessp.0a1b2c3d4e`.',
  })
  id!: string;

  @Field(() => String, { description: 'Our own one-sentence statement of what the source says.' })
  statement!: string;

  @Field(() => Stance, { description: 'Whether the source says that it is so or that it is not.' })
  stance!: string;

  @Field(() => Certainty, { description: 'How certain the source is of it.' })
  certainty!: string;

  @Field(() => String, { description: 'Where in the source: `paragraph 1, sentence 2`, `article 5`.' })
  locator!: string;

  @Field(() => String, {
    description:
      'SHA-256 (hexadecimal) of the cited passage with white space normalised; `custodes digest` makes it from the text.',
  })
  digest!: string;

  @Field(() => String, {
    description: 'What of the subject it is about: `existence`, `relation`, `name`, `identifier`, `attribute` or `time`.',
  })
  aspect!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The beginning that this source gives, in EDTF as written; null where it gives none.',
  })
  start!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The end that this source gives, in EDTF as written; null where it gives none.',
  })
  end!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A date (EDTF) at which, by this source, it held; null where it gives none.',
  })
  attested!: string | null;

  @Field(() => String, { description: 'The ISO day on which the passage was read: `2026-11-24`.' })
  retrieved!: string;

  @Field(() => String, { description: 'The person or program that entered the claim into its dossier.' })
  recordedBy!: string;

  @Field(() => String, { description: 'The ISO day on which the claim was entered.' })
  recorded!: string;
}
