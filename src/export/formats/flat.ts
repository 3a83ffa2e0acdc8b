import type { Attribute, Entity, Identifier, Name, Relation, TimeSpan } from '../../domain/model.js';
import type { Cited, CitedClaim } from '../records/records.js';
import { boundsOf } from './dates.js';

/** Nodes and edges as rows, for formats whose records are names with plain values; what is a list or a record is JSON in them. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;
export type ValueType = 'string' | 'integer' | 'double' | 'boolean';

const TIME_COLUMNS = {
  start: 'string',
  start_status: 'string',
  end: 'string',
  end_status: 'string',
  attested: 'string',
  earliest_start: 'string',
  latest_start: 'string',
  earliest_end: 'string',
  latest_end: 'string',
  persists: 'boolean',
} as const;

/** The columns of nodes beside their id. */
export const NODE_COLUMNS = {
  label: 'string',
  type: 'string',
  kind: 'string',
  names: 'string',
  identifiers: 'string',
  attributes: 'string',
  status: 'string',
  ...TIME_COLUMNS,
  within: 'string',
  degree: 'integer',
  claim_count: 'integer',
  claims: 'string',
} as const satisfies Record<string, ValueType>;

/** The columns of edges beside their id and ends. */
export const EDGE_COLUMNS = {
  type: 'string',
  qualifiers: 'string',
  ...TIME_COLUMNS,
  supporting: 'integer',
  disputing: 'integer',
  strength: 'double',
  claim_count: 'integer',
  claims: 'string',
} as const satisfies Record<string, ValueType>;

export function nodeRow({ record, claims }: Cited<Entity>): Record<keyof typeof NODE_COLUMNS, Value> {
  return {
    label: record.name,
    type: record.label,
    kind: record.kind,
    names: JSON.stringify(namesOf(record)),
    identifiers: json(identifiersOf(record)),
    attributes: json(attributesOf(record)),
    status: record.status,
    ...timeRow(record.time),
    within: json(record.within),
    degree: record.degree,
    claim_count: claims.length,
    claims: json(claims.map(shortClaim)),
  };
}

export function edgeRow({ record, claims }: Cited<Relation>): Record<keyof typeof EDGE_COLUMNS, Value> {
  return {
    type: record.type,
    qualifiers: Object.keys(record.qualifiers).length === 0 ? null : JSON.stringify(record.qualifiers),
    ...timeRow(record.time),
    ...record.evidence,
    claim_count: claims.length,
    claims: json(claims.map(shortClaim)),
  };
}

function timeRow(time: TimeSpan): Record<keyof typeof TIME_COLUMNS, Value> {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = boundsOf(time);
  return {
    start: time.start,
    start_status: time.startStatus,
    end: time.end,
    end_status: time.endStatus,
    attested: time.attested.length === 0 ? null : time.attested.join(' '),
    earliest_start: earliestStart,
    latest_start: latestStart,
    earliest_end: earliestEnd,
    latest_end: latestEnd,
    persists: time.persists,
  };
}

/** Names, identifiers and attributes without the ids of their claims, which stand with the claims. */
export const namesOf = ({ names }: Entity): Omit<Name, 'claimIds'>[] => names.map(withoutClaimIds);
export const identifiersOf = ({ identifiers }: Entity): Omit<Identifier, 'claimIds'>[] => identifiers.map(withoutClaimIds);
export const attributesOf = ({ attributes }: Entity): Omit<Attribute, 'claimIds'>[] => attributes.map(withoutClaimIds);

function withoutClaimIds<T extends { claimIds: string[] }>({ claimIds: _, ...rest }: T): Omit<T, 'claimIds'> {
  return rest;
}

export interface ShortClaim {
  id: string;
  aspect: string;
  statement: string;
  stance: string;
  certainty: string;
  source: string;
  title: string;
  publisher: string;
  published: string | null;
  url: string;
  language: string;
  sourceKind: string;
  derivedFrom: string | null;
  derivation: string | null;
  locator: string;
  digest: string;
  retrieved: string;
  start: string | null;
  end: string | null;
  attested: string | null;
}

/** A claim with its source: what is needed to cite and check it, and to bring both back (src/import/read/graphml.ts). */
export function shortClaim({ id, aspect, statement, stance, certainty, from, ...claim }: CitedClaim): ShortClaim {
  const { locator, digest, retrieved, start, end, attested } = claim;
  const { title, publisher, published, url, language, kind: sourceKind, derivedFrom, derivation } = from;
  const cited = { source: from.id, title, publisher, published, url, language, sourceKind, derivedFrom, derivation };
  return { id, aspect, statement, stance, certainty, ...cited, locator, digest, retrieved, start, end, attested };
}

const json = (list: readonly unknown[]): string | null => (list.length === 0 ? null : JSON.stringify(list));
