import type { Attribute, Claim, Entity, Evidence, Identifier, Name, Relation, Source, TimeSpan } from '../domain/model.js';

/**
 * Records as they come from dossiers, property by property: some formats write them as they stand, and the same data is to be the same bytes. In
 * an archive they are sorted, because a digest needs one order.
 */
const name = ({ text, language, script, use, period, claimIds }: Name): Name => ({
  text,
  language,
  script,
  use,
  period,
  claimIds,
});
const identifier = ({ scheme, value, claimIds }: Identifier): Identifier => ({ scheme, value, claimIds });
const attribute = ({ name: of, value, unit, date, claimIds }: Attribute): Attribute => ({
  name: of,
  value,
  unit,
  date,
  claimIds,
});
const evidence = ({ supporting, disputing, strength }: Evidence): Evidence => ({ supporting, disputing, strength });

const time = (span: TimeSpan): TimeSpan => {
  const { start, startStatus, end, endStatus, attested, earliestStart, latestStart, earliestEnd, latestEnd, persists } = span;
  return { start, startStatus, end, endStatus, attested, earliestStart, latestStart, earliestEnd, latestEnd, persists };
};

const entity = (record: Entity): Entity => {
  const { id, label, kind, status, within, degree, sortKey, claimIds } = record;
  const named = { name: record.name, names: record.names.map(name) };
  const parts = { identifiers: record.identifiers.map(identifier), attributes: record.attributes.map(attribute) };
  return { id, label, kind, ...named, ...parts, status, time: time(record.time), within, degree, sortKey, claimIds };
};

const relation = (record: Relation): Relation => {
  const { id, type, source, target, qualifiers, sortKey, claimIds } = record;
  const what = { id, type, source, target, qualifiers };
  return { ...what, time: time(record.time), evidence: evidence(record.evidence), sortKey, claimIds };
};

const claim = (record: Claim): Claim => {
  const { id, subject, subjectType, aspect, statement, source, locator, digest, stance, certainty } = record;
  const { start, end, attested, retrieved, recordedBy, recorded } = record;
  const said = { id, subject, subjectType, aspect, statement, source, locator, digest, stance, certainty };
  return { ...said, start, end, attested, retrieved, recordedBy, recorded };
};

const source = (record: Source): Source => {
  const { id, title, publisher, publisherId, published, url, language, kind, retrieved, derivedFrom, derivation, sortKey } =
    record;
  return { id, title, publisher, publisherId, published, url, language, kind, retrieved, derivedFrom, derivation, sortKey };
};

export const inModelOrder = { entities: entity, relations: relation, claims: claim, sources: source };
