import { InvalidArgumentError } from 'commander';
import type { ConflictKind } from '../../domain/conflicts.js';

/** What is typed after an option, as values; each says what it takes instead. */

export function names(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

const CONFLICT_KINDS: readonly ConflictKind[] = ['DISPUTED', 'DATES', 'ATTRIBUTE'];

export function conflictKinds(list: string): ConflictKind[] {
  const kinds = names(list.toUpperCase());
  const known = CONFLICT_KINDS.filter((kind) => kinds.includes(kind));
  if (known.length !== new Set(kinds).size) throw new InvalidArgumentError(`There are ${CONFLICT_KINDS.join(', ')}.`);
  return known;
}

export function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

export function pageSize(text: string): number {
  const size = wholeNumber(text);
  if (size < 1 || size > 100) throw new InvalidArgumentError('It must be from 1 to 100.');
  return size;
}

export function rowLimit(text: string): number {
  const limit = wholeNumber(text);
  if (limit < 1 || limit > 100_000) throw new InvalidArgumentError('It must be from 1 to 100000.');
  return limit;
}

export function secondsLimit(text: string): number {
  const seconds = wholeNumber(text);
  if (seconds < 1 || seconds > 600) throw new InvalidArgumentError('It must be from 1 to 600.');
  return seconds;
}

export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}
