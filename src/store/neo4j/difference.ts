import { createHash } from 'node:crypto';

/** Grows when records are written in another way, so that what an older version wrote is written again. */
const LAYOUT = 1;

/** What has to be written so that Neo4j holds the records of a new graph instead of those that it holds. */
export interface Difference<T> {
  added: T[];
  changed: T[];
  /** Ids. */
  vanished: string[];
}

/** @param stored fingerprints of what Neo4j holds, by id; null where it was written by somebody else */
export function differenceOf<T extends { id: string }>(
  records: readonly T[],
  stored: ReadonlyMap<string, string | null>,
  row: (record: T) => object,
): Difference<T> {
  const added = records.filter(({ id }) => !stored.has(id));
  const changed = records.filter((record) => stored.has(record.id) && stored.get(record.id) !== fingerprint(row(record)));
  const kept = new Set(records.map(({ id }) => id));
  return { added, changed, vanished: [...stored.keys()].filter((id) => !kept.has(id)) };
}

/** Of a record as it is written: equal where nothing has to be written. */
export function fingerprint(row: object): string {
  return createHash('sha256')
    .update(`${LAYOUT} ${JSON.stringify(row)}`)
    .digest('base64url')
    .slice(0, 22);
}

/** The row with its fingerprint, which stands among the properties of the node or relationship. */
export function withFingerprint(row: object): object {
  const mark = { fingerprint: fingerprint(row) };
  return 'properties' in row ? { ...row, properties: { ...(row.properties as object), ...mark } } : { ...row, ...mark };
}
