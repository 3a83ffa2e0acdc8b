import type { Entity, Name, Relation, Source } from '../../../domain/model.js';
import { vocabulary } from '../../../domain/vocabulary.js';
import type { Cited, CitedClaim } from '../../records/records.js';
import { plainDate, sayDates } from '../dates.js';
import type { Format } from '../format.js';
import { threeLetterLanguage } from './languages.js';
import { isLegalEntity, isOrganization, linkSchema, schemaOf } from './schemata.js';

/** An entity of FollowTheMoney: links are entities, too, and every value is a text in a list. */
interface FtmEntity {
  id: string;
  schema: string;
  caption: string;
  datasets: ['custodes'];
  properties: Record<string, string[]>;
}

/**
 * A line for each entity, relation, source and claim. A source is a Document that its relations name as `proof`; a claim is a
 * Documentation from it to what it is about, a relation's to both ends. Dates are dates only where the source gives a plain year,
 * month or day; as written they stand in the description.
 */
export const followTheMoney: Format = {
  name: 'ftm',
  title: 'FollowTheMoney entities, one a line, for Aleph, yente and nomenklatura',
  mediaType: 'application/x-ndjson',
  ending: 'ftm.json',
  async *write(records) {
    for await (const sources of records.sources()) yield lines(sources.map(documentOf));
    for await (const batch of records.entities()) {
      yield lines(
        (await records.cited(batch)).flatMap((entity) => [thing(entity), ...documentations(entity, [entity.record.id])]),
      );
    }
    for await (const batch of records.relations()) {
      const [relations, ends] = await Promise.all([records.cited(batch), records.ends(batch)]);
      yield lines(
        relations.flatMap((relation) => {
          const { source, target } = relation.record;
          return [...links(relation, ends), ...documentations(relation, [...new Set([source, target])])];
        }),
      );
    }
  },
};

const lines = (entities: FtmEntity[]): string => entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');

function ftm(id: string, schema: string, caption: string, properties: Record<string, (string | null)[]>): FtmEntity {
  const known = Object.entries(properties)
    .map(([name, values]) => [name, [...new Set(values.filter((value) => value !== null && value !== ''))]] as const)
    .filter(([, values]) => values.length > 0) as [string, string[]][];
  return { id, schema, caption, datasets: ['custodes'], properties: Object.fromEntries(known) };
}

export const sourceId = (id: string): string => `source-${id}`;

function documentOf(source: Source): FtmEntity {
  return ftm(sourceId(source.id), 'Document', source.title, {
    name: [source.title],
    title: [source.title],
    // A file is required to have a name; ours is the page's address.
    fileName: [source.url],
    sourceUrl: [source.url],
    publisher: [source.publisher],
    publishedAt: [plainDate(source.published)],
    description: [`${source.published === null ? 'without a date' : `published ${source.published}`}, in ${source.language}`],
    language: [threeLetterLanguage(source.language)],
    keywords: [source.kind],
    retrievedAt: [source.retrieved],
    proof: [source.derivedFrom === null ? null : sourceId(source.derivedFrom)],
  });
}

function thing({ record, claims }: Cited<Entity>): FtmEntity {
  const schema = schemaOf(record);
  return ftm(record.id, schema, record.name, {
    ...namesOf(record),
    ...datesOf(record, schema),
    ...(schema === 'Document' && { title: [record.name], fileName: [record.id] }),
    ...(schema === 'Address' && { full: [record.name] }),
    ...(isLegalEntity(schema) && { website: identifiers(record, 'website') }),
    ...(isOrganization(schema) && { classification: [vocabulary.entityKinds.get(record.kind)?.title ?? record.kind] }),
    wikidataId: identifiers(record, 'wikidata'),
    country: record.label === 'Place' ? identifiers(record, 'iso3166-1-alpha-2') : record.within.filter(isCountry),
    keywords: [record.kind],
    description: record.attributes.map(({ name, value, unit, date }) => {
      const label = vocabulary.attributes.get(name)?.label ?? name;
      return `${label}: ${value}${unit === null ? '' : ` ${unit}`}${date === null ? '' : ` (${date})`}`;
    }),
    summary: [`${sayDates(record.time)}${record.status === null ? '' : `; ${record.status.toLowerCase()}`}`],
    sourceUrl: claims.map(({ from }) => from.url),
    proof: claims.map(({ source }) => sourceId(source)),
    retrievedAt: claims.map(({ retrieved }) => retrieved),
  });
}

/** Countries carry their ISO 3166-1 alpha-2 code as id. */
const isCountry = (place: string): boolean => /^[a-z]{2}$/.test(place);

const PROPERTY_OF_USE: Record<Name['use'], string> = {
  official: 'name',
  short: 'alias',
  acronym: 'weakAlias',
  translation: 'alias',
  former: 'previousName',
  alias: 'alias',
};

function namesOf({ name, names }: Entity): Record<string, string[]> {
  const properties: Record<string, string[]> = { name: [name] };
  for (const { text, use } of names) {
    if (text !== name) (properties[PROPERTY_OF_USE[use]] ??= []).push(text);
  }
  return properties;
}

function datesOf({ time: { start, end } }: Entity, schema: string): Record<string, (string | null)[]> {
  const [began, ended] = [[plainDate(start)], [plainDate(end)]];
  if (schema === 'Event') return { startDate: began, endDate: ended };
  if (schema === 'Document') return { date: began };
  if (schema === 'Person' || !isLegalEntity(schema)) return {};
  return { incorporationDate: began, dissolutionDate: ended };
}

const identifiers = (entity: Entity, scheme: string): string[] =>
  entity.identifiers.filter((identifier) => identifier.scheme === scheme).map(({ value }) => value);

/** A relation, and for an office the post that it is held in. */
function links({ record, claims }: Cited<Relation>, ends: ReadonlyMap<string, Entity>): FtmEntity[] {
  const [source, target] = [ends.get(record.source), ends.get(record.target)];
  if (source === undefined || target === undefined) return [];
  const label = vocabulary.relationTypes.get(record.type)?.label ?? record.type;
  const dated = {
    startDate: [plainDate(record.time.start)],
    endDate: [plainDate(record.time.end)],
    date: record.time.attested.map(plainDate),
    description: claims.map(({ statement }) => statement),
    summary: [sayDates(record.time)],
    recordId: [record.id],
    sourceUrl: claims.map(({ from }) => from.url),
    publisher: claims.map(({ from }) => from.publisher),
    proof: claims.map((claim) => sourceId(claim.source)),
    retrievedAt: claims.map(({ retrieved }) => retrieved),
  };
  const [from, to] = [schemaOf(source), schemaOf(target)];
  const office = record.qualifiers['office'];
  if (record.type === 'HOLDS_OFFICE_IN' && office !== undefined && from === 'Person' && isOrganization(to)) {
    const post = ftm(`${record.id}.post`, 'Position', `${office}, ${target.name}`, {
      name: [`${office}, ${target.name}`],
      organization: [target.id],
    });
    return [post, ftm(record.id, 'Occupancy', office, { holder: [source.id], post: [post.id], ...dated })];
  }
  const link = linkSchema(record, from, to);
  const qualifiers = Object.entries(record.qualifiers).map(([name, value]) => `${name}: ${value}`);
  const role = { role: [label, ...qualifiers], status: record.evidence.disputing > 0 ? ['disputed'] : [] };
  const properties = { [link.source]: [source.id], [link.target]: [target.id], ...role, ...dated };
  return [ftm(record.id, link.schema, label, properties)];
}

function documentations({ claims }: { claims: CitedClaim[] }, about: string[]): FtmEntity[] {
  return claims.map((claim) =>
    ftm(`claim-${claim.id}`, 'Documentation', claim.statement, {
      document: [sourceId(claim.source)],
      entity: about,
      role: [claim.aspect, claim.stance.toLowerCase(), claim.certainty.toLowerCase()],
      summary: [claim.statement],
      description: [`${claim.locator}; SHA-256 of the passage ${claim.digest}`],
      recordId: [claim.subject],
      sourceUrl: [claim.from.url],
      publisher: [claim.from.publisher],
      retrievedAt: [claim.retrieved],
      modifiedAt: [claim.recorded],
    }),
  );
}
