import { DomainError } from '../../domain/errors.js';
import type { Citation } from '../citation.js';
import { bibtex } from './bibtex.js';
import { cff } from './cff.js';
import { ris } from './ris.js';

/** What is to be written: the data set, an answer from it, or sources. */
export type Subject = { whole: Citation; answer?: Citation | undefined } | { sources: readonly Citation[] };

export interface CitationFormat {
  name: string;
  /** What it is, and what reads it. */
  title: string;
  mediaType: string;
  ending: string;
  /** @throws DomainError INVALID_ARGUMENT where the format has no place for it */
  write: (subject: Subject) => string;
}

const entriesOf = (subject: Subject): readonly Citation[] =>
  'sources' in subject ? subject.sources : [subject.answer ?? subject.whole];

export const CITATION_FORMATS: readonly CitationFormat[] = [
  {
    name: 'bibtex',
    title: 'BibTeX, for LaTeX, Zotero, JabRef',
    mediaType: 'application/x-bibtex; charset=utf-8',
    ending: 'bib',
    write: (subject) => bibtex(entriesOf(subject)),
  },
  {
    name: 'csl-json',
    title: 'CSL-JSON, for Zotero, pandoc, Quarto',
    mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    ending: 'csl.json',
    write: (subject) => `${JSON.stringify(entriesOf(subject), null, 2)}\n`,
  },
  {
    name: 'ris',
    title: 'RIS, for Zotero, EndNote, Mendeley',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    ending: 'ris',
    write: (subject) => ris(entriesOf(subject)),
  },
  {
    name: 'cff',
    title: 'CITATION.cff, for repositories',
    mediaType: 'application/yaml; charset=utf-8',
    ending: 'cff',
    write: cffOf,
  },
];

function cffOf(subject: Subject): string {
  if (!('sources' in subject)) return cff(subject.whole, subject.answer);
  throw new DomainError(
    'INVALID_ARGUMENT',
    'CITATION.cff is about one data set and holds no list of sources. Ask for these as bibtex, csl-json or ris.',
  );
}

/** @throws DomainError INVALID_ARGUMENT, naming all */
export function citationFormatNamed(name: string): CitationFormat {
  const format = CITATION_FORMATS.find((known) => known.name === name);
  if (format !== undefined) return format;
  const names = CITATION_FORMATS.map((known) => known.name).join(', ');
  throw new DomainError('INVALID_ARGUMENT', `There is no citation format "${name}". The formats are ${names}.`);
}
