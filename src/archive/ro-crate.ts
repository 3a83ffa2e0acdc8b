import { isoDate, type Citation } from '../cite/citation.js';
import { KEYWORDS, LICENCE } from '../cite/data-set.js';

export interface DescribedFile {
  path: string;
  about: string;
  mediaType: string;
  bytes: number;
  /** SHA-256, hex */
  digest: string;
}

/** RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): the data set and each of its files, as JSON-LD. */
export function roCrate({ title, author, issued, version, note, URL, DOI }: Citation, files: readonly DescribedFile[]): string {
  const authors = author.map(({ literal }) => ({ '@id': '#author', '@type': 'Organization', name: literal }));
  const crate = {
    '@context': 'https://w3id.org/ro/crate/1.1/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: { '@id': './' },
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: title,
        description: note,
        version,
        ...(issued && { datePublished: isoDate(issued) }),
        license: { '@id': LICENCE.url },
        author: authors.map((one) => ({ '@id': one['@id'] })),
        keywords: KEYWORDS,
        ...(URL && { url: URL }),
        ...(DOI && { identifier: `https://doi.org/${DOI}` }),
        hasPart: files.map(({ path }) => ({ '@id': encoded(path) })),
      },
      ...authors,
      {
        '@id': LICENCE.url,
        '@type': 'CreativeWork',
        name: 'Creative Commons Attribution 4.0 International',
      },
      ...files.map(({ path, about, mediaType, bytes, digest }) => ({
        '@id': encoded(path),
        '@type': 'File',
        name: path,
        description: about,
        encodingFormat: mediaType,
        contentSize: String(bytes),
        sha256: digest,
      })),
    ],
  };
  return `${JSON.stringify(crate, null, 2)}\n`;
}

/** A path as a relative address. */
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
