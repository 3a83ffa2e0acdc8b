import { codeMappings, territoryContainment } from './cldr.js';

/** One step of the hierarchy: `part` lies in `whole`, with no other territory of the hierarchy between them. */
export interface Containing {
  whole: string;
  part: string;
  /** Key of `territoryContainment` that says so. */
  record: string;
}

/**
 * The United Nations' geographic regions (M49) and the countries in them, as CLDR's territory containment has them.
 *
 * Left out are its political groups (EU, EZ, UN) and former states, which are no places of M49, and what has no number of
 * ISO 3166-1 (Ceuta, Canary Islands, Ascension, Sark and the like). CLDR's own group QO, "Outlying Oceania", is left
 * out too: what ISO knows of it, Antarctica, lies in the world directly, as in M49.
 *
 * CLDR says of 019 (the Americas) both that it contains 013 and, as a grouping, that it contains 419, which contains 013; the
 * shorter way is left out, so that every step goes to the immediate whole.
 */
export function hierarchy(): Containing[] {
  const all = Object.entries(territoryContainment).flatMap(([record, { _contains: parts }]) => {
    const [key = '', , status] = record.split('-');
    const whole = key === 'QO' ? '001' : key;
    if (!isRegion(whole) || status === 'deprecated') return [];
    return parts.filter((part) => isRegion(part) || isCountry(part)).map((part) => ({ whole, part, record }));
  });
  const partsOf = new Map<string, Set<string>>();
  for (const { whole, part } of all) partsOf.set(whole, (partsOf.get(whole) ?? new Set()).add(part));
  const hasBetween = ({ whole, part }: Containing): boolean =>
    [...(partsOf.get(whole) ?? [])].some((between) => between !== part && partsOf.get(between)?.has(part));
  return all.filter((step) => !hasBetween(step));
}

const isRegion = (code: string): boolean => /^\d{3}$/.test(code);

/** A group (EU, QO) has a number too, but contains others. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && codeMappings[code]?._numeric !== undefined && territoryContainment[code] === undefined;
