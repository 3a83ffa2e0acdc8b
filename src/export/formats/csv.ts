import { stringify } from 'csv-stringify/sync';

/**
 * CSV of RFC 4180: every text in quotes, nothing at all for what is not known, so that an empty text is not an unknown. The values
 * are as the graph has them; a spreadsheet should be told that they are text.
 */
export const csvRows = (rows: readonly object[], columns: readonly string[]): string =>
  stringify([...rows], { columns: [...columns], quoted_string: true, cast: { boolean: String } });

export const csvLine = (values: readonly string[]): string => stringify([[...values]]);
