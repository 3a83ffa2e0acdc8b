import { expect } from '@jest/globals';
import type { GraphStore, Page } from '../../../src/store/port.js';

/** What the store must answer, by what it shows. The store holds `smallGraph`. */
export type Cases = Readonly<Record<string, (store: GraphStore) => Promise<void>>>;

export const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

/** The same page without a count. */
export async function expectUncounted<Question extends { counted?: boolean }, Row>(
  ask: (question: Question) => Promise<Page<Row>>,
  question: Question,
): Promise<void> {
  const counted = await ask(question);
  expect(counted.total).not.toBeNull();
  expect(await ask({ ...question, counted: false })).toStrictEqual({ ...counted, total: null });
}

/** The page in short: its ids, how many match, whether more follow. */
export function expectPage(page: Page<{ id: string }>, ids: string[], total: number | null, more: boolean): void {
  expect({ ids: idsOf(page.rows), total: page.total, more: page.more }).toEqual({ ids, total, more });
}
