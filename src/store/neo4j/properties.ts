import neo4j from 'neo4j-driver';
import { foldText } from '../../domain/folding.js';
import type { Claim, Entity, Relation, Source, TimeSpan } from '../../domain/model.js';

/**
 * Records as what Neo4j holds of them, and back. A null is a property that is not there; a whole number is sent as an
 * integer, for a Cypher user reads `3`, not `3.0`.
 */
export type Properties = Record<string, unknown>;

/** A row of `write/create-entities`, and what the reading statements return of an entity. */
export interface EntityRow {
  label: string;
  properties: Properties;
  names: Properties[];
  identifiers: Properties[];
  attributes: Properties[];
}

/** A row of `write/create-relations`, and what the reading statements return of a relation. */
export interface RelationRow {
  type: string;
  source: string;
  target: string;
  properties: Properties;
}

export function entityRow(entity: Entity): EntityRow {
  const { label, names, identifiers, attributes, time, ...plain } = entity;
  const foldedNames = names.map(({ text }) => foldText(text));
  return {
    label,
    properties: stored({ ...plain, ...time, foldedNames }),
    names: inOrder(names),
    identifiers: inOrder(identifiers),
    attributes: inOrder(attributes),
  };
}

export function entityOf({ label, properties, names, identifiers, attributes }: EntityRow): Entity {
  const { id, kind, name, status, within, degree, sortKey, claimIds } = properties as unknown as Entity;
  return {
    id,
    label: label as Entity['label'],
    kind,
    name,
    names: (names as unknown as Entity['names']).map(({ text, language, script, use, period, claimIds }) => ({
      text,
      language,
      script,
      use,
      period: period ?? null,
      claimIds,
    })),
    identifiers: (identifiers as unknown as Entity['identifiers']).map(({ scheme, value, claimIds }) => ({
      scheme,
      value,
      claimIds,
    })),
    attributes: (attributes as unknown as Entity['attributes']).map(({ name, value, unit, date, claimIds }) => ({
      name,
      value,
      unit: unit ?? null,
      date: date ?? null,
      claimIds,
    })),
    status: status ?? null,
    time: timeOf(properties),
    within,
    degree,
    sortKey,
    claimIds,
  };
}

export function relationRow({ type, source, target, qualifiers, time, evidence, ...plain }: Relation): RelationRow {
  return { type, source, target, properties: stored({ ...qualifierProperties(qualifiers), ...plain, ...time, ...evidence }) };
}

export function relationOf({ type, source, target, properties }: RelationRow): Relation {
  const { id, sortKey, claimIds } = properties as unknown as Relation;
  const { supporting, disputing, strength } = properties as unknown as Relation['evidence'];
  return {
    id,
    type,
    source,
    target,
    qualifiers: qualifiersOf(properties),
    time: timeOf(properties),
    evidence: { supporting, disputing, strength },
    sortKey,
    claimIds,
  };
}

export function claimRow(claim: Claim): Properties {
  return stored({ ...claim });
}

export function claimOf(properties: Properties): Claim {
  const { id, subject, subjectType, aspect, statement, source, locator, digest, stance, certainty } =
    properties as unknown as Claim;
  const { start, end, attested, retrieved, recordedBy, recorded } = properties as unknown as Claim;
  return {
    id,
    subject,
    subjectType,
    aspect,
    statement,
    source,
    locator,
    digest,
    stance,
    certainty,
    start: start ?? null,
    end: end ?? null,
    attested: attested ?? null,
    retrieved,
    recordedBy,
    recorded,
  };
}

export function sourceRow(source: Source): Properties {
  return stored({ ...source });
}

export function sourceOf(properties: Properties): Source {
  const { id, title, publisher, publisherId, published, url, language, kind } = properties as unknown as Source;
  const { retrieved, derivedFrom, derivation, sortKey } = properties as unknown as Source;
  return {
    id,
    title,
    publisher,
    publisherId: publisherId ?? null,
    published: published ?? null,
    url,
    language,
    kind,
    retrieved,
    derivedFrom: derivedFrom ?? null,
    derivation: derivation ?? null,
    sortKey,
  };
}

export function timeOf(properties: Properties): TimeSpan {
  const { start, startStatus, end, endStatus, attested } = properties as unknown as TimeSpan;
  const { earliestStart, latestStart, earliestEnd, latestEnd, persists } = properties as unknown as TimeSpan;
  return {
    start: start ?? null,
    startStatus,
    end: end ?? null,
    endStatus,
    attested,
    earliestStart,
    latestStart,
    earliestEnd,
    latestEnd,
    persists,
  };
}

/** Everything that a relationship holds beside its qualifiers. */
const OF_THE_RELATION = new Set([
  ...['id', 'sortKey', 'claimIds', 'supporting', 'disputing', 'strength', 'start', 'startStatus', 'end', 'endStatus', 'attested'],
  ...['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd', 'persists', 'fingerprint'],
]);
const PREFIX = 'qualifier:';

/** Qualifiers are properties by their own names (`relation.sector`), prefixed only where the name is taken. */
function qualifierProperties(qualifiers: Relation['qualifiers']): Properties {
  const taken = (key: string): boolean => OF_THE_RELATION.has(key) || key === '' || key === '__proto__' || key.startsWith(PREFIX);
  return Object.fromEntries(Object.entries(qualifiers).map(([key, value]) => [taken(key) ? PREFIX + key : key, value]));
}

function qualifiersOf(properties: Properties): Relation['qualifiers'] {
  const qualifiers = Object.entries(properties)
    .filter(([name]) => !OF_THE_RELATION.has(name))
    .map(([name, value]) => [name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name, value as string] as const);
  return Object.fromEntries(qualifiers.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inOrder(records: readonly object[]): Properties[] {
  return records.map((record, position) => ({ position: neo4j.int(position), properties: stored({ ...record }) }));
}

function stored(properties: Properties): Properties {
  const entries = Object.entries(properties).map(([name, value]) => [name, isWhole(value) ? neo4j.int(value) : value] as const);
  return Object.fromEntries(entries);
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && !Object.is(value, -0);
