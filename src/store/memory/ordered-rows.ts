import type { Keyset, Page, SortDirection } from '../port.js';

/** Records in one order: ascending by a key, ties by id. Sorted when first asked for. */
export class OrderedRows<T extends { id: string }> {
  readonly #rows: readonly T[];
  readonly #keyOf: (row: T) => string | number;
  #sorted: T[] | null = null;

  constructor(rows: readonly T[], keyOf: (row: T) => string | number) {
    this.#rows = rows;
    this.#keyOf = keyOf;
  }

  /**
   * One page of the rows that match (null: of all of them), in this order or against it.
   * @param counted whether the total is wanted; where it is not, no more rows are looked at than the page takes
   */
  page(
    matches: ((row: T) => boolean) | null,
    direction: SortDirection,
    after: Keyset | null,
    limit: number,
    counted = true,
  ): Page<T> {
    if (!counted && matches !== null) return this.#uncounted(matches, direction, after, limit);
    const rows = matches === null ? this.#inOrder() : this.#inOrder().filter(matches);
    const against = (row: T): number => (after === null ? 0 : compare(this.#keyOf(row), row.id, after.key, after.id));

    if (direction === 'ASC') {
      const start = after === null ? 0 : firstIndexWhere(rows, (row) => against(row) > 0);
      const page = rows.slice(start, start + limit);
      return { rows: page, total: counted ? rows.length : null, more: start + page.length < rows.length };
    }
    const end = after === null ? rows.length : firstIndexWhere(rows, (row) => against(row) >= 0);
    const start = Math.max(0, end - limit);
    return { rows: rows.slice(start, end).reverse(), total: counted ? rows.length : null, more: start > 0 };
  }

  #uncounted(matches: (row: T) => boolean, direction: SortDirection, after: Keyset | null, limit: number): Page<T> {
    const rows = this.#inOrder();
    const against = (row: T): number => (after === null ? 0 : compare(this.#keyOf(row), row.id, after.key, after.id));
    const up = direction === 'ASC';
    const from = up
      ? firstIndexWhere(rows, (row) => after === null || against(row) > 0)
      : (after === null ? rows.length : firstIndexWhere(rows, (row) => against(row) >= 0)) - 1;
    const found: T[] = [];
    for (let at = from; at >= 0 && at < rows.length && found.length <= limit; at += up ? 1 : -1) {
      const row = rows[at]!;
      if (matches(row)) found.push(row);
    }
    return { rows: found.slice(0, limit), total: null, more: found.length > limit };
  }

  /** The first rows that match of those whose key is greater (null: from the start); no more are looked at than that takes. */
  following(after: string | number | null, limit: number, matches: (row: T) => boolean): T[] {
    const rows = this.#inOrder();
    const found: T[] = [];
    const start = after === null ? 0 : firstIndexWhere(rows, (row) => this.#keyOf(row) > after);
    for (let at = start; at < rows.length && found.length < limit; at++) {
      const row = rows[at]!;
      if (matches(row)) found.push(row);
    }
    return found;
  }

  #inOrder(): readonly T[] {
    return (this.#sorted ??= [...this.#rows].sort((a, b) => compare(this.#keyOf(a), a.id, this.#keyOf(b), b.id)));
  }
}

/** By key, then by id; strings by UTF-16 code unit. */
function compare(keyA: string | number, idA: string, keyB: string | number, idB: string): number {
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

/** Where, in rows of which first none and then all pass, the passing ones begin; the length where none does. */
export function firstIndexWhere<T>(rows: readonly T[], passes: (row: T) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(rows[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
