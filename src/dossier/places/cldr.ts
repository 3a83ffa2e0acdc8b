import { createRequire } from 'node:module';

/**
 * The part of Unicode CLDR that is read here, from the packages cldr-core and cldr-localenames-full: which territory
 * contains which (after UN M49), their ISO 3166-1 codes, their names.
 */

/** What the packages are, for the source of the claims. A test holds `version` to what is installed. */
export const EDITION = { version: '48.2.0', published: '2026-03-25', retrieved: '2026-11-24' } as const;

/** Languages in which places have names, the one of the preferred name first. */
export const NAME_LANGUAGES = ['en', 'es', 'fr', 'pt'] as const;
export type NameLanguage = (typeof NAME_LANGUAGES)[number];

export interface Containment {
  _contains: string[];
}

export interface Codes {
  /** ISO 3166-1 alpha-3. */
  _alpha3?: string;
  /** ISO 3166-1 numeric, which is UN M49's. */
  _numeric?: string;
}

const require = createRequire(import.meta.url);
const supplemental = <Records>(name: string): Record<string, Records> =>
  (require(`cldr-core/supplemental/${name}.json`) as { supplemental: Record<string, Record<string, Records>> }).supplemental[
    name
  ] ?? {};

/** By region: `013`; by region and status: `019-status-grouping`, `155-status-deprecated`. */
export const territoryContainment = supplemental<Containment>('territoryContainment');

/** By ISO 3166-1 alpha-2. */
export const codeMappings = supplemental<Codes>('codeMappings');

/** By territory code, with variants such as `GB-alt-short`. */
export const territoryNames = Object.fromEntries(
  NAME_LANGUAGES.map((language) => {
    const { main } = require(`cldr-localenames-full/main/${language}/territories.json`) as {
      main: Record<string, { localeDisplayNames: { territories: Record<string, string> } }>;
    };
    return [language, main[language]?.localeDisplayNames.territories ?? {}];
  }),
) as Record<NameLanguage, Record<string, string>>;
