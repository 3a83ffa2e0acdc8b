import { createRequire } from 'node:module';
import { dayBounds } from '../../domain/edtf.js';
import { isAcronym, type Dossier, type Unchecked, type WrittenName } from '../format.js';
import type { Path } from '../read/document.js';
import { SCRIPTS } from '../scripts.js';
import { checkDate } from './dates.js';
import { nearestWords, writeInstead } from './nearest.js';
import type { Report } from './report.js';

const require = createRequire(import.meta.url);
/** Every language that CLDR has an English name for. */
const LANGUAGES = new Set(
  Object.keys(
    (require('cldr-localenames-full/main/en/languages.json') as { main: { en: { localeDisplayNames: { languages: object } } } })
      .main.en.localeDisplayNames.languages,
  ),
);

/** Checks one name of an entity: that it has a language, one that exists, and when it was used. */
export function checkName(dossier: Dossier, path: Path, name: Unchecked<string | WrittenName>, report: Report): void {
  if (typeof name === 'string') {
    if (isAcronym(name)) return;
    report(dossier, path, {
      code: 'NAME_WITHOUT_LANGUAGE',
      found: `the name "${name}" without a language`,
      expected: 'a text and its language; only an acronym may stand alone',
      remedy: `write { text: ${name}, language: … }`,
    });
    return;
  }
  const { period, script } = name;
  checkLanguage(dossier, [...path, 'language'], name.language, report);
  if (period !== undefined) checkDate(dossier, [...path, 'period'], () => dayBounds(period), report);
  if (script !== undefined && !SCRIPTS.has(script)) {
    report(dossier, [...path, 'script'], {
      code: 'BAD_SCRIPT',
      found: `the script "${script}"`,
      expected: 'an ISO 15924 script',
      remedy: writeInstead(nearestWords(script, SCRIPTS), 'leave it out: it is taken from the letters'),
    });
  }
}

export function checkLanguage(dossier: Dossier, path: Path, language: string | undefined, report: Report): void {
  const known = language === undefined || LANGUAGES.has(language) || LANGUAGES.has(language.split('-')[0] ?? '');
  if (known) return;
  report(dossier, path, {
    code: 'BAD_LANGUAGE',
    found: `the language "${language}"`,
    expected: 'a language of BCP 47',
    remedy: 'write it like es, en, fr, pt-BR, or und where the text belongs to no language',
  });
}
