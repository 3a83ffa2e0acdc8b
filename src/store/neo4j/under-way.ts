import { LoadUnderWay } from '../errors.js';
import type { Dataset } from '../port.js';

/** A row of `read/dataset`. */
export type DatasetRow = { [Key in keyof Dataset]: Dataset[Key] | null } & {
  loads: number;
  settled: number;
  announcedFor: number | null;
  loading: string | null;
  done: number | null;
  total: number | null;
};

/** @throws LoadUnderWay while the graph is replaced by the records of a file, one transaction after another */
export function refuseWhereUnderWay(row: Pick<DatasetRow, 'loading' | 'done' | 'total'> | undefined): void {
  if (row === undefined || row.loading === null) return;
  throw new LoadUnderWay(
    `The graph is being loaded from a records file (${row.done} of ${row.total} records so far); ask again when that is done. ` +
      'If it was broken off, the same `custodes load --records …` goes on where it stopped; with another file and --replace it begins anew.',
  );
}
