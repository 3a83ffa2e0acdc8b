import { isoDate, type Citation } from '../citation.js';

/** RIS, a tag a line, lines ended as its specification asks; Zotero, EndNote and Mendeley read it. */
export const ris = (citations: readonly Citation[]): string => citations.map(entry).join('');

const TYPES: Record<Citation['type'], string> = {
  dataset: 'DATA',
  webpage: 'ELEC',
  'article-newspaper': 'NEWS',
  article: 'ELEC',
  legislation: 'STAT',
  report: 'RPRT',
  speech: 'ELEC',
};

function entry(citation: Citation): string {
  const { issued, accessed } = citation;
  const iso = issued && isoDate(issued)?.split('/')[0];
  const tags: [string, string | null | undefined][] = [
    ['TY', TYPES[citation.type]],
    ['ID', citation.id],
    ...citation.author.map(({ literal }): [string, string] => ['AU', literal]),
    ['TI', citation.title],
    ['T2', citation['container-title']],
    ['PB', citation.publisher],
    ['PY', iso?.slice(0, 4)],
    ['DA', iso && slashed(iso)],
    ['ET', citation.version],
    ['DO', citation.DOI],
    ['UR', citation.URL],
    ['Y2', accessed && slashed(isoDate(accessed) ?? '')],
    ['LA', citation.language],
    ['N1', citation.note],
    // The date as the page has it, where RIS can say only a part of it or none.
    ['N1', issued && 'literal' in issued ? `Dated ${issued.literal}` : null],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** `2021/06//`: year, month, day and "other", each of which may be empty. */
const slashed = (iso: string): string => [...iso.split('-'), '', ''].slice(0, 3).concat('').join('/');
