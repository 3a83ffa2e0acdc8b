import type { Graph } from '../../../src/domain/model.js';
import type { GraphStore, Keyset, Page } from '../../../src/store/port.js';

/** The whole graph that a store holds, read through its port, each list by id. */
export async function everythingIn(store: GraphStore): Promise<Graph> {
  const noFilter = { words: [], during: null, within: null, kinds: null, types: null, relationTypes: null };
  const order = { direction: 'ASC' } as const;
  const entities = await allPages(
    (after) => store.entityPage({ ...noFilter, label: null, order: { ...order, by: 'NAME' }, after, limit }),
    ({ sortKey }) => sortKey,
  );
  const relations = await allPages(
    (after) =>
      store.relationPage({
        ...noFilter,
        source: null,
        from: null,
        to: null,
        began: null,
        disputed: null,
        minSupporting: null,
        order: { ...order, by: 'START' },
        after,
        limit,
      }),
    ({ sortKey }) => sortKey,
  );
  const sources = await allPages(
    (after) => store.sourcePage({ words: [], publisherId: null, order: { ...order, by: 'TITLE' }, after, limit }),
    ({ sortKey }) => sortKey,
  );
  const claims = await store.claimsOf({ sources: sources.map(({ id }) => id), after: null, limit: 100_000 });
  const dataset = await store.dataset();
  return {
    version: dataset?.version ?? '',
    entities,
    relations,
    claims: sorted(claims.flatMap((answer) => answer.claims)),
    sources,
  };
}

const limit = 1_000;

async function allPages<T extends { id: string }>(
  page: (after: Keyset | null) => Promise<Page<T>>,
  keyOf: (row: T) => string,
): Promise<T[]> {
  const rows: T[] = [];
  for (let after: Keyset | null = null; ;) {
    const answer = await page(after);
    rows.push(...answer.rows);
    const last = answer.rows.at(-1);
    if (!answer.more || last === undefined) return sorted(rows);
    after = { key: keyOf(last), id: last.id };
  }
}

const sorted = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
