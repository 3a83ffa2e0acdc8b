import type { GraphStore } from '../../store/port.js';
import { foldedWords } from '../folding.js';
import { givingWay } from '../long-calculation.js';
import type { Entity, EntityLabel, Name } from '../model.js';
import { byId } from '../order.js';
import { candidatesNamed } from '../search.js';
import { countriesByName, type CountriesByName } from './countries-by-name.js';
import { PROPERTY_FEATURE, type Feature } from './features.js';
import { countriesIn, listedName, nameScore, rounded, type ListedName, type Whereabouts } from './name-score.js';
import { compared, isFunctionWord } from './name-similarity.js';
import { agreementOf, isIdentifying, isOfSeveralCountries, type Property } from './properties.js';

/** One line of a list, to be matched with an entity of the graph. */
export interface MatchQuestion {
  /** The name as the list has it; null: only the properties are asked for. */
  text: string | null;
  /** Of these labels or kinds, an entity is of either; null: of any. */
  types: { labels: readonly EntityLabel[]; kinds: readonly string[] } | null;
  /** Whether others than these are left out, or only count less. */
  strict: boolean;
  properties: readonly { property: Property; values: readonly string[] }[];
  /** Most candidates. */
  limit: number;
}

export interface Candidate {
  entity: Entity;
  /** 0 to 100. */
  score: number;
  /** Whether it is taken to be the one meant; of one candidate at the most. */
  match: boolean;
  /** The name that fits best; null where no name was asked for. */
  name: Name | null;
  features: Feature[];
}

/**
 * A score from which a candidate is taken to be meant, if its name alone reaches it (a country that agrees makes no name agree), the
 * next one is at least `MATCH_LEAD` behind, and nothing speaks against it.
 */
export const MATCH_SCORE = 92;
export const MATCH_LEAD = 5;

/** A score of who carries the identifier asked for, whatever the name: at least this. */
const IDENTIFIED = 95;
/** What the id or an identifier counts where it is given for a name; codes of two or three letters are acronyms of others, too. */
const IDENTIFIER_COUNTS = { code: 0.92, other: 1 };
const CODE = /^\w{2,3}$/;
const TYPE_COUNTS = 0.5;

/** How many candidates are read for a name. */
const MOST_CANDIDATES = 300;
/** Below this a candidate is not worth a look. */
const LEAST_SCORE = 25;
/** Names that are looked up at one time. */
const AT_ONCE = 4;

/**
 * Who is meant by each line of a list: candidates by score, then by degree, then by id, the same on every engine. Each line is answered
 * by itself. The score is `100 · (name + Σ counts · agreement) / (1 + Σ counts)` over the properties of which the graph
 * says something, at least 95 where an identifier agrees; docs/matching.md explains it.
 * @param countries those of the store, where they are read already
 */
export async function matchNames(
  store: GraphStore,
  questions: readonly MatchQuestion[],
  countries?: CountriesByName,
): Promise<Candidate[][]> {
  const known = countries ?? (await countriesByName(store));
  const answers: Candidate[][] = [];
  const giveWay = givingWay();
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    answers.push(...(await Promise.all(questions.slice(at, at + AT_ONCE).map((question) => matchOne(store, question, known)))));
    await giveWay();
  }
  return answers;
}

async function matchOne(store: GraphStore, question: MatchQuestion, countries: CountriesByName): Promise<Candidate[]> {
  const listed = question.text === null ? null : listedName(question.text, countries.named);
  const found = await candidatesOf(store, question, listed, countries);
  const ranked = found
    .map((entity) => scored(entity, question, listed, countries))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || b.entity.degree - a.entity.degree || byId(a.entity, b.entity));
  const [first, second] = ranked;
  const decided =
    first !== undefined && first.fits && first.score >= MATCH_SCORE && first.score - (second?.score ?? 0) >= MATCH_LEAD;
  return ranked.slice(0, question.limit).map(({ fits: _, ...candidate }, i) => ({ ...candidate, match: i === 0 && decided }));
}

/** Those with a word of the name, those with its text or a value given as identifier or id, and without a name those in the country. */
async function candidatesOf(
  store: GraphStore,
  { text, types, strict, properties }: MatchQuestion,
  listed: ListedName | null,
  countries: CountriesByName,
): Promise<Entity[]> {
  const wanted = ({ label, kind }: Entity): boolean =>
    !strict || types === null || types.labels.includes(label) || types.kinds.includes(kind);
  // A label and kinds of another one cannot be asked of the store in one question.
  const chosen =
    strict && types !== null
      ? types.kinds.length === 0
        ? { labels: types.labels }
        : types.labels.length === 0
          ? { kinds: types.kinds }
          : {}
      : {};
  const valuesOf = (id: string): string[] =>
    properties.filter(({ property }) => property.id === id).flatMap(({ values }) => values);
  const names = [
    ...(listed === null ? [] : [listed.whole, listed.latin]),
    ...(listed === null ? valuesOf('name').map(compared) : []),
  ];
  const words = [...new Set(names.flatMap((name) => name?.words ?? []))];
  const telling = words.filter((word) => !isFunctionWord(word));
  const codes = [text ?? [], properties.filter(({ property }) => isIdentifying(property)).map(({ values }) => values)].flat(2);

  const byName = words.length === 0 ? [] : candidatesNamed(store, telling.length > 0 ? telling : words, chosen, MOST_CANDIDATES);
  const byIdentifier = codes.length === 0 ? [] : store.entitiesByIdentifier([...new Set(codes.flatMap(spellingsOfCode))]);
  const byOwnId = text === null ? [] : store.entities([...new Set([text.trim(), text.trim().toLowerCase()])]);
  const alone = words.length === 0 && codes.length === 0;
  const inCountry = alone
    ? valuesOf('country')
        .flatMap(countries.meantBy)
        .map((country) => placedIn(store, country, chosen))
    : [];
  const found = (await Promise.all([byName, byIdentifier, byOwnId, ...inCountry])).flat();
  return [...new Map(found.map((entity) => [entity.id, entity])).values()].filter(wanted);
}

/** As the store may have it: without a scheme before a colon, in capitals, a website with or without what browsers leave out. */
function spellingsOfCode(code: string): string[] {
  const value = code.trim();
  const bare = value.replace(/^[a-z0-9-]+:(?!\/\/)/, '');
  const website = /^(?:https?:\/\/)?(?:www\.)?([^\s/]+\.[^\s]+?)\/*$/i.exec(bare)?.[1];
  const websites = ['http://', 'https://', 'http://www.', 'https://www.'].flatMap((start) => [
    `${start}${website}`,
    `${start}${website}/`,
  ]);
  return [value, bare, bare.toUpperCase(), ...(website === undefined ? [] : websites)];
}

async function placedIn(
  store: GraphStore,
  country: string,
  { labels, kinds }: { labels?: readonly EntityLabel[]; kinds?: readonly string[] },
): Promise<Entity[]> {
  const { rows } = await store.entityPage({
    ...{ label: labels?.length === 1 ? labels[0]! : null, kinds: kinds ?? null, within: country, words: [], during: null },
    ...{ relationTypes: null, counted: false, order: { by: 'DEGREE', direction: 'DESC' }, after: null, limit: MOST_CANDIDATES },
  });
  return rows;
}

function scored(
  entity: Entity,
  { text, types, strict, properties }: MatchQuestion,
  listed: ListedName | null,
  countries: CountriesByName,
): Candidate & { fits: boolean } {
  const features: Feature[] = [];
  let sum = 0;
  let counts = 0;
  let contradicted = false;
  let identified = false;
  const add = (agreement: number, count: number): void => {
    sum += count * agreement;
    counts += count;
    if (agreement === 0) contradicted = true;
  };

  let name: Name | null = null;
  let fits = false;
  if (text !== null) {
    const byName = listed === null ? null : nameScore(listed, entity, whereabouts(entity, properties, countries));
    const asIdentifier = isItsIdentifier(text, entity) ? IDENTIFIER_COUNTS[CODE.test(text.trim()) ? 'code' : 'other'] : 0;
    const value = Math.max(byName?.value ?? 0, asIdentifier);
    name = byName?.name ?? null;
    features.push(...(byName?.features ?? []), { id: 'identifier_as_name', value: asIdentifier > 0 });
    sum += value;
    counts += 1;
    contradicted = (byName?.contradicted ?? false) && asIdentifier === 0;
    fits = rounded(100 * value) >= MATCH_SCORE;
  }
  if (types !== null && !strict) {
    const agrees = types.labels.includes(entity.label) || types.kinds.includes(entity.kind);
    features.push({ id: 'type', value: agrees });
    add(agrees ? 1 : 0, TYPE_COUNTS);
  }
  for (const { property, values } of properties) {
    const agreement = agreementOf(property, values, entity, countries);
    if (agreement === null || property.counts === 0) continue;
    features.push({ id: `${PROPERTY_FEATURE}${property.id}`, value: rounded(agreement) });
    add(agreement, property.counts);
    identified ||= agreement === 1 && isIdentifying(property);
  }
  features.push({ id: 'degree', value: entity.degree });
  const mean = counts === 0 ? 0 : (100 * sum) / counts;
  const score = rounded(identified ? Math.max(mean, IDENTIFIED) : mean);
  return { entity, score, match: false, name, features, fits: (fits || identified) && !contradicted };
}

/** The countries that a source ties it to; where none does, those that its name has. */
function whereabouts(entity: Entity, properties: MatchQuestion['properties'], countries: CountriesByName): Whereabouts {
  const stated = countries.of(entity);
  const its =
    stated.length > 0 ? stated : entity.names.flatMap(({ text }) => countriesIn(foldedWords(text), countries.named)?.ids ?? []);
  const asked = properties
    .filter(({ property }) => property.id === 'country')
    .flatMap(({ values }) => values.flatMap(countries.meantBy));
  return { countries: its, several: isOfSeveralCountries(entity), located: asked.some((id) => its.includes(id)) };
}

function isItsIdentifier(text: string, { id, identifiers }: Entity): boolean {
  const spellings = [...spellingsOfCode(text), text.trim().toLowerCase()];
  return spellings.includes(id) || identifiers.some(({ value }) => spellings.includes(value));
}
