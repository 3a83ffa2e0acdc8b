import { z } from 'zod';
import { ENTITY_LABELS, type Claim, type Entity, type Relation, type Source } from '../domain/model.js';

/**
 * What a records file holds, line by line: the graph's own records as JSON, nothing left out, with the keys always in the order that is
 * written here. Keys that are not here, or missing ones, are mistakes; a null is written as one.
 */

export const FORMAT = 'custodes-records';
/** Goes up when a reader of the older version would misread the newer one. */
export const FORMAT_VERSION = 1;

const text = z.string();
const textOrNull = text.nullable();
const texts = z.array(text);
const count = z.int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'an ISO day, YYYY-MM-DD');
const slug = z.string().regex(/^[a-z0-9-]+$/, 'a slug of a-z, 0-9 and -');
const dateStatus = z.enum(['STATED', 'NOT_STATED', 'ONGOING', 'DOES_NOT_APPLY']);

const timeSpan = z.strictObject({
  start: textOrNull,
  startStatus: dateStatus,
  end: textOrNull,
  endStatus: dateStatus,
  attested: texts,
  earliestStart: day,
  latestStart: day,
  earliestEnd: day,
  latestEnd: day,
  persists: z.boolean(),
});

const source = z.strictObject({
  id: slug,
  title: text,
  publisher: text,
  publisherId: slug.nullable(),
  published: textOrNull,
  url: text,
  language: text,
  kind: text,
  retrieved: text,
  derivedFrom: slug.nullable(),
  derivation: z.enum(['TRANSLATION', 'REPRINT']).nullable(),
  sortKey: text,
}) satisfies z.ZodType<Source>;

const entity = z.strictObject({
  id: slug,
  label: z.enum(ENTITY_LABELS),
  kind: text,
  name: text,
  names: z.array(
    z.strictObject({
      text,
      language: text,
      script: text,
      use: z.enum(['official', 'short', 'acronym', 'translation', 'former', 'alias']),
      period: textOrNull,
      claimIds: texts,
    }),
  ),
  identifiers: z.array(z.strictObject({ scheme: text, value: text, claimIds: texts })),
  attributes: z.array(
    z.strictObject({ name: text, value: z.union([text, z.number()]), unit: textOrNull, date: textOrNull, claimIds: texts }),
  ),
  status: z.enum(['HELD', 'PROPOSED', 'CANCELLED']).nullable(),
  time: timeSpan,
  within: z.array(slug),
  degree: count,
  sortKey: text,
  claimIds: texts,
}) satisfies z.ZodType<Entity>;

const relation = z.strictObject({
  id: text,
  type: z.string().regex(/^[A-Z][A-Z_]*$/, 'a relation type, such as MEMBER_OF'),
  source: slug,
  target: slug,
  qualifiers: z.record(text, text),
  time: timeSpan,
  evidence: z.strictObject({ supporting: count, disputing: count, strength: z.number().min(0).max(1) }),
  sortKey: text,
  claimIds: texts,
}) satisfies z.ZodType<Relation>;

const claim = z.strictObject({
  id: text,
  subject: text,
  subjectType: z.enum(['ENTITY', 'RELATION']),
  aspect: text,
  statement: text,
  source: slug,
  locator: text,
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal digits'),
  stance: z.enum(['SUPPORTS', 'DISPUTES']),
  certainty: z.enum(['EXPLICIT', 'IMPLIED', 'HEDGED']),
  start: textOrNull,
  end: textOrNull,
  attested: textOrNull,
  retrieved: text,
  recordedBy: text,
  recorded: text,
}) satisfies z.ZodType<Claim>;

/** In the order in which a file has them: what a record names stands before it. */
export const SHAPES = { source, entity, relation, claim };
export type Kind = keyof typeof SHAPES;
export const KINDS = Object.keys(SHAPES) as Kind[];
export const PLURALS = { source: 'sources', entity: 'entities', relation: 'relations', claim: 'claims' } as const;

/** The first line. */
export const headerShape = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  dataVersion: text,
  /** What was chosen, in words. */
  selection: text,
  sources: count,
  entities: count,
  relations: count,
  claims: count,
});
export type Header = z.infer<typeof headerShape>;

/** The last line: without it a file is not whole. */
export const endShape = z.strictObject({ end: z.strictObject({ records: count, sha256: text }) });

export interface RecordOf {
  source: Source;
  entity: Entity;
  relation: Relation;
  claim: Claim;
}

/** Records that stand one after the other in a file, by kind. */
export interface Batch {
  sources: Source[];
  entities: Entity[];
  relations: Relation[];
  claims: Claim[];
}
