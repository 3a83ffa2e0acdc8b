/**
 * The graph's records, as plain data: what a dossier becomes, what a store holds, what a query returns.
 * Every list is sorted, so that equal graphs are equal byte for byte.
 */

export const ENTITY_LABELS = ['Actor', 'Instrument', 'Event', 'Place'] as const;
export type EntityLabel = (typeof ENTITY_LABELS)[number];

/** Why a date is there or is not: an unknown is not the same as a "does not apply". */
export type DateStatus = 'STATED' | 'NOT_STATED' | 'ONGOING' | 'DOES_NOT_APPLY';

/**
 * When something holds. `start`, `end` and `attested` are EDTF level 0–2 as the sources write them; the four bounds are
 * ISO days (`YYYY-MM-DD`), computed from them, with `0000-01-01` and `9999-12-31` for "no bound".
 *
 * `persists` is true of what, once it has happened, stays true (a session took place); its end is then not asked for.
 */
export interface TimeSpan {
  start: string | null;
  startStatus: DateStatus;
  end: string | null;
  endStatus: DateStatus;
  /** Dates at which a source says that it held, which says nothing about when it began or ended. */
  attested: string[];
  earliestStart: string;
  latestStart: string;
  earliestEnd: string;
  latestEnd: string;
  persists: boolean;
}

export type NameUse = 'official' | 'short' | 'acronym' | 'translation' | 'former' | 'alias';

export interface Name {
  text: string;
  /** BCP 47 language of the name, `und` where it belongs to none (acronyms). */
  language: string;
  /** ISO 15924 script, `Latn` and so on. */
  script: string;
  use: NameUse;
  /** EDTF interval in which the name was used, null where no source says. */
  period: string | null;
  claimIds: string[];
}

export interface Identifier {
  /** `iso3166-1-alpha-2`, `iso3166-1-alpha-3`, `m49`, `wikidata`, `website`, … */
  scheme: string;
  value: string;
  claimIds: string[];
}

export interface Attribute {
  /** A name of `schema/attributes.yaml`. */
  name: string;
  value: string | number;
  unit: string | null;
  /** EDTF date at which the value held, null where none is stated. */
  date: string | null;
  claimIds: string[];
}

/** Whether an event happened. An event that has not happened is not one that has. */
export type EventStatus = 'HELD' | 'PROPOSED' | 'CANCELLED';

export interface Entity {
  /** Stable slug, `[a-z0-9-]+`; countries carry their ISO 3166-1 alpha-2 code, regions their UN M49 code. */
  id: string;
  label: EntityLabel;
  /** A kind of `schema/entity-kinds.yaml`. */
  kind: string;
  /** The preferred name: the first official one, in the language of the entity's own use where given. */
  name: string;
  names: Name[];
  identifiers: Identifier[];
  attributes: Attribute[];
  /** Only on events. */
  status: EventStatus | null;
  /** When the entity exists, or the event takes place. */
  time: TimeSpan;
  /** Places (ids) the entity is tied to by a relation that places it, with everything these are part of. Sorted. */
  within: string[];
  /** Number of relations at the entity, self-loops once. */
  degree: number;
  /** `foldText(name)`; order by it, then by id. */
  sortKey: string;
  /** All claims about the entity itself: its existence, names, identifiers, attributes, dates. Sorted. */
  claimIds: string[];
}

/** What the claims of a relation come to. */
export interface Evidence {
  /** Independent sources that support it: different publishers, none a translation or reprint of another. */
  supporting: number;
  /** Independent sources that dispute it. */
  disputing: number;
  /** How much the evidence carries, in [0, 1]; 0 where no source supports it. The formula is in docs/influence.md. */
  strength: number;
}

export interface Relation {
  /** `source.type.target`, lower case, with `.qualifier` slugs where these tell parallel relations apart. */
  id: string;
  /** A type of `schema/relation-types/`. */
  type: string;
  source: string;
  target: string;
  /** sector, category, office, role, standard, occurrence … sorted by key. */
  qualifiers: Record<string, string>;
  time: TimeSpan;
  evidence: Evidence;
  /** `earliestStart|id`: chronological, unknown first. Unique. */
  sortKey: string;
  claimIds: string[];
}

export type Stance = 'SUPPORTS' | 'DISPUTES';

/** How certain the source itself is of what it says. */
export type Certainty = 'EXPLICIT' | 'IMPLIED' | 'HEDGED';

/** What one passage of one source says of one thing, in our own words. */
export interface Claim {
  /** `sourceId.` and ten hexadecimal digits of the claim's content. */
  id: string;
  /** Id of the entity or relation it is about. */
  subject: string;
  subjectType: 'ENTITY' | 'RELATION';
  /** What of the subject: `existence`, `relation`, `name`, `identifier`, `attribute`, `time`. */
  aspect: string;
  statement: string;
  source: string;
  /** Where in the source: section, paragraph, sentence. */
  locator: string;
  /** SHA-256 (hex) of the cited passage with white space normalised; see docs/data.md. */
  digest: string;
  stance: Stance;
  certainty: Certainty;
  /** The dates this source gives, as written; null where it gives none. */
  start: string | null;
  end: string | null;
  attested: string | null;
  /** ISO day on which the passage was read. */
  retrieved: string;
  recordedBy: string;
  /** ISO day on which the claim entered the dossier. */
  recorded: string;
}

export type Derivation = 'TRANSLATION' | 'REPRINT';

export interface Source {
  id: string;
  title: string;
  publisher: string;
  /** Id of the publisher where it is an entity of the graph. */
  publisherId: string | null;
  /** EDTF, null where the page gives no date. */
  published: string | null;
  url: string;
  language: string;
  /** `news`, `law`, `report`, `web-page`, `dataset`, `register`, … */
  kind: string;
  retrieved: string;
  /** Id of the source it translates or reprints. */
  derivedFrom: string | null;
  derivation: Derivation | null;
  sortKey: string;
}

export interface Graph {
  /** SHA-256 (hex) of the records below: the data version that answers name. */
  version: string;
  entities: Entity[];
  relations: Relation[];
  claims: Claim[];
  sources: Source[];
}
