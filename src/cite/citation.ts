/**
 * What is cited, as CSL-JSON (the Citation Style Language's data model, version 1.0.2): the one shape that every format is written from.
 */
export interface Citation {
  /** Key of the entry; letters, digits and hyphens. */
  id: string;
  type: 'dataset' | 'webpage' | 'article-newspaper' | 'article' | 'legislation' | 'report' | 'speech';
  title: string;
  author: { literal: string }[];
  publisher: string;
  issued?: CitationDate;
  accessed?: CitationDate;
  URL?: string;
  DOI?: string;
  /** BCP 47 */
  language?: string;
  version?: string;
  'container-title'?: string;
  abstract?: string;
  note?: string;
}

/** A date, or with two parts a period; what has no place there stays as it was written. */
export type CitationDate = { 'date-parts': number[][]; circa?: boolean } | { literal: string };

/**
 * An EDTF date as a citation has it: years, months, days and closed periods of them; "about" and "perhaps" are both `circa`. Everything else
 * (`202X`, `2021/..`) is written as it is, so that no date is invented.
 */
export function citationDate(edtf: string): CitationDate {
  const parts = edtf.split('/').map((part) => /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(part));
  if (parts.length > 2 || parts.some((part) => part === null || Number(part[2]) > 12)) return { literal: edtf };
  const numbers = parts.map((part) => part!.slice(1, 4).flatMap((digits) => (digits === undefined ? [] : [Number(digits)])));
  return { 'date-parts': numbers, ...(parts.some((part) => part![4] !== undefined) && { circa: true }) };
}

/** The parts of a date as ISO 8601 has them, `2021-06`, a period with a slash; null for one that stays as it was written. */
export function isoDate(date: CitationDate): string | null {
  if ('literal' in date) return null;
  return date['date-parts'].map((part) => part.map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-')).join('/');
}
