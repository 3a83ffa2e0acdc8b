import { DomainError } from './errors.js';

/** A page of a list, as a Relay connection. `totalCount` counts every match, whatever the page; -1 where it was not asked for. */
export interface Connection<T> {
  nodes: readonly T[];
  /** The nodes with their cursors. */
  readonly edges: { node: T; readonly cursor: string }[];
  totalCount: number;
  hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Cursors are opaque to clients: base64url of a JSON list, so that a key may hold any character. */
export function encodeCursor(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * @param types of its parts; numbers are whole, for they are places and counts
 * @throws DomainError INVALID_CURSOR
 */
export function decodeCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    key = null;
  }
  if (
    !Array.isArray(key) ||
    key.length !== types.length ||
    !types.every((type, i) => (type === 'number' ? Number.isSafeInteger(key[i]) : typeof key[i] === type))
  ) {
    throw new DomainError(
      'INVALID_CURSOR',
      `"${cursor}" is not a cursor of this list. Pass \`pageInfo.endCursor\` of the page before, or nothing.`,
    );
  }
  return key as (string | number)[];
}

/**
 * Edges and cursors are made when they are looked at: most queries want none, and an answer can hold thousands of rows.
 * @param cursorOf of a row, by itself or by its place on the page
 * @param more whether rows follow after the last one given
 */
export function connection<T>(
  rows: readonly T[],
  cursorOf: (row: T, i: number) => string,
  totalCount: number,
  more: boolean,
): Connection<T> {
  return new PageOfRows(rows, cursorOf, totalCount, more);
}

/** A class, for an answer can hold hundreds of pages: what is looked up on its prototype is not made for each. */
class PageOfRows<T> implements Connection<T> {
  readonly #cursorOf: (row: T, i: number) => string;

  constructor(
    readonly nodes: readonly T[],
    cursorOf: (row: T, i: number) => string,
    readonly totalCount: number,
    readonly hasNextPage: boolean,
  ) {
    this.#cursorOf = cursorOf;
  }

  get edges(): Connection<T>['edges'] {
    const cursorOf = this.#cursorOf;
    return this.nodes.map((node, i) => ({
      node,
      get cursor() {
        return cursorOf(node, i);
      },
    }));
  }

  get endCursor(): string | null {
    const last = this.nodes.length - 1;
    return last < 0 ? null : this.#cursorOf(this.nodes[last]!, last);
  }
}
