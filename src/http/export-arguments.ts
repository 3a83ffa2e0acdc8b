import { DomainError } from '../domain/errors.js';
import type { Selection } from '../export/index.js';
import { MOST_CHARACTERS, MOST_ENTRIES } from '../graphql/limits.js';

/** The arguments, by the names that the API has for them, and how each is read; lists with commas, or given several times. */
const READERS = {
  centers: list,
  depth: wholeNumber,
  direction: oneOf('OUT', 'IN', 'BOTH'),
  limit: wholeNumber,
  within: text,
  relationTypes: list,
  kinds: list,
  asOf: text,
  knownAt: text,
  publishedBy: text,
} satisfies Record<keyof Selection, (name: string, value: unknown) => unknown>;

/**
 * The part of the graph that the arguments of an address choose.
 * @throws DomainError INVALID_ARGUMENT for one that is not known, or not what it must be
 */
export function selectionOf(query: Record<string, unknown>): Selection {
  const entries = Object.entries(query).map(([name, value]) => {
    if (!Object.hasOwn(READERS, name)) {
      const known = Object.keys(READERS).join(', ');
      throw new DomainError('INVALID_ARGUMENT', `There is no argument \`${name}\`. The arguments are ${known}.`);
    }
    return [name, READERS[name as keyof Selection](name, value)] as const;
  });
  return Object.fromEntries(entries);
}

function list(name: string, value: unknown): string[] {
  const entries = [value].flat().flatMap((one) => text(name, one).split(','));
  if (entries.length > MOST_ENTRIES) {
    throw new DomainError('INVALID_ARGUMENT', `\`${name}\` has ${entries.length} entries; it may have ${MOST_ENTRIES}.`);
  }
  return entries.map((entry) => entry.trim());
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new DomainError(
      'INVALID_ARGUMENT',
      `\`${name}\` must be given once and not be empty. Give it a value, or leave it out.`,
    );
  }
  if (value.length > MOST_CHARACTERS * MOST_ENTRIES) {
    throw new DomainError('INVALID_ARGUMENT', `\`${name}\` has ${value.length} characters, which is too long.`);
  }
  return value;
}

function wholeNumber(name: string, value: unknown): number {
  if (typeof value === 'string' && /^\d{1,6}$/.test(value)) return Number(value);
  throw new DomainError('INVALID_ARGUMENT', `\`${name}\` is "${String(value)}"; it must be a whole number.`);
}

function oneOf<T extends string>(...words: T[]): (name: string, value: unknown) => T {
  return (name, value) => {
    const word = words.find((known) => known === value);
    if (word !== undefined) return word;
    throw new DomainError('INVALID_ARGUMENT', `\`${name}\` is "${String(value)}"; it must be ${words.join(', ')}.`);
  };
}
