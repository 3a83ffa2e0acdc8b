import { dayBounds, InvalidDate, timeSpan } from '../../domain/edtf.js';
import { datesOf, type Dossier, type Unchecked, type WrittenDates } from '../format.js';
import type { Path } from '../read/document.js';
import type { Report } from './report.js';

/** Checks `on`, `start`, `end` and `at` of an entity, a relation or a claim. */
export function checkDates(dossier: Dossier, path: Path, written: Unchecked<WrittenDates>, report: Report): void {
  const { on, start, end } = written;
  const check = (key: Path, read: () => unknown): boolean => checkDate(dossier, [...path, ...key], read, report);

  if (on !== undefined) check(['on'], () => timeSpan({ on }, false));
  // An open start says nothing: only an end can be "..", which is "ongoing".
  const startIsRight =
    start === undefined ||
    check(['start'], () => {
      if (start === '..') throw new InvalidDate(start, 'a date', 'leave "start:" out where the page does not say when it began');
      return dayBounds(start) && timeSpan({ start }, false);
    });
  const endIsRight = end === undefined || check(['end'], () => timeSpan({ end }, false));
  const dates = datesOf(written.at);
  for (const [index, date] of dates.entries()) check(Array.isArray(written.at) ? ['at', index] : ['at'], () => dayBounds(date));

  if (on !== undefined && (start !== undefined || end !== undefined)) {
    report(
      dossier,
      [...path, 'on'],
      {
        code: 'CONFLICTING_KEYS',
        found: `"on" together with "${start !== undefined ? 'start' : 'end'}"`,
        expected: '"on" for what happened, or "start" and "end" for what lasted',
        remedy: 'remove one of the two; a happening of several days is an interval, on: 2019-10-01/2019-10-03',
      },
      'key',
    );
  }
  if (start !== undefined && end !== undefined && end !== '..' && startIsRight && endIsRight) {
    if (dayBounds(start).earliest > dayBounds(end).latest) {
      report(dossier, [...path, 'end'], {
        code: 'BAD_DATE',
        found: `the end ${end} before the start ${start}`,
        expected: 'an end that is not before the start',
        remedy: 'swap the two, or correct one',
      });
    }
  }
}

/** Reports the date at the path where reading it fails. */
export function checkDate(dossier: Dossier, path: Path, read: () => unknown, report: Report): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof InvalidDate)) throw error;
    report(dossier, path, {
      code: 'BAD_DATE',
      found: `the date "${error.text}"`,
      expected: error.expected,
      remedy: error.remedy,
    });
    return false;
  }
}
