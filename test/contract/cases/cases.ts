import { expect } from '@jest/globals';
import type { GraphStore, Page } from '../../../src/store/port.js';

/** What the store must answer, by what it shows. The store holds `smallGraph`. */
export type Cases = Readonly<Record<string, (store: GraphStore) => Promise<void>>>;

export const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

/** The same page without a count. */
async function expectUncounted<Question extends { counted?: boolean }, Row>(
  ask: (question: Question) => Promise<Page<Row>>,
  question: Question,
): Promise<void> {
  const counted = await ask(question);
  expect(counted.total).not.toBeNull();
  expect(await ask({ ...question, counted: false })).toStrictEqual({ ...counted, total: null });
}

/** The same pages without a count, for each filter in each order, from the start and after the first row. */
export async function expectUncountedPages<Question extends { counted?: boolean }, Row extends { id: string }, By extends string>(
  ask: (question: Question) => Promise<Page<Row>>,
  filters: readonly object[],
  keys: Readonly<Record<By, (row: Row) => string | number>>,
): Promise<void> {
  for (const filter of filters) {
    for (const by of Object.keys(keys) as By[]) {
      for (const direction of ['ASC', 'DESC'] as const) {
        for (const limit of [1, 3, 100]) {
          const question = { ...filter, order: { by, direction }, limit } as unknown as Question;
          await expectUncounted(ask, question);
          const [first] = (await ask(question)).rows;
          if (first === undefined) continue;
          await expectUncounted(ask, { ...question, after: { key: keys[by](first), id: first.id } });
        }
      }
    }
  }
}

/** The page in short: its ids, how many match, whether more follow. */
export function expectPage(page: Page<{ id: string }>, ids: string[], total: number | null, more: boolean): void {
  expect({ ids: idsOf(page.rows), total: page.total, more: page.more }).toEqual({ ids, total, more });
}
