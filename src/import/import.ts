import { stringify } from 'yaml';
import type { DossierContent } from '../dossier/format.js';
import { decodeUtf8 } from '../dossier/read/encoding.js';
import { formatProblem } from '../dossier/problem.js';
import type { Mapping } from './mapping.js';
import { readCsv } from './read/csv.js';
import { readFollowTheMoney } from './read/follow-the-money.js';
import { readGraphml } from './read/graphml.js';
import { ImportError, MOST_FILE_BYTES, type ImportedFile } from './records.js';

/** The formats that `custodes import` reads. */
export const IMPORT_FORMATS = ['ftm', 'graphml', 'csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** @param file its name, for messages @throws ImportError, saying where */
export function readImport(file: string, bytes: Uint8Array, format: ImportFormat, mapping: Mapping): ImportedFile {
  if (bytes.byteLength > MOST_FILE_BYTES) {
    throw new ImportError(
      'FILE_TOO_LARGE',
      `${file} has ${bytes.byteLength} bytes; ${MOST_FILE_BYTES} is the most. Import it in parts.`,
    );
  }
  const decoded = decodeUtf8({ file, bytes });
  if ('problem' in decoded) throw new ImportError('WRONG_ENCODING', formatProblem(decoded.problem));
  const text = decoded.text.replace(/^\uFEFF/, '');
  const language = mapping.language ?? 'und';
  const read =
    format === 'ftm'
      ? readFollowTheMoney(text, { language })
      : format === 'csv'
        ? readCsv(text, mapping)
        : readGraphml(text, mapping);
  if (read.things.length + read.links.length + read.unmapped.length === 0) {
    throw new ImportError('NOTHING_TO_IMPORT', `${file} has no record that the format ${format} knows.`);
  }
  return read;
}

/** The dossier as people review it. @param file it was made from, for its first line */
export function dossierText(dossier: DossierContent, file: string): string {
  return `# Made from ${file} by \`custodes import\`. Review every line: what a row says is not yet what a page says (docs/data.md).\n${stringify(dossier, { lineWidth: 0 })}`;
}
