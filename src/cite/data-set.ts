import { createHash } from 'node:crypto';
import type { Dataset, GraphStore } from '../store/port.js';
import { citationDate, type Citation } from './citation.js';

export const TITLE = 'Custodes: a knowledge graph of who governs private security';
export const AUTHOR = 'Custodes';
export const LICENCE = { spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
export const KEYWORDS = [
  'private security',
  'private military and security companies',
  'oversight',
  'regulation',
  'Montreux Document',
  'International Code of Conduct',
  'knowledge graph',
];

/** The data set in one version. */
export interface DataSet extends Dataset {
  /** ISO day on which the last of its claims was written down: when this version came to be. */
  issued: string;
}

/** @returns null where nothing is loaded */
export async function dataSetOf(store: GraphStore): Promise<DataSet | null> {
  const dataset = await store.dataset();
  return dataset && { ...dataset, issued: await lastRecorded(store) };
}

/** Read from the sources on, a batch at a time: the port has no question for it, and who cites can wait a moment. */
async function lastRecorded(store: GraphStore): Promise<string> {
  let last = '';
  const question = { words: [], publisherId: null, order: { by: 'TITLE', direction: 'ASC' }, limit: 100 } as const;
  for (let after: { key: string; id: string } | null = null; ;) {
    const { rows, more } = await store.sourcePage({ ...question, after });
    const claims = await store.claimsOf({ sources: rows.map(({ id }) => id), after: null, limit: 100_000 });
    for (const claim of claims.flatMap((of) => of.claims)) if (claim.recorded > last) last = claim.recorded;
    const end = rows.at(-1);
    if (!more || end === undefined) return last;
    after = { key: end.sortKey, id: end.id };
  }
}

export interface Cited {
  /** Where it can be found; none is made up. */
  address?: string | undefined;
  /** Once it is deposited. */
  doi?: string | undefined;
  /** ISO day on which it was looked at. */
  accessed?: string | undefined;
}

/** How to cite the whole data set. */
export function citationOfDataSet(data: DataSet, { address, doi, accessed }: Cited): Citation {
  return {
    id: `custodes-${data.version.slice(0, 12)}`,
    type: 'dataset',
    title: TITLE,
    author: [{ literal: AUTHOR }],
    publisher: AUTHOR,
    issued: citationDate(data.issued),
    version: data.version,
    ...(accessed && { accessed: citationDate(accessed) }),
    ...(address && { URL: address }),
    ...(doi && { DOI: doi }),
    language: 'en',
    note: `${data.entities} entities, ${data.relations} relations, ${data.claims} claims from ${data.sources} sources. The version is the SHA-256 of the data.`,
  };
}

/** What was asked: a query, or a view of the explorer by its address. */
export interface Asked {
  /** A few words, for the title. */
  about: string;
  /** The query's text, and its variables as JSON. */
  query?: string | undefined;
  variables?: string | undefined;
}

/** How to cite one answer: the data set's citation, with the question, its address, the day and the version. */
export function citationOfAnswer(data: DataSet, { about, query, variables }: Asked, cited: Cited): Citation {
  const whole = citationOfDataSet(data, cited);
  const question = [query?.replace(/\s+/g, ' ').trim(), variables].filter(Boolean).join(' with ');
  return {
    ...whole,
    id: `${whole.id}-${createHash('sha256').update(`${about}\n${question}`).digest('hex').slice(0, 8)}`,
    title: `${about} (answer of Custodes)`,
    'container-title': TITLE,
    ...(question && { note: `Query: ${question}` }),
  };
}

/** Opens the query in the playground of a server, which then demands this version of the data. */
export function addressOfQuery(server: string, query: string, variables: string | undefined, version: string): string {
  const brought = new URLSearchParams({ query, ...(variables && { variables }), dataVersion: version });
  return `${server.replace(/\/+$/, '')}/graphql#${brought.toString()}`;
}
