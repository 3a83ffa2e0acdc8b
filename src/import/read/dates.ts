import type { WrittenDates } from '../../dossier/format.js';
import { vocabulary } from '../../domain/vocabulary.js';

/**
 * The dates of a relation or entity as a dossier writes them: what happens has `on`, what lasts `start` and `end`.
 * @param type of the relation, if it is known
 * @param own the dates are of our own export, where what has only a start was written so
 */
export function datesFor(
  type: string | null,
  { start, end, at }: { start?: string; end?: string; at?: string[] },
  own = false,
): WrittenDates {
  const happens = type !== null && vocabulary.relationTypes.get(type)?.time === 'occurrence';
  const attested = at === undefined || at.length === 0 ? {} : { at: at.length === 1 ? at[0]! : at };
  if (!happens) return { ...(start && { start }), ...(end && { end }), ...attested };
  if (start === undefined) return { ...(end && end !== '..' && { end }), ...attested };
  if (own && end === undefined) return { start, ...attested };
  return { on: end === undefined || end === '..' || end === start ? start : `${start}/${end}`, ...attested };
}

/** Dates as our exports say them in a text: `start 2013~; end not stated; attested 2015, 2021-06`; null for another text. */
export function saidDates(text: string): { start?: string; end?: string; at?: string[] } | null {
  const said = /^start (.+?); end (.+?)(?:; attested (.+?))?(?:; (?:held|proposed|cancelled))?$/.exec(text);
  if (said === null) return null;
  const [, start = '', end = '', attested = ''] = said;
  const isDate = (words: string): boolean => !['not stated', 'does not apply', 'ongoing', 'stated'].includes(words);
  return {
    ...(isDate(start) && { start }),
    ...(end === 'ongoing' ? { end: '..' } : isDate(end) && { end }),
    ...(attested !== '' && { at: attested.split(', ') }),
  };
}
