import type { Source } from '../domain/model.js';
import type { GraphStore } from '../store/port.js';
import { citationDate, type Citation } from './citation.js';

const TYPE_OF_KIND: Record<string, Citation['type']> = {
  news: 'article-newspaper',
  'press-release': 'article-newspaper',
  law: 'legislation',
  regulation: 'legislation',
  report: 'report',
  dataset: 'dataset',
  article: 'article',
  speech: 'speech',
};

/** A page, law or report as a citation. Its publisher stands for the author: dossiers name no other. */
export function citationOfSource({ id, title, publisher, published, url, language, kind, retrieved }: Source): Citation {
  return {
    id,
    type: TYPE_OF_KIND[kind] ?? 'webpage',
    title,
    author: [{ literal: publisher }],
    publisher,
    ...(published !== null && { issued: citationDate(published) }),
    accessed: citationDate(retrieved),
    URL: url,
    ...(language !== 'und' && { language }),
  };
}

/** What an answer names, by id. */
export interface NamedRecords {
  entities: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  claims: ReadonlySet<string>;
  sources: ReadonlySet<string>;
}

/**
 * The sources of an answer, by id: those it names, and those of the claims that it and its relations rest on. Where it names entities alone,
 * those of the claims about these.
 */
export async function sourcesOfAnswer(
  store: GraphStore,
  { entities, relations, claims, sources }: NamedRecords,
): Promise<Source[]> {
  const alone = relations.size + claims.size + sources.size === 0;
  const records = [
    ...(await inBatches([...relations], (ids) => store.relations(ids))),
    ...(alone ? await inBatches([...entities], (ids) => store.entities(ids)) : []),
  ];
  const claimIds = new Set([...claims, ...records.flatMap((record) => record.claimIds)]);
  const found = new Set([
    ...sources,
    ...(await inBatches([...claimIds], (ids) => store.claims(ids))).map(({ source }) => source),
  ]);
  return inBatches([...found].sort(), (ids) => store.sources(ids));
}

/** Every source of the data, by id. */
export async function allSources(store: GraphStore): Promise<Source[]> {
  const question = { words: [], publisherId: null, order: { by: 'TITLE', direction: 'ASC' }, limit: BATCH } as const;
  const all: Source[] = [];
  for (let after: { key: string; id: string } | null = null; ;) {
    const { rows, more } = await store.sourcePage({ ...question, after });
    all.push(...rows);
    const end = rows.at(-1);
    if (!more || end === undefined) return all.sort((a, b) => (a.id < b.id ? -1 : 1));
    after = { key: end.sortKey, id: end.id };
  }
}

/** Ids that one question may hold. */
const BATCH = 1000;

async function inBatches<T>(ids: readonly string[], ask: (some: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const answers: T[] = [];
  for (let from = 0; from < ids.length; from += BATCH) answers.push(...(await ask(ids.slice(from, from + BATCH))));
  return answers;
}
