import { checkDataVersion } from '../domain/data-version.js';
import { DomainError } from '../domain/errors.js';
import type { GraphStore } from '../store/port.js';
import { addressOfQuery, citationOfAnswer, citationOfDataSet, dataSetOf, type DataSet } from './data-set.js';
import type { Subject } from './formats/formats.js';
import { allSources, citationOfSource, sourcesOfAnswer, type NamedRecords } from './sources.js';

/** What is to be cited, in the words of the command and of `/cite/…`. Nothing: the whole data set. */
export interface CitationQuestion {
  query?: string | undefined;
  /** JSON object */
  variables?: string | undefined;
  /** Address of a page that shows an answer: a view of the explorer. */
  view?: string | undefined;
  /** What the question is about, for the title; taken from the query unless told. */
  title?: string | undefined;
  /** Address of the server, where others find it, too. */
  address?: string | undefined;
  doi?: string | undefined;
  /** ISO day; today unless told. */
  accessed?: string | undefined;
  /** The version that the data must have. */
  dataVersion?: string | undefined;
  /** The pages that the answer rests on, instead of the answer. */
  sources?: boolean | undefined;
}

/** Answers a query and says what its answer names. @throws whatever says that it has no answer */
export type NamedInAnswer = (query: string, variables: Record<string, unknown>) => Promise<NamedRecords>;

/**
 * What is to be written of a question. A query is answered first: one that has no answer is not cited.
 * @param store one graph throughout
 * @param data what is loaded, where it is known already
 * @throws DomainError INVALID_ARGUMENT, DATA_VERSION_NOT_HELD
 */
export async function cite(
  store: GraphStore,
  question: CitationQuestion,
  { about, named, data }: { about: (query: string) => string; named: NamedInAnswer; data?: DataSet | undefined },
): Promise<Subject> {
  const { query, variables, view, title, sources, dataVersion } = question;
  if (query !== undefined && view !== undefined) {
    throw new DomainError('INVALID_ARGUMENT', '`query` and `view` name two answers. Give one of them.');
  }
  if (sources && view !== undefined) {
    throw new DomainError('INVALID_ARGUMENT', 'The sources of a view are those of its query: give `query` instead of `view`.');
  }
  const asked = { ...question, accessed: day(question.accessed), address: address('address', question.address) };
  const dataset = data ?? (await dataSetOf(store));
  if (dataset === null) throw new DomainError('INVALID_ARGUMENT', 'No data is loaded, so there is nothing to cite.');
  if (dataVersion !== undefined) checkDataVersion(dataVersion, dataset.version);

  const names = query === undefined ? null : await named(query, variablesOf(variables));
  if (sources) {
    const found = names === null ? await allSources(store) : await sourcesOfAnswer(store, names);
    return { sources: found.map(citationOfSource) };
  }
  const whole = citationOfDataSet(dataset, asked);
  if (query !== undefined) {
    const link = asked.address && addressOfQuery(asked.address, query, variables, dataset.version);
    return {
      whole,
      answer: citationOfAnswer(dataset, { about: title ?? about(query), query, variables }, { ...asked, address: link }),
    };
  }
  if (view === undefined) return { whole };
  return { whole, answer: citationOfAnswer(dataset, { about: title ?? 'A view' }, { ...asked, address: address('view', view) }) };
}

function variablesOf(json = '{}'): Record<string, unknown> {
  try {
    const variables: unknown = JSON.parse(json);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
      return variables as Record<string, unknown>;
  } catch {
    // Said below, the same as for JSON that is not an object.
  }
  throw new DomainError('INVALID_ARGUMENT', `\`variables\` takes a JSON object, for example {"id": "digessp"}; it was ${json}`);
}

function day(text = new Date().toISOString().slice(0, 10)): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new DomainError('INVALID_DATE', `\`accessed\` takes a day, such as 2026-11-24; it was ${text}`);
}

function address(name: string, text: string | undefined): string | undefined {
  if (text === undefined || /^https?:\/\/[^\s/]/.test(text)) return text;
  throw new DomainError('INVALID_ARGUMENT', `\`${name}\` takes an address that begins with http:// or https://; it was ${text}`);
}
