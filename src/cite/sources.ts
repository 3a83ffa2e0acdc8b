import type { Source } from '../domain/model.js';
import { inBatches, sourceBatches } from '../store/batches.js';
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
  const all: Source[] = [];
  for await (const batch of sourceBatches(store)) all.push(...batch);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
