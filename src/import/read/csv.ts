import { CsvError, parse } from 'csv-parse/sync';
import type { Mapping } from '../mapping.js';
import { checkValue, ImportError, type ImportedFile } from '../records.js';
import { readRows, type Row } from './rows.js';

/** A table with a line of headings; separated by commas, semicolons or tabs. @throws ImportError */
export function readCsv(text: string, { rows, language = 'und' }: Mapping): ImportedFile {
  if (rows?.entities === undefined && rows?.relations === undefined) {
    throw new ImportError(
      'BAD_MAPPING',
      'A CSV file says nothing of what its columns are. Give --mapping with a file that has `rows:` (schema/import-mapping.schema.json; docs/research.md has an example).',
    );
  }
  const [heading = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].sort((a, b) => heading.split(b).length - heading.split(a).length)[0]!;
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, delimiter, bom: true, info: true, skip_empty_lines: true, relax_column_count: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(
      'MALFORMED_FILE',
      `${error.message}. Every row must have as many cells as the headings; a cell with the separator stands in quotes.`,
    );
  }
  let before = 1;
  const table = records.map(({ record, info }, i): Row => {
    // A row may have several lines; it is named by its first.
    const line = before + 1;
    before = info.lines;
    for (const [column, value] of Object.entries(record)) checkValue(value, line, `the cell of "${column}"`);
    return { place: { line, record: `row ${i + 1}` }, locator: `row ${i + 1} (line ${line})`, fields: record };
  });
  const headings = new Set(Object.keys(records[0]?.record ?? {}));
  const named = [
    rows.entities?.names.map(({ column }) => column) ?? [],
    rows.relations?.from ?? [],
    rows.relations?.to ?? [],
  ].flat();
  const absent = named.filter((column) => !headings.has(column));
  if (records.length > 0 && absent.length > 0) {
    throw new ImportError(
      'BAD_MAPPING',
      `The file has no column "${absent.join('", "')}". It has ${[...headings].map((one) => `"${one}"`).join(', ')}.`,
    );
  }
  return readRows(table, rows, language);
}
