import type { NameUse } from '../domain/model.js';

/**
 * A dossier as people write it; `schema/dossier.schema.json` describes every key. Dates are EDTF unless said otherwise.
 * What is checked on the way to a graph is `Unchecked<DossierContent>`; what is assembled is `DossierContent`.
 */
export interface DossierContent {
  /** ISO day on which the records entered the dossier. */
  recorded: string;
  recorded_by: string;
  sources?: WrittenSource[];
  /** Passages that claims of this dossier cite, by a name of the writer's choice. */
  passages?: Record<string, WrittenPassage>;
  entities?: WrittenEntity[];
  relations?: WrittenRelation[];
}

export interface WrittenSource {
  id: string;
  title: string;
  /** Id of an entity of the graph, or the publisher's name. */
  publisher: string;
  published?: string;
  url: string;
  language: string;
  kind: string;
  /** ISO day */
  retrieved: string;
  /** Id of the source that this one translates. */
  translates?: string;
  /** Id of the source that this one reprints. */
  reprints?: string;
}

export interface WrittenPassage {
  source: string;
  locator: string;
  digest: string;
}

/** When something holds: `on` for what happened, `start` and `end` for a period, `at` for days at which it held. */
export interface WrittenDates {
  on?: string;
  start?: string;
  /** `..`: ongoing as far as the source knows. */
  end?: string;
  at?: string | string[];
}

/** What one passage says. Cites a passage by name, or gives `source`, `locator` and `digest` itself. */
export interface WrittenClaim extends WrittenDates, Partial<WrittenPassage> {
  passage?: string;
  statement: string;
  stance?: 'supports' | 'disputes';
  certainty?: 'explicit' | 'implied' | 'hedged';
  /** The source gives no date: the claim does not take those of its entry. */
  undated?: true;
}

export interface WrittenName {
  text: string;
  /** May be left out of acronyms. */
  language?: string;
  script?: string;
  use?: NameUse;
  period?: string;
  claims?: WrittenClaim[];
}

export interface WrittenIdentifier {
  scheme: string;
  value: string;
  claims?: WrittenClaim[];
}

export interface WrittenAttribute {
  name: string;
  value: string;
  date?: string;
  claims?: WrittenClaim[];
}

export interface WrittenEntity extends WrittenDates {
  id: string;
  /** Absent where the entry adds to an entity that is declared elsewhere. */
  kind?: string;
  adds?: true;
  /** A plain text is an acronym. */
  names?: (string | WrittenName)[];
  identifiers?: WrittenIdentifier[];
  attributes?: WrittenAttribute[];
  status?: 'held' | 'proposed' | 'cancelled';
  claims?: WrittenClaim[];
}

/** Besides these keys, a relation carries the qualifiers of its type (`schema/relation-types/`) as plain keys. */
export interface WrittenRelation extends WrittenDates {
  type: string;
  from: string;
  to: string;
  claims: WrittenClaim[];
  [qualifier: string]: string | string[] | WrittenClaim[] | undefined;
}

/** What an id looks like; as in `schema/dossier.schema.json`. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Keys of a relation that are no qualifiers. */
export const RELATION_KEYS: ReadonlySet<string> = new Set(['type', 'from', 'to', 'on', 'start', 'end', 'at', 'claims']);

/** The qualifiers that a relation carries, by key. */
export function qualifiersOf(relation: Unchecked<WrittenRelation>): [string, string][] {
  return Object.entries(relation)
    .filter((entry): entry is [string, string] => !RELATION_KEYS.has(entry[0]) && typeof entry[1] === 'string')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Dates as a list, whether one or several were written. */
export function datesOf(at: Unchecked<WrittenDates>['at']): string[] {
  return (Array.isArray(at) ? at : [at]).filter((date): date is string => date !== undefined);
}

/** The same shape with everything possibly missing: what is wrong has been reported and taken out. */
export type Unchecked<T> = T extends string | boolean
  ? T
  : T extends (infer Item)[]
    ? (Unchecked<Item> | undefined)[]
    : { [Key in keyof T]?: Unchecked<T[Key]> | undefined };

/** One dossier on its way to the graph. */
export interface Dossier<Content = Unchecked<DossierContent>> {
  /** Where it is from, for messages. */
  file: string;
  content: Content;
  locate: (path: readonly (string | number)[], part?: 'value' | 'key') => { line: number; column: number };
}

/** A plain text as a name is an acronym: one word with at least two capitals (DCAF, ICoCA). */
export function isAcronym(text: string): boolean {
  return !/\s/.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}
