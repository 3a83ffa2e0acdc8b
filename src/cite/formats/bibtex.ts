import { isoDate, type Citation, type CitationDate } from '../citation.js';

/**
 * BibTeX as biblatex has it: plain BibTeX takes what it does not know (`@online`, `@dataset`) for `@misc` and passes over the fields that it
 * does not know. UTF-8; a date that is no plain date (`202X`) stands in `note`.
 */
export const bibtex = (citations: readonly Citation[]): string => citations.map(entry).join('\n');

const TYPES: Partial<Record<Citation['type'], string>> = { dataset: 'dataset', report: 'report', legislation: 'legislation' };

function entry(citation: Citation): string {
  const { issued, accessed } = citation;
  const notes = [citation.note, issued && 'literal' in issued ? `Dated ${issued.literal}` : undefined].filter(Boolean).join('. ');
  const fields: [string, string | null | undefined][] = [
    // In braces of their own, so that no style changes a title's capitals or takes an institution apart at its "and".
    ['author', `{${citation.author.map(({ literal }) => text(literal)).join('} and {')}}`],
    ['title', `{${text(citation.title)}}`],
    ['booktitle', citation['container-title'] && text(citation['container-title'])],
    [citation.type === 'report' ? 'institution' : 'publisher', text(citation.publisher)],
    ['year', issued && yearOf(issued)],
    ['date', issued && biblatexDate(issued)],
    ['version', citation.version],
    ['doi', citation.DOI && verbatim(citation.DOI)],
    ['url', citation.URL && verbatim(citation.URL)],
    ['urldate', accessed && isoDate(accessed)],
    ['langid', citation.language && text(citation.language)],
    ['note', notes && text(notes)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${TYPES[citation.type] ?? 'online'}{${citation.id},\n${lines.join(',\n')}\n}\n`;
}

const yearOf = (date: CitationDate): string | null => isoDate(date)?.slice(0, 4) ?? null;

/** biblatex reads EDTF's `2021~`. */
function biblatexDate(date: CitationDate): string | null {
  const iso = isoDate(date);
  return iso !== null && 'circa' in date && date.circa
    ? iso
        .split('/')
        .map((part) => `${part}~`)
        .join('/')
    : iso;
}

/** The letters that mean something to TeX. Braces are named, because BibTeX counts them whether escaped or not. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};
const text = (plain: string): string =>
  plain
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\~^&%$#_{}]/g, (letter) => TEX[letter] ?? `\\${letter}`);

/** Fields that TeX does not look into; braces would still be counted. */
const verbatim = (address: string): string => address.replace(/[{}\\\s]/g, encodeURIComponent);
