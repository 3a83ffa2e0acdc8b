import type { Entity, Relation, TimeSpan } from '../../domain/model.js';
import type { Cited, Records } from '../records/records.js';
import { boundsOf, type Bounds } from './dates.js';
import { attributesOf, identifiersOf, namesOf, shortClaim } from './flat.js';

/** Nodes and edges as JSON records, for formats that may nest: lists stay lists, and each claim stands at what it is about. */
export function nestedNode({ record, claims }: Cited<Entity>): Record<string, unknown> {
  return {
    id: record.id,
    name: record.name,
    type: record.label,
    kind: record.kind,
    names: namesOf(record),
    identifiers: identifiersOf(record),
    attributes: attributesOf(record),
    status: record.status,
    ...nestedTime(record.time),
    within: record.within,
    degree: record.degree,
    claims: claims.map(shortClaim),
  };
}

export function nestedEdge({ record, claims }: Cited<Relation>): Record<string, unknown> {
  return {
    id: record.id,
    source: record.source,
    target: record.target,
    type: record.type,
    qualifiers: record.qualifiers,
    ...nestedTime(record.time),
    evidence: record.evidence,
    claims: claims.map(shortClaim),
  };
}

type NestedTime = Pick<TimeSpan, 'start' | 'startStatus' | 'end' | 'endStatus' | 'attested' | 'persists'> & Bounds;

function nestedTime(time: TimeSpan): NestedTime {
  const { start, startStatus, end, endStatus, attested, persists } = time;
  return { start, startStatus, end, endStatus, attested, ...boundsOf(time), persists };
}

export async function* nestedNodes(records: Records): AsyncGenerator<Record<string, unknown>[]> {
  for await (const batch of records.entities()) yield (await records.cited(batch)).map(nestedNode);
}

export async function* nestedEdges(records: Records): AsyncGenerator<Record<string, unknown>[]> {
  for await (const batch of records.relations()) yield (await records.cited(batch)).map(nestedEdge);
}

/** What the file is, in its header. */
export const aboutFile = ({ dataset, selection, truncation }: Records): Record<string, string | null> => ({
  name: 'Custodes',
  selection,
  truncation,
  dataVersion: dataset.version,
});
