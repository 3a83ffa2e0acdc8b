import type { Claim, Entity, Graph, Relation, Source } from './model.js';
import { byId } from './order.js';

/** One value of a record that is another one now; `field` is a path (`time.start`). A value that was not there is null. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** Lists by id. */
export interface RecordsDifference<T> {
  added: T[];
  removed: T[];
  changed: { id: string; changes: FieldChange[] }[];
}

export interface GraphDifference {
  /** Data versions. */
  before: string;
  after: string;
  sources: RecordsDifference<Source>;
  entities: RecordsDifference<Entity>;
  relations: RecordsDifference<Relation>;
  claims: RecordsDifference<Claim>;
}

/**
 * What a graph has that another has not, record by record. Records are the same by their id; a claim's id follows from its content,
 * so a claim that says something else is one removed and one added.
 */
export function graphDifference(before: Graph, after: Graph): GraphDifference {
  return {
    before: before.version,
    after: after.version,
    sources: recordsDifference(before.sources, after.sources),
    entities: recordsDifference(before.entities, after.entities),
    relations: recordsDifference(before.relations, after.relations),
    claims: recordsDifference(before.claims, after.claims),
  };
}

function recordsDifference<T extends { id: string }>(before: readonly T[], after: readonly T[]): RecordsDifference<T> {
  const old = new Map(before.map((record) => [record.id, record]));
  const now = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((record) => {
    const was = old.get(record.id);
    const changes = was ? fieldChanges(was, record) : [];
    return changes.length > 0 ? [{ id: record.id, changes }] : [];
  });
  return {
    added: after.filter(({ id }) => !old.has(id)).sort(byId),
    removed: before.filter(({ id }) => !now.has(id)).sort(byId),
    changed: changed.sort(byId),
  };
}

/** The order of records follows from their other fields. */
const FOLLOWS = new Set(['sortKey']);

function fieldChanges(before: object, after: object, path = ''): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !FOLLOWS.has(field)).sort();
  return fields.flatMap((field) => {
    const was = (before as Record<string, unknown>)[field] ?? null;
    const is = (after as Record<string, unknown>)[field] ?? null;
    if (isRecord(was) && isRecord(is)) return fieldChanges(was, is, `${path}${field}.`);
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field: `${path}${field}`, before: was, after: is }];
  });
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
