/** Dates as sources give them, in a few words; what is not known is said, not left blank. */
import type { Words } from '../words/en.js';

interface Dated {
  start: string | null;
  startStatus: 'STATED' | 'NOT_STATED' | 'ONGOING' | 'DOES_NOT_APPLY';
  end: string | null;
  endStatus: 'STATED' | 'NOT_STATED' | 'ONGOING' | 'DOES_NOT_APPLY';
  attested: readonly string[];
  persists: boolean;
}

/** `2021-06-24`, `since 2013-09, ongoing`, `seen 2021-06-25`, `not stated`. */
export function whenOf({ start, end, endStatus, attested, persists }: Dated, { dates }: Words): string {
  if (persists && start) return start === end || end === null ? start : `${start} – ${end}`;
  const parts = [
    start && dates.since(start),
    end && dates.until(end),
    endStatus === 'ONGOING' && dates.ONGOING,
    !start && !end && attested.length > 0 && dates.at(attested.join(', ')),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : dates.NOT_STATED;
}
