import type { Claim, Source, TimeSpan } from './model.js';
import { datedClaim, timeOf } from './stated-times.js';

/** Claims that state the same dates, and those dates. */
export interface DatedSide {
  /** As the claims write them: `2019-10`, `2010/2015`, `from 2010`, `until 2015`, `ongoing`, `at 2012`. */
  value: string;
  claims: Claim[];
}

/**
 * The dates of one thing that exclude each other: of supporting claims, those that cannot be true together with those of another one, if the thing
 * holds over one period without a gap. Dates that are only about right or uncertain (`~`, `?`, `%`) exclude nothing. Empty where all agree.
 * @param persists whether it stays true once it has happened
 */
export function conflictingDates(claims: readonly Claim[], sources: ReadonlyMap<string, Source>, persists: boolean): DatedSide[] {
  const sides = new Map<string, { claims: Claim[]; span: TimeSpan }>();
  for (const claim of claims) {
    const value = statedDates(claim);
    if (claim.stance !== 'SUPPORTS' || value === '' || /[~?%]/.test(value)) continue;
    const side = sides.get(value);
    const span = timeOf([datedClaim(claim, persists)], sources, persists);
    // Of "ongoing" the later word says more.
    if (!side) sides.set(value, { claims: [claim], span });
    else sides.set(value, { claims: [...side.claims, claim], span: span.earliestEnd > side.span.earliestEnd ? span : side.span });
  }
  const all = [...sides].sort(([a], [b]) => (a < b ? -1 : 1));
  return all
    .filter(([, { span }]) => all.some(([, other]) => exclude(span, other.span)))
    .map(([value, side]) => ({ value, claims: side.claims }));
}

function statedDates({ start, end, attested }: Claim): string {
  const ongoing = end === '..';
  const period =
    start !== null && end !== null && !ongoing
      ? start === end
        ? start
        : `${start}/${end}`
      : [start === null ? '' : `from ${start}`, ongoing ? 'ongoing' : end === null ? '' : `until ${end}`]
          .filter(Boolean)
          .join(', ');
  return [period, attested === null ? '' : `at ${attested}`].filter(Boolean).join(', ');
}

/** Whether no beginning and end fit the bounds of both. */
function exclude(a: TimeSpan, b: TimeSpan): boolean {
  const earliestStart = later(a.earliestStart, b.earliestStart);
  const latestStart = earlier(a.latestStart, b.latestStart);
  const earliestEnd = later(a.earliestEnd, b.earliestEnd);
  const latestEnd = earlier(a.latestEnd, b.latestEnd);
  return earliestStart > latestStart || earliestEnd > latestEnd || earliestStart > latestEnd;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
