import type { Dataset } from '../store/port.js';
import { connection, decodeCursor, encodeCursor, type Connection } from './cursors.js';
import type { EarlierVersions } from './earlier-versions.js';
import type { FieldChange, GraphDifference, RecordsDifference } from './graph-difference.js';
import type { Claim, Entity, Graph, Relation, Source } from './model.js';

export const RECORD_TYPES = ['ENTITY', 'RELATION', 'CLAIM', 'SOURCE'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];
export const RECORD_CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type RecordChange = (typeof RECORD_CHANGES)[number];

export interface DataDifferenceQuestion {
  /** An earlier version of the data, or its first twelve digits or more. */
  from: string;
  records?: readonly RecordType[] | null | undefined;
  changes?: readonly RecordChange[] | null | undefined;
  first: number;
  after?: string | null | undefined;
}

export interface ChangedRecord {
  change: RecordChange;
  recordType: RecordType;
  id: string;
  /** A removed record as it was; null for the others. */
  removed: Entity | Relation | Claim | Source | null;
  /** CHANGED only; else none. */
  fields: FieldChange[];
}

export interface DataDifference {
  from: string;
  to: string;
  /** Whatever was asked for. */
  counts: { recordType: RecordType; added: number; removed: number; changed: number }[];
  /** By record type, change and id. */
  changed: Connection<ChangedRecord>;
}

/**
 * What the data has that an earlier version had not, record by record, and the other way round.
 * @param readPresent reads all of the present data
 * @throws DomainError as `EarlierVersions.differenceFrom`; INVALID_CURSOR
 */
export async function dataDifference(
  earlier: EarlierVersions,
  present: Dataset,
  readPresent: () => Promise<Graph>,
  { from, records, changes, first, after }: DataDifferenceQuestion,
): Promise<DataDifference> {
  const start = after ? Number(decodeCursor(after, ['number'])[0]) : 0;
  const difference = await earlier.differenceFrom(from, present, readPresent);
  const found = RECORD_TYPES.filter((type) => records?.includes(type) ?? true).flatMap((type) =>
    changedRecords(type, partOf(difference, type)).filter(({ change }) => changes?.includes(change) ?? true),
  );
  const end = start + first;
  return {
    from: difference.before,
    to: difference.after,
    counts: RECORD_TYPES.map((recordType) => {
      const { added, removed, changed } = partOf(difference, recordType);
      return { recordType, added: added.length, removed: removed.length, changed: changed.length };
    }),
    changed: connection(found.slice(start, end), (_, i) => encodeCursor(start + i + 1), found.length, found.length > end),
  };
}

type Records = RecordsDifference<Entity | Relation | Claim | Source>;

const partOf = (difference: GraphDifference, type: RecordType): Records =>
  ({
    ENTITY: difference.entities,
    RELATION: difference.relations,
    CLAIM: difference.claims,
    SOURCE: difference.sources,
  })[type];

const changedRecords = (recordType: RecordType, { added, removed, changed }: Records): ChangedRecord[] => [
  ...added.map(({ id }): ChangedRecord => ({ change: 'ADDED', recordType, id, removed: null, fields: [] })),
  ...removed.map((record): ChangedRecord => ({ change: 'REMOVED', recordType, id: record.id, removed: record, fields: [] })),
  ...changed.map(({ id, changes }): ChangedRecord => ({ change: 'CHANGED', recordType, id, removed: null, fields: changes })),
];
