/** The sources that the relations in view rest on, each once, as citations. */
import { picture } from '../state/picture.js';
import { sourcesOfView, type CitedSource } from '../state/provenance.js';

/** In the order of their titles. */
export async function sourcesInView(): Promise<CitedSource[]> {
  const inView = picture.value.edges;
  const found = new Map<string, CitedSource>();
  for (const { id, claims } of await sourcesOfView()()) {
    if (inView.has(id)) for (const { source } of claims) found.set(source.id, source);
  }
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/** EDTF has more than a citation can say: what is a plain year, month or day is a date, the rest stays as written. */
const dateParts = (edtf: string): { 'date-parts': number[][] } | { literal: string } =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf) ? { 'date-parts': [edtf.split('-').map(Number)] } : { literal: edtf };

const CSL_TYPE: Record<string, string> = {
  news: 'article-newspaper',
  law: 'legislation',
  report: 'report',
  dataset: 'dataset',
  article: 'article',
  speech: 'speech',
};

/** CSL-JSON, which Zotero and pandoc read. */
export const toCsl = (sources: CitedSource[]): object[] =>
  sources.map(({ id, title, publisher, published, retrieved, url, kind, language }) => ({
    id,
    type: CSL_TYPE[kind] ?? 'webpage',
    title,
    author: [{ literal: publisher }],
    publisher,
    ...(published ? { issued: dateParts(published) } : {}),
    accessed: dateParts(retrieved),
    URL: url,
    language,
  }));

export const toBibtex = (sources: CitedSource[]): string =>
  sources
    .map(({ id, title, publisher, published, retrieved, url, language }) => {
      const fields = {
        title: `{${escaped(title)}}`,
        author: `{${escaped(publisher)}}`,
        publisher: escaped(publisher),
        ...(published ? { year: published.slice(0, 4), date: escaped(published) } : {}),
        url: url.replace(/[{}\\]/g, encodeURIComponent),
        urldate: retrieved,
        langid: language,
      };
      const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
      return `@online{${id},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');

/** The letters that mean something to TeX. */
const TEX: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const escaped = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (letter) => TEX[letter] ?? `\\${letter}`);
