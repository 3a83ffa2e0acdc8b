import { stringify } from 'yaml';
import { isoDate, type Citation } from '../citation.js';
import { KEYWORDS, LICENCE } from '../data-set.js';

/**
 * CITATION.cff (Citation File Format 1.2.0) of the data set. An answer stands in it as a reference: the file is about the whole, and only a
 * reference has the day on which it was looked at.
 */
export function cff(whole: Citation, answer?: Citation): string {
  const file = {
    'cff-version': '1.2.0',
    message: 'If you use this data set, please cite it as below, and the pages that its claims come from.',
    type: 'dataset',
    ...described(whole),
    ...(whole.note && { abstract: whole.note }),
    license: LICENCE.spdx,
    keywords: KEYWORDS,
    ...(answer && {
      references: [{ type: 'data', ...described(answer), ...accessed(answer), ...(answer.note && { notes: answer.note }) }],
    }),
  };
  return stringify(file, { lineWidth: 0 });
}

const described = ({ title, author, version, issued, URL, DOI }: Citation): object => ({
  title,
  authors: author.map(({ literal }) => ({ name: literal })),
  version,
  ...(issued && { 'date-released': isoDate(issued) }),
  ...(URL && { url: URL }),
  ...(DOI && { doi: DOI }),
});

const accessed = ({ accessed: day }: Citation): object => (day ? { 'date-accessed': isoDate(day) } : {});
