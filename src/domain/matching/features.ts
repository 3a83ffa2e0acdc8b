/** What a score is made of, as it is shown beside it: what each part says and the values it takes. */
export const FEATURES = {
  score_of_name: 'How well the name fits, 0 to 1: the similarity to the nearest name, times what that kind of name counts.',
  similarity:
    'How like the name and the nearest name of the candidate are, 0 to 1; 1 is the same but for case, accents and punctuation.',
  edit_distance: 'Letters to add, leave out or replace to make the name the nearest name of the candidate.',
  exact_name: 'True where it is an official name of the candidate, or one in another language.',
  alias: 'True where the nearest name is an alias, a short name or a former one.',
  acronym: 'True where the nearest name is an acronym. Acronyms are shared by many, so they count 0.92.',
  transliteration: 'True where the two are compared in Latin letters, because they are written in different scripts.',
  part_of_text: 'True where only a part of the text fits, the one in brackets, say; it counts 0.88, or 0.97 where two parts fit.',
  identifier_as_name: 'True where the text is the id of the candidate, or an identifier of it.',
  numbers_agree:
    'Whether the numbers in the two agree: years, articles, standards. Where they do not it is no match; left out where one has none.',
  country_in_text:
    'Whether the candidate is in the country that the text names; left out where it names none, or the sources do not say: those of an international body leave others open.',
  type: 'Whether the candidate is of the type asked for; only where the type is a wish (`type_strict: "should"`).',
  degree: 'Relations of the candidate in the graph. No part of the score: among equals the better connected comes first.',
} as const;

/** One for each property asked for: 1 agrees, 0 does not, left out where the graph says nothing. */
export const PROPERTY_FEATURE = 'property_';

export type FeatureId = keyof typeof FEATURES | `${typeof PROPERTY_FEATURE}${string}`;

export interface Feature {
  id: FeatureId;
  value: number | boolean;
}
