import type { Entity, Name, NameUse } from '../model.js';
import type { Feature } from './features.js';
import { compared, comparedWords, inLatin, similarity, type ComparedName } from './name-similarity.js';
import { readyName } from './ready-name.js';

/** What a name counts by its use: acronyms are shared by many, former names are somebody else's now. */
const USE_COUNTS: Record<NameUse, number> = {
  official: 1,
  translation: 1,
  short: 0.98,
  alias: 0.98,
  former: 0.95,
  acronym: 0.92,
};
/** What a match counts where only a part of the text fits, as `DIGESSP` of `Head office (DIGESSP)`; and where two parts fit. */
const PART_COUNTS = 0.88;
const TWO_PARTS_COUNT = 0.97;
const PART_FITS = 0.9;
/** What is left where the text names a country and the candidate is in another. */
const OTHER_COUNTRY_COUNTS = 0.7;
/** What a match counts once an addition is left out: the country or an acronym in brackets out of the text, brackets out of the name. */
const WITHOUT_ADDITION_COUNTS = 0.97;

/** A name as a list has it, ready to be compared with those of candidates. */
export interface ListedName {
  whole: ComparedName;
  /** In Latin letters, where it is written in others. */
  latin: ComparedName | null;
  /** Without the acronym in brackets that it ends in; null where there is none. */
  plain: ComparedName | null;
  /** What stands within brackets and outside of them, or on both sides of a dash, slash, semicolon or comma; none where there is one part. */
  parts: ComparedName[];
  /** Ids of the countries that it names, and what is left of it without their names. */
  countries: { ids: readonly string[]; rest: ComparedName | null } | null;
}

/** One word, two capital letters or more. */
const ACRONYM_IN_BRACKETS = /\(\s*(?=[^)]*\p{Lu}[^)]*\p{Lu})[^()\s]{2,12}\s*\)\s*$/u;

/** @param countryNamed ids of the countries that words name; the longest name at a place counts */
export function listedName(text: string, countryNamed: (words: string) => readonly string[]): ListedName | null {
  const whole = compared(text);
  if (whole === null) return null;
  const parts = text
    .split(/[()[\];,]|\s[-–—/|:]\s/u)
    .flatMap((part) => compared(part) ?? [])
    // A country beside a name says where, not who.
    .filter((part) => countryNamed(part.text).length === 0);
  const isWhole = parts.length === 1 && parts[0]!.text === whole.text;
  const plain = ACRONYM_IN_BRACKETS.test(text) ? compared(text.replace(ACRONYM_IN_BRACKETS, '')) : null;
  return { whole, latin: inLatin(text), plain, parts: isWhole ? [] : parts, countries: countriesIn(whole.words, countryNamed) };
}

/** Longer names of countries than this are not looked for. */
const MOST_WORDS_OF_COUNTRY = 6;

export function countriesIn(
  words: readonly string[],
  countryNamed: (words: string) => readonly string[],
): ListedName['countries'] {
  const ids: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length;) {
    let taken = Math.min(MOST_WORDS_OF_COUNTRY, words.length - at);
    let found: readonly string[] = [];
    for (; taken > 0 && found.length === 0; taken--) found = countryNamed(words.slice(at, at + taken).join(' '));
    ids.push(...found);
    if (found.length > 0) at += taken + 1;
    else rest.push(words[at++]!);
  }
  return ids.length === 0 ? null : { ids, rest: rest.length === 0 ? null : comparedWords(rest) };
}

export interface NameScore {
  /** In [0, 1]. */
  value: number;
  /** The nearest name. */
  name: Name;
  features: Feature[];
  /** It cannot be: the text names another country, or another number, year or article. */
  contradicted: boolean;
}

export interface Whereabouts {
  /** Ids of the countries that the entity is in; none where nothing says so. */
  countries: readonly string[];
  /** It may be in others, too. */
  several: boolean;
  /** The list says that it is in one of these. */
  located: boolean;
}

/**
 * How well a listed name fits an entity: over all its names, the largest `similarity · what the name's use counts`, for the whole text,
 * for it in Latin letters, without the country that it names, or a part of it, each with what that counts.
 */
export function nameScore(listed: ListedName, entity: Entity, { countries, several, located }: Whereabouts): NameScore {
  const named = listed.countries?.ids ?? [];
  const isThere = named.some((id) => countries.includes(id));
  const agrees = isThere ? true : named.length === 0 || countries.length === 0 || several ? null : false;
  const withoutBrackets = located || agrees === true ? WITHOUT_ADDITION_COUNTS : PART_COUNTS;
  let best: { value: number; name: Name; similarity: number; edits: number; latin: boolean; part: boolean } | null = null;
  const partsThatFit = new Set<ComparedName>();

  for (const name of entity.names) {
    const { own, plain, latin } = readyName(name);
    if (own === null) continue;
    const consider = (text: ComparedName, other: ComparedName, counts: number, inLatin: boolean, part: boolean): void => {
      const { value, edits } = similarity(text, other);
      if (part && value >= PART_FITS) partsThatFit.add(text);
      const counted = value * counts * USE_COUNTS[name.use];
      if (best === null || counted > best.value) best = { value: counted, name, similarity: value, edits, latin: inLatin, part };
    };
    consider(listed.whole, own, 1, false, false);
    const rest = listed.countries?.rest;
    if (agrees === true && rest) consider(rest, own, WITHOUT_ADDITION_COUNTS, false, false);
    if (listed.plain !== null) consider(listed.plain, own, WITHOUT_ADDITION_COUNTS, false, false);
    if (plain !== null) consider(agrees === true && rest ? rest : listed.whole, plain, withoutBrackets, false, false);
    for (const part of listed.parts) consider(part, own, PART_COUNTS, false, true);
    if ((listed.latin === null) !== (latin === null)) consider(listed.latin ?? listed.whole, latin ?? own, 1, true, false);
  }
  // Every entity has a name with letters: the checks of dossiers see to it.
  const { name, similarity: like, edits, latin, part, ...found } = best!;
  const twoPartsFit = partsThatFit.size > 1;
  const fitting = twoPartsFit ? Math.max(found.value, TWO_PARTS_COUNT) : found.value;
  // Where the name is the same, the country in it is its own ("Swiss Embassy in Guatemala" is of two).
  const elsewhere = agrees === false && like < 1;
  const numbers = numbersAgree(listed.whole, readyName(name).own!);
  const value = elsewhere ? fitting * OTHER_COUNTRY_COUNTS : fitting;
  const features: Feature[] = [
    { id: 'score_of_name', value: rounded(value) },
    { id: 'similarity', value: rounded(like) },
    { id: 'edit_distance', value: edits },
    { id: 'exact_name', value: like === 1 && !part && (name.use === 'official' || name.use === 'translation') },
    { id: 'alias', value: name.use === 'alias' || name.use === 'short' || name.use === 'former' },
    { id: 'acronym', value: name.use === 'acronym' },
    { id: 'transliteration', value: latin },
    { id: 'part_of_text', value: part || twoPartsFit },
    ...(numbers === null ? [] : [{ id: 'numbers_agree', value: numbers } as const]),
    ...(agrees === null ? [] : [{ id: 'country_in_text', value: agrees } as const]),
  ];
  return { value, name, features, contradicted: elsewhere || numbers === false };
}

/** Years, numbers of decrees and standards: one law is not another because all other words agree. null where one of the two has none. */
function numbersAgree(one: ComparedName, other: ComparedName): boolean | null {
  const numbersOf = ({ words }: ComparedName): Set<string> => new Set(words.filter((word) => /\d/.test(word)));
  const [its, others] = [numbersOf(one), numbersOf(other)];
  if (its.size === 0 || others.size === 0) return null;
  const [fewer, more] = its.size <= others.size ? [its, others] : [others, its];
  return [...fewer].every((number) => more.has(number));
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
