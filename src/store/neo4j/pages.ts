import type { During, EntityPage, Keyset, Page, RelationPage, SourcePage } from '../port.js';

/** The statement that answers a page of entities, and its parameters. */
export function entityPageStatement(question: EntityPage): [statement: string, parameters: Record<string, unknown>] {
  const { order, after, limit, counted = true } = question;
  const filter = filterOf(question);
  const alongIndex = INDEXED.find(({ by, direction }) => by === order.by && direction === order.direction);
  if (!counted && alongIndex !== undefined) {
    const { statement, first } = alongIndex;
    return [statement, { ...filter, afterKey: after?.key ?? first, afterId: after?.id ?? '', limit: limit + 1 }];
  }
  return [counted ? 'entity-page' : 'entity-page-uncounted', { ...filter, ...placeInOrder(order, after, limit) }];
}

/** The parameters of a page that is found by the place that it is about. */
export function entityPageInPlace(question: EntityPage, within: string, many: number): Record<string, unknown> {
  const place = `"${within.replace(/["\\]/g, '\\$&')}"`;
  return { ...filterOf(question), within, place, many, ...placeInOrder(question.order, question.after, question.limit) };
}

const filterOf = ({ label, kinds, within, words, during, relationTypes }: EntityPage): Record<string, unknown> => ({
  ...{ label, kinds, within, words, relationTypes },
  ...daysOf(during),
});

/** The orders that Neo4j reads along an index, with a key before all others. */
const INDEXED = [
  { by: 'NAME', direction: 'ASC', statement: 'entity-page-by-name', first: '' },
  { by: 'DEGREE', direction: 'DESC', statement: 'entity-page-by-degree-descending', first: Number.MAX_SAFE_INTEGER },
] as const;

export function daysOf(during: During | null): { from: string | null; to: string | null; certainly: boolean } {
  return { from: during?.from ?? null, to: during?.to ?? null, certainly: during?.certainty === 'CERTAINLY' };
}

/** One row more than the page is asked for: it says whether there are more. */
export function placeInOrder(
  order: EntityPage['order'] | RelationPage['order'] | SourcePage['order'],
  after: Keyset | null,
  limit: number,
): Record<string, unknown> {
  return {
    orderBy: order.by,
    descending: order.direction === 'DESC',
    afterKey: after?.key ?? null,
    afterId: after?.id ?? null,
    limit: limit + 1,
  };
}

export function pageOf<Row, T>(rows: readonly Row[], total: number | null, limit: number, record: (row: Row) => T): Page<T> {
  return { rows: rows.slice(0, limit).map(record), total, more: rows.length > limit };
}
