/** In which years relations held, certainly or possibly, by the bounds that the API computes from the dates of the sources. */
import type { RelationCoreFragment } from '../api/operations.js';

export interface Year {
  year: number;
  certain: number;
  possible: number;
}

/** What happened before is gathered into this year: the field is young, and a treaty of 1949 would leave the rest no room. */
export const EARLIEST_YEAR = 1990;

type Dated = Pick<RelationCoreFragment, 'bounds' | 'persists' | 'attested'>;

/** What a year says of a relation, as `holds(asOf: "2021")` would. */
export function heldIn({ bounds, persists }: Dated, year: number): 'certain' | 'possible' | 'no' {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const { earliestStart, latestStart, earliestEnd, latestEnd } = bounds;
  if ((earliestStart !== null && earliestStart > last) || (!persists && latestEnd !== null && latestEnd < first)) return 'no';
  const begun = latestStart !== null && latestStart <= last;
  const lasted = persists || (earliestEnd !== null && earliestEnd >= first);
  return begun && lasted ? 'certain' : 'possible';
}

/** From the year before the first that a source names to the year after the last, without gaps; empty where no date is known at all. */
export function years(relations: readonly Dated[]): Year[] {
  const named = relations.flatMap(({ bounds }) =>
    [bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd]
      .filter((day) => day !== null)
      .map((day) => Number(day.slice(0, 4))),
  );
  if (named.length === 0) return [];
  const first = Math.max(EARLIEST_YEAR, Math.min(...named) - 1);
  const last = Math.max(first, ...named) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => countIn(first + index, relations));
}

export function countIn(year: number, relations: readonly Dated[]): Year {
  const held = relations.map((relation) => heldIn(relation, year));
  const count = (how: 'certain' | 'possible'): number => held.filter((one) => one === how).length;
  return { year, certain: count('certain'), possible: count('possible') };
}
