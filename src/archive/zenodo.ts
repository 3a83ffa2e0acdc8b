import type { Citation } from '../cite/citation.js';
import { isoDate } from '../cite/citation.js';
import { KEYWORDS, LICENCE } from '../cite/data-set.js';

/** Metadata of a deposit, by the names of Zenodo's REST API (https://developers.zenodo.org, "Deposit metadata"). */
export function zenodoMetadata({ title, author, issued, version, note, DOI }: Citation): string {
  const metadata = {
    title,
    upload_type: 'dataset',
    description: `<p>Who governs private security: actors, instruments, events and places, the relations between them with their dates, and behind every relation the page that says so.</p><p>${note ?? ''}</p>`,
    creators: author.map(({ literal }) => ({ name: literal })),
    access_right: 'open',
    license: LICENCE.spdx,
    keywords: KEYWORDS,
    version,
    ...(issued && { publication_date: isoDate(issued) }),
    language: 'eng',
    ...(DOI && { doi: DOI }),
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
