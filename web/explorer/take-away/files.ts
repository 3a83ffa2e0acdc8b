/** Writes a file of the view and gives it to the browser to keep. */
import { view } from '../state/history.js';
import { picture } from '../state/picture.js';
import { positions } from '../network/places.js';
import { entitiesCsv, relationsCsv, toGexf, toGraphml, toJson } from './graph-formats.js';
import { citationOfView } from './citation.js';
import { toPng, toSvg } from './pictures.js';
import { sourcesInView, toBibtex, toCsl } from './sources.js';

interface File {
  ending: string;
  type: string;
  content: () => string | Blob | Promise<string | Blob>;
}

const FILES = {
  png: { ending: 'png', type: 'image/png', content: toPng },
  svg: { ending: 'svg', type: 'image/svg+xml', content: toSvg },
  gexf: { ending: 'gexf', type: 'application/xml', content: () => toGexf(picture.value, positions.value) },
  graphml: { ending: 'graphml', type: 'application/xml', content: () => toGraphml(picture.value) },
  json: { ending: 'json', type: 'application/json', content: () => toJson(picture.value, location.href) },
  entitiesCsv: { ending: 'entities.csv', type: 'text/csv', content: () => entitiesCsv(picture.value) },
  relationsCsv: { ending: 'relations.csv', type: 'text/csv', content: () => relationsCsv(picture.value) },
  bibtex: { ending: 'bib', type: 'application/x-bibtex', content: async () => toBibtex(await sourcesInView()) },
  csl: {
    ending: 'csl.json',
    type: 'application/json',
    content: async () => JSON.stringify(toCsl(await sourcesInView()), null, 2),
  },
  citeBibtex: { ending: 'citation.bib', type: 'application/x-bibtex', content: () => citationOfView('bibtex') },
  citeCsl: { ending: 'citation.csl.json', type: 'application/json', content: () => citationOfView('csl-json') },
  citeRis: { ending: 'citation.ris', type: 'application/x-research-info-systems', content: () => citationOfView('ris') },
} satisfies Record<string, File>;

export async function takeFile(name: keyof typeof FILES): Promise<void> {
  const { ending, type, content } = FILES[name];
  const { region, entity, from, to } = view.value;
  const subject = [region ?? from ?? entity ?? 'view', to].filter(Boolean).join('-');
  const address = URL.createObjectURL(new Blob([await content()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `custodes-${subject}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
