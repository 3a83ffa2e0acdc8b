import { BEGINNING_OF_TIME, END_OF_TIME } from '../../domain/edtf.js';
import type { TimeSpan } from '../../domain/model.js';

/** The bounds of a span, null where there is none. What possibly held: `earliestStart` to `latestEnd`; certainly: `latestStart` to `earliestEnd`. */
export interface Bounds {
  earliestStart: string | null;
  latestStart: string | null;
  earliestEnd: string | null;
  latestEnd: string | null;
}

export function boundsOf({ earliestStart, latestStart, earliestEnd, latestEnd, persists }: TimeSpan): Bounds {
  const day = (bound: string): string | null => (bound === BEGINNING_OF_TIME || bound === END_OF_TIME ? null : bound);
  return {
    earliestStart: day(earliestStart),
    latestStart: day(latestStart),
    // What persists does not end: that it happened stays true.
    earliestEnd: persists ? null : day(earliestEnd),
    latestEnd: persists ? null : day(latestEnd),
  };
}

/** The date where a format knows only years, months and days and nothing uncertain: null for every other EDTF. */
export const plainDate = (edtf: string | null): string | null =>
  edtf !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf) && !/-(2[1-9]|3\d)$/.test(edtf.slice(0, 7)) ? edtf : null;

/** The same, whole days only. */
export const plainDay = (edtf: string | null): string | null => {
  const date = plainDate(edtf);
  return date?.length === 10 ? date : null;
};

/** The dates of a span as the sources write them, with what is not known; for formats that have no place for it: `start 2013~, end not stated`. */
export function sayDates({ start, startStatus, end, endStatus, attested }: TimeSpan): string {
  const say = (status: string): string => status.toLowerCase().replaceAll('_', ' ');
  const parts = [`start ${start ?? say(startStatus)}`, `end ${end ?? say(endStatus)}`];
  if (attested.length > 0) parts.push(`attested ${attested.join(', ')}`);
  return parts.join('; ');
}
