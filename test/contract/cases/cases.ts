import { expect } from '@jest/globals';
import type { GraphStore, Page } from '../../../src/store/port.js';

/** What the store must answer, by what it shows. The store holds `smallGraph`. */
export type Cases = Readonly<Record<string, (store: GraphStore) => Promise<void>>>;

export const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

/** The page in short: its ids, how many match, whether more follow. */
export function expectPage(page: Page<{ id: string }>, ids: string[], total: number, more: boolean): void {
  expect({ ids: idsOf(page.rows), total: page.total, more: page.more }).toEqual({ ids, total, more });
}
