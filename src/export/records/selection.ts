import { asOfDays, during } from '../../domain/as-of.js';
import { DomainError } from '../../domain/errors.js';
import { checkedKinds, checkedRelationTypes } from '../../domain/lookup.js';
import type { AsOf } from '../../domain/as-of.js';
import type { Known } from '../../domain/known.js';
import type { Direction } from '../../store/port.js';

/** Which part of the graph is wanted, in the words of the API, and as of when it is looked at; nothing: all of it, as it is known today. */
export interface Selection extends Known {
  /** Ids of entities: only their neighbourhood, as `network(…)` answers it. */
  centers?: readonly string[] | null | undefined;
  /** Steps from a centre, 0 to 4; with `centers` only. */
  depth?: number | null | undefined;
  /** Which way steps go; with `centers` only. */
  direction?: Direction | null | undefined;
  /** Most entities, 1 to 2000; with `centers` only. */
  limit?: number | null | undefined;
  /** A region, as `resolveRegion` takes it: relations with an end in it, with both their ends, and whatever else lies in it. */
  within?: string | null | undefined;
  relationTypes?: readonly string[] | null | undefined;
  /** Only entities of these kinds, and relations between them. */
  kinds?: readonly string[] | null | undefined;
  /** Only relations that certainly or possibly held then, with their ends, and other entities that possibly existed. */
  asOf?: AsOf;
}

/**
 * The selection with its lists in order and each name once, so that two that mean the same are written the same.
 * @throws DomainError INVALID_ARGUMENT, INVALID_DATE; unknown ids and regions are found out when it is read
 */
export function checkedSelection(selection: Selection): Selection {
  const { centers, within } = selection;
  if (centers && within) {
    throw new DomainError(
      'INVALID_ARGUMENT',
      '`centers` and `within` choose in two ways. Give one: `centers` for a neighbourhood, `within` for a region.',
    );
  }
  for (const name of ['depth', 'direction', 'limit'] as const) {
    if (centers || (selection[name] ?? null) === null) continue;
    throw new DomainError(
      'INVALID_ARGUMENT',
      `\`${name}\` is about the neighbourhood of \`centers\`, and there are none. Give \`centers\`, or leave \`${name}\` out.`,
    );
  }
  const { knownAt = null, publishedBy = null } = selection;
  during(selection.asOf);
  for (const date of [knownAt, publishedBy]) if (date) asOfDays(date);
  return {
    ...(centers && { centers: [...new Set(centers)].sort() }),
    ...(centers && { depth: selection.depth, direction: selection.direction, limit: selection.limit }),
    ...(within && { within: within.trim() }),
    relationTypes: checkedRelationTypes(selection.relationTypes),
    kinds: checkedKinds(selection.kinds),
    asOf: selection.asOf ?? null,
    knownAt,
    publishedBy,
  };
}

/** The selection in words, for the header of a file: `within: GT; asOf: 2021`. */
export function sayRequested(selection: Selection): string {
  const parts = Object.entries(selection as Record<string, unknown>)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`);
  return parts.length === 0 ? 'the whole graph' : parts.join('; ');
}
