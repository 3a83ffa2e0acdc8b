import edtf from 'edtf';
import { DomainError } from './errors.js';
import type { DateStatus, TimeSpan } from './model.js';

/** "No bound", so that bounds are ISO days that compare as strings. */
export const BEGINNING_OF_TIME = '0000-01-01';
export const END_OF_TIME = '9999-12-31';

/** A date that is not EDTF, or not one that can be used here. The message says what is accepted, and what to write. */
export class InvalidDate extends DomainError {
  constructor(
    readonly text: string,
    readonly expected = 'EDTF (ISO 8601-2)',
    readonly remedy = 'write it like 2021, 2021-06, 2021-06-24, 2021~ (about), 2021? (uncertain), 201X or 2019-10/2019-11',
  ) {
    super('INVALID_DATE', `The date "${text}": expected ${expected}; ${remedy}.`);
  }
}

/** First and last day (both included) that an EDTF expression can mean, as ISO days. */
export interface DayBounds {
  earliest: string;
  latest: string;
}

/**
 * The days that an EDTF date, season, set, list or interval can mean. Qualifiers (`~`, `?`, `%`) do not widen it: how far
 * "about" reaches is not ours to say. A season bounds no more than its year: which months it means depends on the place.
 * An open or unknown end of an interval has no bound.
 * @throws InvalidDate
 */
export function dayBounds(text: string): DayBounds {
  const read = boundsRead.get(text);
  if (read) return read;
  const days = Object.freeze(calendarBounds(text) ?? grammarBounds(text));
  if (boundsRead.size >= MOST_BOUNDS_KEPT) boundsRead.clear();
  boundsRead.set(text, days);
  return days;
}

/** Nine of ten dates are a year, a month or a day, which need no grammar; null for the others. */
function calendarBounds(text: string): DayBounds | null {
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/.test(text)) return null;
  checkCalendar(text);
  const [year, month, day] = text.split('-');
  if (day !== undefined) return { earliest: text, latest: text };
  if (month !== undefined) return { earliest: `${text}-01`, latest: `${text}-${lastDayOf(text).getUTCDate()}` };
  return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
}

function grammarBounds(text: string): DayBounds {
  const date = parse(text);
  return { earliest: isoDay(date.min, BEGINNING_OF_TIME), latest: isoDay(date.max, END_OF_TIME) };
}

/** Reading EDTF takes a tenth of a millisecond, and a graph states the same few dates thousands of times. */
const boundsRead = new Map<string, DayBounds>();
const MOST_BOUNDS_KEPT = 10_000;

/** True where the text is an EDTF interval (`a/b`). */
export function isInterval(text: string): boolean {
  return text.includes('/');
}

function parse(text: string): { min: number | null; max: number | null } {
  if (!/^[\dXYUS\-/.~?%{}[\], ]+$/.test(text)) throw new InvalidDate(text);
  checkCalendar(text);
  let date;
  try {
    const read = edtf(text);
    const withoutSeason = text.replace(SEASON, '');
    date = bounds(withoutSeason === text ? read : edtf(withoutSeason));
  } catch {
    checkOrder(text);
    throw new InvalidDate(text);
  }
  const years = [date.min, date.max].filter((ms) => ms !== null && Math.abs(ms) !== Infinity) as number[];
  if (years.some((ms) => !(new Date(ms).getUTCFullYear() >= 0 && new Date(ms).getUTCFullYear() <= 9999))) {
    throw new InvalidDate(text, 'a year from 0000 to 9999', 'correct the year');
  }
  if (date.min !== null && date.max !== null && date.min > date.max) throw endsBeforeItStarts(text);
  return date;
}

/** Two dates that are right and make no interval. */
function checkOrder(text: string): void {
  const [start, end, ...more] = text.split('/');
  if (!start || !end || more.length > 0) return;
  if (dayBounds(start).earliest > dayBounds(end).latest) throw endsBeforeItStarts(text);
}

const endsBeforeItStarts = (text: string): InvalidDate =>
  new InvalidDate(text, 'an interval that ends after it starts', 'swap its two dates, or correct one');

/** The package takes 2021-02-29 for the first of March; and what is wrong with 2023-05-32 can be said better than "no date". */
function checkCalendar(text: string): void {
  for (const [, year, month, day] of text.replace(/[~?%]/g, '').matchAll(/(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?![\dX])/g)) {
    // From 21 on they are seasons.
    if (Number(month) === 0 || (Number(month) > 12 && Number(month) < 21)) {
      throw new InvalidDate(text, 'a month from 01 to 12', `correct it, or write ${year} where the page gives no month`);
    }
    if (day === undefined || Number(month) > 12) continue;
    const last = lastDayOf(`${year}-${month}`);
    if (Number(day) >= 1 && Number(day) <= last.getUTCDate()) continue;
    const expected = `a day that exists: ${MONTH.format(last)} has ${last.getUTCDate()} days`;
    throw new InvalidDate(text, expected, `correct it, or write ${year}-${month} where the page gives no day`);
  }
}

/** @param month `2024-02` */
function lastDayOf(month: string): Date {
  const last = new Date(`${month}-01`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last;
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Spring to winter (21–24), also as northern and southern ones (25–32), after a year. */
const SEASON = /(?<=\d{4})-(2[1-9]|3[0-2])(?![\d-])/g;

/** Of a set or a list the package gives the first member's and the beginning of the last one's; a set has no order. */
function bounds(date: ReturnType<typeof edtf>): { min: number | null; max: number | null } {
  if (date.type !== 'Set' && date.type !== 'List') return date;
  const members = (date.values ?? []).flat();
  return {
    min: date.earlier ? -Infinity : Math.min(...members.map(({ min }) => min)),
    max: date.later ? Infinity : Math.max(...members.map(({ max }) => max)),
  };
}

function isoDay(ms: number | null, unbounded: string): string {
  return ms === null || !Number.isFinite(ms) ? unbounded : new Date(ms).toISOString().slice(0, 10);
}

/** What a source says of when something holds, as written in a dossier. */
export interface StatedTime {
  /** It happened then (a date or an interval). */
  on?: string | null;
  /** It began then. */
  start?: string | null;
  /** It ended then; `..` says that it is ongoing, as far as the source knows. */
  end?: string | null;
  /** It held then, which says nothing of when it began or ended. */
  at?: readonly string[];
  /** Up to when "ongoing" is known: the source's date, EDTF. */
  ongoingAt?: string | null;
}

/**
 * The time span that these statements make up.
 *
 * The bounds rest on one assumption: a relation holds over one period without a gap (a second period is a second relation).
 * So a date at which it held bounds the start from above and the end from below, and "ongoing" is known up to the date
 * of the source and no further.
 * @throws InvalidDate
 */
export function timeSpan(stated: StatedTime, persists: boolean): TimeSpan {
  let start = stated.start ?? null;
  let end = stated.end ?? null;
  const attested = [...new Set(stated.at ?? [])].sort();
  if (stated.on) {
    dayBounds(stated.on);
    const interval = isInterval(stated.on) ? stated.on.split('/') : [stated.on, stated.on];
    [start, end] = [interval[0] || null, interval[1] || null];
  }
  if (start === '..') start = null;
  const ongoing = end === '..';
  if (ongoing) end = null;
  for (const date of [start, end]) {
    if (date !== null && isInterval(date)) {
      throw new InvalidDate(date, 'one date', 'write the interval as "on:", or its two dates as "start:" and "end:"');
    }
  }

  const startDays = start === null ? null : dayBounds(start);
  const endDays = end === null ? null : dayBounds(end);
  const heldDays = attested.map(dayBounds);
  if (ongoing && stated.ongoingAt) heldDays.push(dayBounds(stated.ongoingAt));

  let earliestStart = startDays?.earliest ?? BEGINNING_OF_TIME;
  let latestStart = smallest([startDays?.latest, endDays?.latest, ...heldDays.map((held) => held.latest)], END_OF_TIME);
  let earliestEnd = largest(
    [endDays?.earliest, startDays?.earliest, ...heldDays.map((held) => held.earliest)],
    BEGINNING_OF_TIME,
  );
  let latestEnd = endDays?.latest ?? END_OF_TIME;
  // Sources that contradict one another can cross the bounds; then nothing is certain between them.
  if (earliestStart > latestStart) [earliestStart, latestStart] = [latestStart, earliestStart];
  if (earliestEnd > latestEnd) [earliestEnd, latestEnd] = [latestEnd, earliestEnd];

  const occurrenceEnd: DateStatus = persists ? 'DOES_NOT_APPLY' : 'NOT_STATED';
  return {
    start,
    startStatus: start === null ? 'NOT_STATED' : 'STATED',
    end,
    endStatus: end !== null ? 'STATED' : ongoing ? 'ONGOING' : occurrenceEnd,
    attested,
    earliestStart,
    latestStart,
    earliestEnd,
    latestEnd,
    persists,
  };
}

const smallest = (days: (string | undefined)[], none: string): string =>
  days.reduce<string>((least, day) => (day !== undefined && day < least ? day : least), none);
const largest = (days: (string | undefined)[], none: string): string =>
  days.reduce<string>((most, day) => (day !== undefined && day > most ? day : most), none);

export type Holding = 'CERTAINLY' | 'POSSIBLY' | 'NO';

/**
 * Whether the span certainly, possibly or not at all held at some time within the days given. What persists holds from
 * when it happened.
 */
export function holdsDuring(span: TimeSpan, days: DayBounds): Holding {
  const possibly = span.earliestStart <= days.latest && (span.persists || span.latestEnd >= days.earliest);
  if (!possibly) return 'NO';
  const certainly = span.latestStart <= days.latest && (span.persists || span.earliestEnd >= days.earliest);
  return certainly ? 'CERTAINLY' : 'POSSIBLY';
}
