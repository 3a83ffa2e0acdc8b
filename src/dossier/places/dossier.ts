import { PLACES_SOURCES } from '../../domain/places-source.js';
import { canonicalJson, sha256 } from '../digest.js';
import type { Dossier, DossierContent, WrittenEntity, WrittenIdentifier, WrittenName, WrittenRelation } from '../format.js';
import { codeMappings, EDITION, NAME_LANGUAGES, territoryContainment, territoryNames } from './cldr.js';
import { hierarchy, type Containing } from './hierarchy.js';

/** The source on which the places of the world rest. */
const PLACES_SOURCE_ID = `${PLACES_SOURCES}${EDITION.version.replaceAll('.', '-')}`;

/** The regions that M49 has right below the world. */
const REGIONS = new Set(['002', '009', '019', '142', '150']);

/**
 * The places of the world as a dossier like any other: the UN M49 hierarchy and the countries in it, with claims on
 * CLDR. The digest of a claim is that of the canonical JSON (keys sorted, no white space) of the records its locator names.
 */
export function placesDossier(): Dossier<DossierContent> {
  return (made ??= makeDossier());
}

/** Made once: it never changes while the program runs. */
let made: Dossier<DossierContent> | undefined;

function makeDossier(): Dossier<DossierContent> {
  const steps = hierarchy();
  const codes = [...new Set(steps.flatMap(({ whole, part }) => [whole, part]))].sort();
  return {
    file: `cldr-core ${EDITION.version}`,
    locate: () => ({ line: 1, column: 1 }),
    content: {
      recorded: EDITION.retrieved,
      recorded_by: 'Custodes founders',
      sources: [
        {
          id: PLACES_SOURCE_ID,
          title: `Unicode Common Locale Data Repository ${EDITION.version} (cldr-core, cldr-localenames-full)`,
          publisher: 'Unicode Consortium',
          published: EDITION.published,
          url: 'https://cldr.unicode.org/',
          language: 'en',
          kind: 'dataset',
          retrieved: EDITION.retrieved,
        },
      ],
      entities: codes.map(placeEntity),
      relations: steps.map(partOf),
    },
  };
}

/** Countries carry their ISO 3166-1 alpha-2 code, regions their M49 code. */
export const placeId = (code: string): string => code.toLowerCase();

function placeEntity(code: string): WrittenEntity {
  const isRegion = /^\d/.test(code);
  const names = namesOf(code);
  const records = isRegion ? { names } : { codes: codeMappings[code], names };
  const codesAt = isRegion ? '' : `supplemental/codeMappings.json: supplemental.codeMappings.${code} (as "codes"); `;
  const namesAt = `main/{${NAME_LANGUAGES.join(',')}}/territories.json: main.*.localeDisplayNames.territories.${code}* (as "names", by language)`;
  return {
    id: placeId(code),
    kind: code === '001' ? 'world' : REGIONS.has(code) ? 'region' : isRegion ? 'sub-region' : 'country',
    names: writtenNames(code, names),
    identifiers: identifiers(code),
    claims: [
      {
        source: PLACES_SOURCE_ID,
        locator: `${codesAt}${namesAt}`,
        digest: sha256(canonicalJson(records)),
        statement: `CLDR has ${nameOf(code)} as the territory ${code}, with ${isRegion ? 'its names' : 'its names and codes'}.`,
      },
    ],
  };
}

function partOf({ whole, part, record }: Containing): WrittenRelation {
  return {
    type: 'PART_OF',
    from: placeId(part),
    to: placeId(whole),
    at: EDITION.published,
    claims: [
      {
        source: PLACES_SOURCE_ID,
        locator: `supplemental/territoryContainment.json: supplemental.territoryContainment.${record}`,
        digest: sha256(canonicalJson(territoryContainment[record])),
        statement: `CLDR's territory containment has ${nameOf(part)} in ${nameOf(whole)}.`,
      },
    ],
  };
}

type NamesByLanguage = Record<string, Record<string, string>>;

/** What CLDR has of the territory's names: `GB`, `GB-alt-short`. */
function namesOf(code: string): NamesByLanguage {
  return Object.fromEntries(NAME_LANGUAGES.map((language) => [language, VARIANTS[language]?.get(code) ?? {}]));
}

/** By language and territory, the keys of its names and the names. */
const VARIANTS = Object.fromEntries(
  NAME_LANGUAGES.map((language) => {
    const byCode = new Map<string, Record<string, string>>();
    for (const [key, name] of Object.entries(territoryNames[language])) {
      const code = key.replace(/-alt-.*/, '');
      byCode.set(code, { ...byCode.get(code), [key]: name });
    }
    return [language, byCode];
  }),
);

const nameOf = (code: string): string => territoryNames.en[code] ?? code;

/** The standard name in each language, then the variants. */
function writtenNames(code: string, names: NamesByLanguage): WrittenName[] {
  const written = NAME_LANGUAGES.flatMap((language): WrittenName[] =>
    Object.entries(names[language] ?? {}).map(([key, text]) => ({
      text,
      language,
      use:
        key === code
          ? language === NAME_LANGUAGES[0]
            ? 'official'
            : 'translation'
          : key.endsWith('-alt-short')
            ? 'short'
            : 'alias',
    })),
  );
  const standard = written.filter(({ use }) => use === 'official' || use === 'translation');
  const variants = written.filter(
    (name) =>
      !standard.includes(name) && !standard.some(({ text, language }) => text === name.text && language === name.language),
  );
  return [...standard, ...variants];
}

/** Kosovo's code is one that ISO leaves to users: the number and the alpha-3 code that CLDR gives it are its own. */
function identifiers(code: string): WrittenIdentifier[] {
  if (/^\d/.test(code)) return [{ scheme: 'm49', value: code }];
  const { _alpha3: alpha3, _numeric: numeric } = codeMappings[code] ?? {};
  const alpha2 = { scheme: 'iso3166-1-alpha-2', value: code };
  if (code === 'XK' || alpha3 === undefined || numeric === undefined) return [alpha2];
  return [alpha2, { scheme: 'iso3166-1-alpha-3', value: alpha3 }, { scheme: 'm49', value: numeric }];
}
