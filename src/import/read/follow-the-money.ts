import { vocabulary } from '../../domain/vocabulary.js';
import {
  isAcronym,
  type WrittenAttribute,
  type WrittenClaim,
  type WrittenName,
  type WrittenSource,
} from '../../dossier/format.js';
import { checkValue, ImportError, type ImportedFile, type Link, type Thing, type Unmapped } from '../records.js';
import { datesFor, saidDates } from './dates.js';

/** An entity of FollowTheMoney as it stands in a line. */
interface FtmEntity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
  line: number;
  text: string;
}

/** Which properties of a link hold its ends, and what it is unless its `role` says more. */
const LINKS: Record<string, { from: string; to: string; type: string | null }> = {
  Membership: { from: 'member', to: 'organization', type: 'MEMBER_OF' },
  Representation: { from: 'agent', to: 'client', type: 'REPRESENTS' },
  Succession: { from: 'successor', to: 'predecessor', type: 'SUPERSEDES' },
  Occupancy: { from: 'holder', to: 'post', type: 'HOLDS_OFFICE_IN' },
  UnknownLink: { from: 'subject', to: 'object', type: null },
  Ownership: { from: 'owner', to: 'asset', type: null },
  Directorship: { from: 'director', to: 'organization', type: null },
  Employment: { from: 'employee', to: 'employer', type: null },
  Family: { from: 'person', to: 'relative', type: null },
  Associate: { from: 'person', to: 'associate', type: null },
};

/** Kinds that follow from a schema without doubt; every other one is for the mapping to say. */
const KIND_OF_SCHEMA: Record<string, string> = { Person: 'person', PublicBody: 'public-body' };

const NAMES: Record<string, WrittenName['use']> = {
  name: 'official',
  alias: 'alias',
  weakAlias: 'alias',
  previousName: 'former',
};
const IDENTIFIERS: Record<string, string> = { website: 'website', wikidataId: 'wikidata', leiCode: 'lei' };
/** What is said elsewhere in the dossier, or only repeats. */
const TAKEN = new Set([
  ...[
    'name',
    'alias',
    'weakAlias',
    'previousName',
    'title',
    'fileName',
    'full',
    'classification',
    'keywords',
    'summary',
    'proof',
  ],
  ...[
    'sourceUrl',
    'retrievedAt',
    'modifiedAt',
    'publisher',
    'recordId',
    'role',
    'startDate',
    'endDate',
    'date',
    'incorporationDate',
  ],
  ...['dissolutionDate', ...Object.keys(IDENTIFIERS)],
]);

/** @param language of names, which the format does not say @throws ImportError MALFORMED_FILE, FIELD_TOO_LONG */
export function readFollowTheMoney(text: string, { language }: { language: string }): ImportedFile {
  const entities = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [entityIn(line, i + 1)]));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const unmapped: Unmapped[] = [];
  const miss = ({ line, id }: FtmEntity, what: string, why: string): void => void unmapped.push({ line, record: id, what, why });

  const claims = new Map<string, WrittenClaim[]>();
  const cited = new Set<string>();
  for (const entity of entities.filter(({ schema }) => schema === 'Documentation')) {
    const claim = claimOf(entity);
    if (claim === null) {
      miss(entity, 'the Documentation', 'it names no passage (locator and SHA-256) that a claim could cite');
      continue;
    }
    cited.add(first(entity, 'document')!);
    for (const about of entity.properties['recordId'] ?? entity.properties['entity'] ?? []) {
      claims.set(about, [...(claims.get(about) ?? []), claim]);
    }
  }
  const sources = [...cited].flatMap((id) => sourceOf(byId.get(id)) ?? []);

  const things: Thing[] = [];
  const links: Link[] = [];
  for (const entity of entities) {
    if (entity.schema === 'Documentation' || entity.schema === 'Position' || cited.has(entity.id)) continue;
    // A page that nothing cites is neither a thing nor a source that a dossier may have.
    if (entity.id.startsWith('source-') && entity.schema === 'Document' && first(entity, 'retrievedAt') !== undefined) {
      miss(entity, 'the source', 'no claim of the file cites it');
      continue;
    }
    const base = {
      place: { line: entity.line, record: entity.id },
      locator: `line ${entity.line}, entity ${entity.id}`,
      text: entity.text,
      claims: claims.get(entity.id) ?? [],
    };
    const schema = LINKS[entity.schema];
    if (schema !== undefined) links.push(...linksOf(entity, schema, byId, base, miss));
    else things.push(thingOf(entity, language, base, miss));
  }
  return { things, links, sources, unmapped };
}

function entityIn(text: string, line: number): FtmEntity {
  const wrong = (what: string): ImportError => new ImportError('MALFORMED_FILE', `Line ${line}: ${what}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(`it is not JSON (${(error as Error).message}). FollowTheMoney files have one entity in a line.`);
  }
  const { id, schema, properties } = (value ?? {}) as Partial<FtmEntity>;
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object') {
    throw wrong('it is no entity of FollowTheMoney: {"id": "…", "schema": "…", "properties": {"name": ["…"]}}.');
  }
  for (const [name, values] of Object.entries(properties)) {
    if (!Array.isArray(values) || !values.every((one) => typeof one === 'string')) {
      throw wrong(`the property "${name}" of ${id} is no list of texts.`);
    }
    for (const one of values) checkValue(one, line, `the property "${name}" of ${id}`);
  }
  return { id, schema, properties, line, text };
}

const first = ({ properties }: FtmEntity, name: string): string | undefined => properties[name]?.[0];

const sourceIdOf = (id: string): string => id.replace(/^source-/, '');

const PASSAGE = /^(.+); SHA-256 of the passage ([0-9a-f]{64})$/s;

/** A claim as our export writes one. */
function claimOf(entity: FtmEntity): WrittenClaim | null {
  const [, locator, digest] = PASSAGE.exec(first(entity, 'description') ?? '') ?? [];
  const source = first(entity, 'document');
  const statement = first(entity, 'summary');
  if (locator === undefined || digest === undefined || source === undefined || statement === undefined) return null;
  const roles = entity.properties['role'] ?? [];
  const certainty = (['implied', 'hedged'] as const).find((word) => roles.includes(word));
  return {
    ...{ source: sourceIdOf(source), locator, digest, statement },
    ...(roles.includes('disputes') && { stance: 'disputes' as const }),
    ...(certainty && { certainty }),
  };
}

function sourceOf(document: FtmEntity | undefined): WrittenSource | null {
  if (document === undefined) return null;
  const [, published, language = 'und'] =
    /^(?:published (\S+)|without a date), in (\S+)$/.exec(first(document, 'description') ?? '') ?? [];
  const translated = first(document, 'proof');
  return {
    id: sourceIdOf(document.id),
    title: first(document, 'title') ?? document.id,
    publisher: first(document, 'publisher') ?? 'not stated',
    ...(published !== undefined && { published }),
    url: first(document, 'sourceUrl') ?? '',
    language,
    kind: first(document, 'keywords') ?? 'web-page',
    retrieved: first(document, 'retrievedAt') ?? '',
    ...(translated !== undefined && { translates: sourceIdOf(translated) }),
  };
}

type Base = Pick<Thing, 'place' | 'locator' | 'text' | 'claims'>;
type Miss = (entity: FtmEntity, what: string, why: string) => void;

function thingOf(entity: FtmEntity, language: string, base: Base, miss: Miss): Thing {
  const { properties, schema } = entity;
  const named = Object.entries(NAMES).flatMap(([property, use]) =>
    (properties[property] ?? []).map((text) => ({ text, use, property })),
  );
  const names = [...new Map(named.map((name) => [name.text, name])).values()].map(({ text, use, property }, i): WrittenName => {
    if (property === 'weakAlias' && isAcronym(text)) return { text, use: 'acronym' };
    return { text, language, use: i > 0 && use === 'official' ? 'alias' : use! };
  });
  const said = saidDates(first(entity, 'summary') ?? '');
  const start = first(entity, 'incorporationDate') ?? first(entity, 'startDate') ?? first(entity, 'date');
  const end = first(entity, 'dissolutionDate') ?? first(entity, 'endDate');
  const kind = properties['keywords']?.find((word) => vocabulary.entityKinds.has(word)) ?? KIND_OF_SCHEMA[schema] ?? schema;
  const happens = vocabulary.entityKinds.get(kind)?.label === 'Event' || vocabulary.entityKinds.get(kind)?.label === 'Instrument';
  const dates = said ?? { ...(start && { start }), ...(end && { end }) };
  const status = /; (held|proposed|cancelled)$/.exec(first(entity, 'summary') ?? '')?.[1] as Thing['status'];

  const attributes: WrittenAttribute[] = [];
  for (const text of properties['description'] ?? []) {
    const attribute = attributeIn(text);
    if (attribute === null) miss(entity, 'a description', 'it is free text; a person writes it as an attribute or leaves it out');
    else attributes.push(attribute);
  }
  for (const property of Object.keys(properties)) {
    if (TAKEN.has(property) || property === 'description' || (schema === 'Address' && property === 'country')) continue;
    const said =
      property === 'country' ? 'which country is for a relation to say, with a claim' : 'the model has no place for it';
    miss(entity, `the property ${property}`, said);
  }
  return {
    ...base,
    key: entity.id,
    kind,
    names,
    identifiers: Object.entries(IDENTIFIERS).flatMap(([property, scheme]) =>
      (properties[property] ?? []).map((value) => ({ scheme, value })),
    ),
    attributes,
    ...(status && status !== 'held' && { status }),
    dates: said === null ? datesOfThing(happens, dates) : datesOfThing(said.end !== undefined && said.end === said.start, said),
  };
}

/** @param happens it has a date, not a period */
const datesOfThing = (happens: boolean, dates: { start?: string; end?: string; at?: string[] }): Thing['dates'] =>
  happens && dates.start !== undefined && (dates.end === undefined || dates.end === dates.start)
    ? { on: dates.start }
    : datesFor(null, dates);

const ATTRIBUTES = new Map([...vocabulary.attributes.values()].map((attribute) => [attribute.label, attribute]));

/** `Private security personnel: 45000 persons (2015-06)`, as our export says an attribute. */
function attributeIn(text: string): WrittenAttribute | null {
  const [, label = '', rest = ''] = /^([^:]+): (.*)$/s.exec(text) ?? [];
  const attribute = ATTRIBUTES.get(label);
  if (attribute === undefined) return null;
  const [, undated = rest, date] = /^(.*) \(((?:\d|\.\.)[^()\s]*)\)$/s.exec(rest) ?? [];
  const unit = attribute.unit === null ? '' : ` ${attribute.unit}`;
  const value = unit !== '' && undated.endsWith(unit) ? undated.slice(0, -unit.length) : undated;
  return { name: attribute.name, value, ...(date !== undefined && { date }) };
}

const TYPE_OF_LABEL = new Map([...vocabulary.relationTypes.values()].map(({ label, name }) => [label, name]));

function linksOf(
  entity: FtmEntity,
  schema: (typeof LINKS)[string],
  byId: ReadonlyMap<string, FtmEntity>,
  base: Base,
  miss: Miss,
): Link[] {
  const { properties } = entity;
  const qualifiers: Record<string, string> = {};
  let type = schema.type;
  for (const role of properties['role'] ?? []) {
    const [, name, value] = /^(\w+): (.*)$/s.exec(role) ?? [];
    if (TYPE_OF_LABEL.has(role)) type ??= TYPE_OF_LABEL.get(role)!;
    else if (name !== undefined && value !== undefined && name in QUALIFIERS) qualifiers[name] = value;
    else type ??= role;
  }
  for (const property of Object.keys(properties)) {
    if (TAKEN.has(property) || ['description', 'status', schema.from, schema.to].includes(property)) continue;
    miss(entity, `the property ${property}`, 'the model has no place for it');
  }
  const from = properties[schema.from] ?? [];
  const to = (properties[schema.to] ?? []).flatMap((id) => {
    const post = byId.get(id);
    if (post?.schema !== 'Position') return [id];
    const organizations = post.properties['organization'] ?? [];
    // The post is named with its organisation: `Director, DCAF`.
    const its = organizations.flatMap((one) => byId.get(one)?.properties['name'] ?? []).map((name) => `, ${name}`);
    const name = first(post, 'name') ?? '';
    const ending = its.find((one) => name.endsWith(one)) ?? '';
    qualifiers['office'] = name.slice(0, name.length - ending.length);
    return organizations;
  });
  if (from.length === 0 || to.length === 0) miss(entity, `the ${entity.schema}`, 'it lacks an end');
  const said = saidDates(first(entity, 'summary') ?? '');
  const [start, end] = [first(entity, 'startDate'), first(entity, 'endDate')];
  const dates = said ?? { ...(start && { start }), ...(end && { end }), at: properties['date'] ?? [] };
  return from.flatMap((source) =>
    to.map((target) => ({
      ...base,
      type: type ?? entity.schema,
      from: source,
      to: target,
      qualifiers,
      dates: datesFor(type, dates, said !== null),
    })),
  );
}

const QUALIFIERS: Record<string, true> = Object.fromEntries(
  [...vocabulary.relationTypes.values()].flatMap(({ qualifiers }) => qualifiers.map((name) => [name, true] as const)),
);
