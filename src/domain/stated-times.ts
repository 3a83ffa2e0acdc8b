import { dayBounds, timeSpan } from './edtf.js';
import { independentOrigin } from './evidence.js';
import type { Claim, Source, TimeSpan } from './model.js';

/** The dates that one claim states, as written. */
export interface StatedDates {
  on: string | null;
  start: string | null;
  end: string | null;
  at: string[];
}

/** A claim with its dates as the dossier wrote them. */
export interface DatedClaim {
  claim: Claim;
  dates: StatedDates;
}

/**
 * A stored claim with its dates as a dossier wrote them. It keeps a day or period on which something happened as start and end;
 * what occurs, or begins and ends at one date, was written as that.
 * @param persists whether it stays true once it has happened
 */
export function datedClaim(claim: Claim, persists: boolean): DatedClaim {
  const { start, end, attested } = claim;
  const at = attested === null ? [] : attested.replace(/^\{|\}$/g, '').split(',');
  const happened = start !== null && end !== null && end !== '..' && (persists || start === end);
  if (!happened) return { claim, dates: { on: null, start, end, at } };
  return { claim, dates: { on: start === end ? start : `${start}/${end}`, start: null, end: null, at } };
}

/**
 * The time that claims of one thing state together. Of dates that differ the one on most independent sources counts, then
 * the more precise (longer) one, then the first in order of text; so the order of dossiers does not matter. Dates at which it
 * held are all kept. Disputing claims have no say.
 *
 * @param persists whether it stays true once it has happened
 */
export function timeOf(claims: readonly DatedClaim[], sources: ReadonlyMap<string, Source>, persists: boolean): TimeSpan {
  const stated = claims
    .filter(({ claim }) => claim.stance === 'SUPPORTS')
    .map(({ claim, dates }) => ({ ...dates, source: claim.source, origin: independentOrigin(claim.source, sources) }));
  const backers = (dated: typeof stated): number => new Set(dated.map(({ origin }) => origin)).size;
  const chosen = (key: 'on' | 'start' | 'end'): string | null => mostBacked(stated.map((dates) => [dates[key], dates.origin]));

  // Some sources may give the day it happened, others a start and an end: the two cannot be mixed.
  const happened = stated.filter(({ on }) => on !== null);
  const lasted = stated.filter(({ start, end }) => start !== null || end !== null);
  const at = stated.flatMap((dates) => dates.at);
  if (happened.length > 0 && backers(happened) >= backers(lasted)) {
    const on = chosen('on')!;
    return timeSpan(
      {
        on,
        at,
        ongoingAt: ongoingAt(
          happened.filter((dates) => dates.on === on),
          sources,
        ),
      },
      persists,
    );
  }
  const ongoing = stated.filter(({ end }) => end === '..');
  return timeSpan({ start: chosen('start'), end: chosen('end'), at, ongoingAt: ongoingAt(ongoing, sources) }, persists);
}

function mostBacked(votes: readonly (readonly [value: string | null, origin: string])[]): string | null {
  const origins = new Map<string, Set<string>>();
  for (const [value, origin] of votes) {
    if (value !== null) origins.set(value, (origins.get(value) ?? new Set()).add(origin));
  }
  const [best] = [...origins].sort(
    ([a, originsOfA], [b, originsOfB]) => originsOfB.size - originsOfA.size || b.length - a.length || (a < b ? -1 : 1),
  );
  return best?.[0] ?? null;
}

/** Up to when "ongoing" is known: the latest day on which a source that says so was published, or else read. */
function ongoingAt(claims: readonly { source: string }[], sources: ReadonlyMap<string, Source>): string | null {
  const dates = claims.flatMap(({ source: id }) => {
    const source = sources.get(id);
    return source ? [source.published ?? source.retrieved] : [];
  });
  const ordered = dates
    .map((date) => ({ date, key: `${dayBounds(date).earliest} ${date}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return ordered.at(-1)?.date ?? null;
}
