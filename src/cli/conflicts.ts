import { CONFLICT_KINDS, conflicts, type Conflict, type ConflictsQuestion } from '../domain/conflicts.js';
import type { GraphStore } from '../store/port.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';

/** All come at once: nobody else waits for this process. */
const ALL = Number.MAX_SAFE_INTEGER;

export interface ConflictsOptions extends GraphPlace, Omit<ConflictsQuestion, 'first' | 'after'> {
  first?: number;
  json: boolean;
}

/** Prints where sources disagree, with what each side says and its sources. */
export async function conflictsCommand({
  seeds,
  cache,
  archive,
  neo4j,
  json,
  first,
  ...question
}: ConflictsOptions): Promise<void> {
  const { store } = await openStore({ seeds, cache, archive, neo4j });
  try {
    const { edges, totalCount } = await conflicts(store, { ...question, first: first ?? ALL }, Infinity);
    const found = edges.map(({ node }) => node);
    if (!json) return console.log(await conflictsReport(store, found, totalCount, question));
    console.log(JSON.stringify({ dataVersion: (await store.dataset())?.version ?? null, totalCount, conflicts: found }, null, 2));
  } finally {
    await store.close();
  }
}

async function conflictsReport(
  store: GraphStore,
  found: readonly Conflict[],
  totalCount: number | null,
  { kinds, within }: Pick<ConflictsQuestion, 'kinds' | 'within'>,
): Promise<string> {
  const sourceIds = found.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims.map(({ source }) => source)));
  const titles = new Map((await store.sources([...new Set(sourceIds)])).map(({ id, title }) => [id, title]));
  const text = ({ kind, subject, about, sides }: Conflict): string =>
    [
      `${kind} ${subject.id}${about === null ? '' : `, ${about}`}`,
      ...sides.flatMap(({ value, claims }) => [
        `  ${value}`,
        ...claims.map(({ statement, source }) => `    ${statement} [${titles.get(source)}: ${source}]`),
      ]),
    ].join('\n');
  const where = within ? ` in ${within}` : '';
  const sorts = (kinds ?? CONFLICT_KINDS).join(', ');
  const counted = totalCount === 1 ? '1 conflict' : `${totalCount} conflicts`;
  return [`${counted} between sources${where} (${sorts}).`, ...found.map(text)].join('\n\n');
}
