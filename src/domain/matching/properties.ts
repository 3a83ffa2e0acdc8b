import { foldText } from '../folding.js';
import type { Entity } from '../model.js';
import { vocabulary } from '../vocabulary.js';
import type { CountriesByName } from './countries-by-name.js';
import { compared, similarity } from './name-similarity.js';
import { readyName } from './ready-name.js';

/** What an entity has for a property: a text, a number, or the id of another entity. */
export type PropertyValue = { text: string } | { number: number } | { entity: string };

/** Something of an entity that a list may have a column for, or may be given one of. */
export interface Property {
  id: string;
  name: string;
  description: string;
  /** What it counts beside the name, which counts 1. */
  counts: number;
  /** Its values are entities of this kind. */
  kind?: string;
  /** @param language only names in this language; '' for all */
  values: (entity: Entity, countries: CountriesByName, language: string) => PropertyValue[];
  /** In [0, 1]; null where the graph says nothing. Equality of what is folded unless told. */
  agreement?: (given: string, entity: Entity, countries: CountriesByName) => number | null;
}

/** Whether a source that ties it to one country says nothing against another: its kind may act across borders. */
export const isOfSeveralCountries = ({ kind }: Entity): boolean =>
  (vocabulary.entityKinds.get(kind)?.international ?? null) !== null;

const texts = (values: readonly (string | null)[]): PropertyValue[] =>
  [...new Set(values)].flatMap((text) => (text === null || text === '' ? [] : [{ text }]));

const PLAIN: Property[] = [
  {
    id: 'name',
    name: 'Name',
    description:
      'Every name, alias and acronym; with the setting `language` those in it. For matching: the name in another language or spelling.',
    counts: 0.5,
    values: ({ names }, _, language) =>
      texts(names.filter((name) => !language || name.language === language).map(({ text }) => text)),
    agreement: (given, { names }) => {
      const asked = compared(given);
      if (asked === null) return null;
      return Math.max(...names.map((name) => similarity(asked, readyName(name).own ?? asked).value));
    },
  },
  {
    id: 'acronym',
    name: 'Acronym',
    description: 'Its acronyms.',
    counts: 0.5,
    values: ({ names }) => texts(names.filter(({ use }) => use === 'acronym').map(({ text }) => text)),
  },
  {
    id: 'kind',
    name: 'Kind',
    description: 'Its kind, or its family (Actor, Instrument, Event, Place): by id or by title.',
    counts: 0.5,
    values: ({ kind, label }) => texts([kind, label]),
    agreement: (given, { kind, label }) => {
      const known = [kind, label, vocabulary.entityKinds.get(kind)?.title ?? kind];
      return known.some((word) => foldText(word) === foldText(given)) ? 1 : 0;
    },
  },
  {
    id: 'country',
    name: 'Country',
    description:
      'The countries that a source ties it to. For matching: a name in any language, an ISO 3166-1 code, an M49 number.',
    counts: 0.5,
    kind: 'country',
    values: (entity, countries) => countries.of(entity).map((id) => ({ entity: id })),
    agreement: (given, entity, countries) => {
      const its = countries.of(entity);
      const meant = countries.meantBy(given);
      if (its.length === 0 || meant.length === 0) return null;
      if (meant.some((id) => its.includes(id))) return 1;
      return isOfSeveralCountries(entity) ? null : 0;
    },
  },
  {
    id: 'identifier',
    name: 'Identifier',
    description: 'Every external identifier, `scheme:value`. For matching: its value, with or without the scheme.',
    counts: 2,
    values: ({ identifiers }) => texts(identifiers.map(({ scheme, value }) => `${scheme}:${value}`)),
    agreement: (given, { identifiers }) => {
      if (identifiers.length === 0) return null;
      const same = ({ scheme, value }: Entity['identifiers'][number]): boolean =>
        [value, `${scheme}:${value}`].some((known) => comparable(known) === comparable(given));
      return identifiers.some(same) ? 1 : null;
    },
  },
  {
    id: 'start',
    name: 'Start',
    description: 'When it began, or took place (EDTF).',
    counts: 0.25,
    values: ({ time }) => texts([time.start]),
  },
  { id: 'end', name: 'End', description: 'When it ended (EDTF).', counts: 0.25, values: ({ time }) => texts([time.end]) },
  {
    id: 'degree',
    name: 'Relations',
    description: 'How many relations it has.',
    counts: 0,
    values: ({ degree }) => [{ number: degree }],
  },
];

/** Identifiers that name one thing in one scheme: another value there is another thing. */
const SCHEMES: Record<string, string> = {
  website: 'Website',
  wikidata: 'Wikidata',
  lei: 'Legal Entity Identifier',
  'iso3166-1-alpha-2': 'ISO 3166-1 alpha-2',
  'iso3166-1-alpha-3': 'ISO 3166-1 alpha-3',
  m49: 'UN M49',
};

const comparable = (identifier: string): string =>
  identifier
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '');

const ofScheme = (scheme: string, name: string): Property => ({
  id: scheme,
  name,
  description: `Its identifier of the scheme \`${scheme}\`.`,
  counts: 2,
  values: ({ identifiers }) => texts(identifiers.filter((item) => item.scheme === scheme).map(({ value }) => value)),
  agreement: (given, { identifiers }) => {
    const its = identifiers.filter((item) => item.scheme === scheme);
    if (its.length === 0) return null;
    return its.some(({ value }) => comparable(value) === comparable(given)) ? 1 : 0;
  },
});

/** The properties that decide: who carries such a value is meant, whatever the name. */
export const isIdentifying = ({ id }: Property): boolean => id === 'identifier' || id in SCHEMES;

const ofAttribute = ({ name, label, definition }: { name: string; label: string; definition: string }): Property => ({
  id: name,
  name: label,
  description: `${definition} The latest first.`,
  counts: 0.25,
  values: ({ attributes }) =>
    attributes
      .filter((attribute) => attribute.name === name)
      .sort((a, b) => ((b.date ?? '') < (a.date ?? '') ? -1 : 1))
      .map(({ value }) => (typeof value === 'number' ? { number: value } : { text: value })),
});

export const PROPERTIES: ReadonlyMap<string, Property> = new Map(
  [
    ...PLAIN,
    ...Object.entries(SCHEMES).map(([scheme, name]) => ofScheme(scheme, name)),
    ...[...vocabulary.attributes.values()].map(ofAttribute),
  ].map((property) => [property.id, property]),
);

/** How well the values given for a property fit, the best of them; null where the graph says nothing of it. */
export function agreementOf(
  property: Property,
  given: readonly string[],
  entity: Entity,
  countries: CountriesByName,
): number | null {
  const agree =
    property.agreement ??
    ((one: string) => {
      const values = property.values(entity, countries, '');
      if (values.length === 0) return null;
      return values.some((value) =>
        'entity' in value ? value.entity === one : foldText(String(Object.values(value)[0])) === foldText(one),
      )
        ? 1
        : 0;
    });
  const known = given.map((value) => agree(value, entity, countries)).filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
