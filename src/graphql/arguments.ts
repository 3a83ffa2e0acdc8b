import { DomainError } from '../domain/errors.js';
import { MOST_CHARACTERS, MOST_ENTRIES, RANGES, sayRange, type Range } from './limits.js';

/**
 * Checks every argument of a field against its limits, by its name. It runs before each resolver that takes arguments (see
 * `direct-calls.ts`), so that no resolver can forget it.
 * @param names of the arguments in the order of the schema: of several mistakes the same one is told, in whatever order they were written
 * @param paged whether the field has further pages to ask for
 * @param pageRows rows of a page that this server gives at most
 * @throws DomainError INVALID_ARGUMENT
 */
export function checkArguments(names: readonly string[], args: Record<string, unknown>, paged: boolean, pageRows: number): void {
  for (const name of names) {
    const value = args[name];
    if (typeof value === 'number') checkNumber(name, value, paged, pageRows);
    else if (typeof value === 'string') checkText(name, value);
    else if (Array.isArray(value)) checkList(name, value);
  }
}

function checkNumber(name: string, value: number, paged: boolean, pageRows: number): void {
  const known: Range | undefined = RANGES[name as keyof typeof RANGES];
  if (known === undefined) return;
  const range = name === 'first' ? { ...known, most: pageRows } : known;
  const belowLeast = range.above ? value <= range.least : value < range.least;
  if (belowLeast || value > range.most) {
    const tooMany = name === 'first' && value > range.most;
    const next = !tooMany ? '' : paged ? ' Ask for the rest page by page with `after`.' : ' Ask more exactly to need fewer.';
    throw new DomainError('INVALID_ARGUMENT', `\`${name}\` is ${value}; it may be ${sayRange(range)}.${next}`);
  }
}

function checkText(name: string, value: string): void {
  if (value.length <= MOST_CHARACTERS) return;
  throw new DomainError('INVALID_ARGUMENT', `\`${name}\` has ${value.length} characters; it may have ${MOST_CHARACTERS}.`);
}

function checkList(name: string, entries: readonly unknown[]): void {
  if (entries.length > MOST_ENTRIES) {
    throw new DomainError(
      'INVALID_ARGUMENT',
      `\`${name}\` has ${entries.length} entries; it may have ${MOST_ENTRIES}. Ask in several queries.`,
    );
  }
  for (const entry of entries) if (typeof entry === 'string') checkText(name, entry);
}
