import type { During, GraphStore } from '../store/port.js';
import { dayBounds, END_OF_TIME, BEGINNING_OF_TIME, holdsDuring, InvalidDate, type DayBounds, type Holding } from './edtf.js';
import type { Relation, TimeSpan } from './model.js';

export type AsOf = string | null | undefined;

/**
 * The days that an `asOf` argument asks about: every day of the date, month, year or interval given.
 * @throws InvalidDate for what is not EDTF, and for dates without both bounds ("as of" needs a time to look at)
 */
export function asOfDays(asOf: string): DayBounds {
  const known = daysAskedLast.get(asOf);
  if (known) return known;
  const days = dayBounds(asOf.trim());
  if (days.earliest === BEGINNING_OF_TIME || days.latest === END_OF_TIME) {
    throw new InvalidDate(asOf, 'has no beginning or no end, and "as of" needs both');
  }
  if (daysAskedLast.size >= MOST_REMEMBERED) daysAskedLast.clear();
  daysAskedLast.set(asOf, days);
  return days;
}

/** One question asks thousands of relations about one date, and to parse a date takes a fifth of a millisecond. */
const daysAskedLast = new Map<string, DayBounds>();
const MOST_REMEMBERED = 100;

/** The store's filter for what certainly or possibly held then; null without a date: whenever it held. */
export function during(asOf: AsOf): During | null {
  if (asOf === null || asOf === undefined) return null;
  const days = asOfDays(asOf);
  return { from: days.earliest, to: days.latest, certainty: 'POSSIBLY' };
}

/** Whether the span held then; without a date the question is whether it ever did, and the answer is certain. */
export function holding(span: TimeSpan, asOf: AsOf): Holding {
  return asOf === null || asOf === undefined ? 'CERTAINLY' : holdsDuring(span, asOfDays(asOf));
}

/** Relations of these entities that held then, all of them, each once, in no order; the domain's step from one level to the next. */
export async function relationsAround(
  store: Pick<GraphStore, 'relationsOf'>,
  entityIds: readonly string[],
  types: readonly string[] | null,
  asOf: AsOf,
): Promise<Relation[]> {
  if (entityIds.length === 0) return [];
  const answers = await store.relationsOf({
    entityIds,
    direction: 'BOTH',
    types,
    during: during(asOf),
    limit: null,
    after: null,
  });
  const found = new Map<string, Relation>();
  for (const { relations } of answers) for (const relation of relations) found.set(relation.id, relation);
  return [...found.values()];
}
