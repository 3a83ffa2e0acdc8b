import { givingWay } from './long-calculation.js';
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
export async function graphDifference(before: Graph, after: Graph): Promise<GraphDifference> {
  const giveWay = givingWay();
  return {
    before: before.version,
    after: after.version,
    sources: await recordsDifference(before.sources, after.sources, giveWay),
    entities: await recordsDifference(before.entities, after.entities, giveWay),
    relations: await recordsDifference(before.relations, after.relations, giveWay),
    claims: await recordsDifference(before.claims, after.claims, giveWay),
  };
}

async function recordsDifference<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  giveWay: () => Promise<void>,
): Promise<RecordsDifference<T>> {
  const old = new Map(before.map((record) => [record.id, record]));
  const now = new Set(after.map(({ id }) => id));
  const changed: RecordsDifference<T>['changed'] = [];
  for (const record of after) {
    const was = old.get(record.id);
    const changes = was ? fieldChanges(was, record) : [];
    if (changes.length > 0) changed.push({ id: record.id, changes });
    await giveWay();
  }
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
