import { readFileSync, readdirSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import type { EntityLabel } from './model.js';
import { projectFile } from '../project-files.js';

/**
 * The vocabulary: the model as data, read once from `schema/`. Kinds, relation types and attributes are added there,
 * not here. `test/schema/vocabulary.test.ts` checks the files.
 */
export interface EntityKind {
  name: string;
  label: EntityLabel;
  title: string;
  definition: string;
  /** Whether an actor of the kind acts across borders; null: only where a source ties it to another country. */
  international: 'always' | 'possible' | null;
  /** On whose side an actor of the kind stands: public, industry, civil-society …; null: on none that its kind tells. */
  sector: string | null;
}

export interface RelationType {
  name: string;
  /** How the source's side reads it: "facilitated". */
  label: string;
  /** How the target's side reads it: "facilitated by". */
  inverse: string;
  definition: string;
  /** Labels or kinds that may stand at the source. */
  from: string[];
  /** Labels or kinds that may stand at the target. */
  to: string[];
  /** A state lasts from a start to an end; an occurrence has happened and stays so. */
  time: 'state' | 'occurrence';
  qualifiers: string[];
  symmetric: boolean;
  sameLabel: boolean;
  acyclic: boolean;
  /** Ends at which an event that is only proposed, or was cancelled, may stand; at the others an event must have been held. */
  unheld: ('from' | 'to')[];
  /** Ties its ends to a place: `Entity.within` follows it. */
  places: boolean;
  /** Makes an actor an oversight body of the place it points to. */
  oversight: boolean;
  /** Makes an actor a party to the instrument it points to: from when it began, the actor has joined. */
  accession: boolean;
  /**
   * How strongly influence flows from source to target (`forward`) and back (`backward`), each in [0, 1]. `throughPlace` is for a relation
   * to a place, which these two are not: from its state to it, and from it to the actors that oversee it.
   */
  influence: { forward: number; backward: number; throughPlace: number };
}

export interface AttributeType {
  name: string;
  label: string;
  value: 'text' | 'number';
  unit: string | null;
  definition: string;
}

export interface Vocabulary {
  entityKinds: ReadonlyMap<string, EntityKind>;
  relationTypes: ReadonlyMap<string, RelationType>;
  attributes: ReadonlyMap<string, AttributeType>;
}

const SCHEMA_FOLDER = projectFile('schema/');

/** @param folder the model's folder; the project's own `schema/` unless told */
export function readVocabulary(folder: string = SCHEMA_FOLDER): Vocabulary {
  const read = (file: string): unknown => parse(readFileSync(`${folder}/${file}`, 'utf8'));

  const entityKinds = new Map<string, EntityKind>();
  const labels = read('entity-kinds.yaml') as Record<
    EntityLabel,
    { kinds: Record<string, { label: string; definition: string; international?: 'always' | 'possible'; sector?: string }> }
  >;
  for (const [label, { kinds }] of Object.entries(labels)) {
    for (const [name, kind] of Object.entries(kinds)) {
      const { label: title, definition, international = null, sector = null } = kind;
      entityKinds.set(name, { name, label: label as EntityLabel, title, definition, international, sector });
    }
  }

  const relationTypes = new Map<string, RelationType>();
  for (const file of readdirSync(`${folder}/relation-types`).sort()) {
    const types = read(`relation-types/${file}`) as Record<string, RelationTypeFile>;
    for (const [name, type] of Object.entries(types)) relationTypes.set(name, relationType(name, type));
  }

  const attributes = new Map<string, AttributeType>();
  for (const [name, type] of Object.entries(read('attributes.yaml') as Record<string, Omit<AttributeType, 'name'>>)) {
    attributes.set(name, { ...type, name, unit: type.unit ?? null });
  }
  return { entityKinds, relationTypes, attributes };
}

/** The project's own vocabulary. */
export const vocabulary: Vocabulary = readVocabulary();

interface RelationTypeFile {
  label: string;
  inverse: string;
  definition: string;
  from: string[];
  to: string[];
  time: 'state' | 'occurrence';
  qualifiers?: string[];
  symmetric?: boolean;
  same_label?: boolean;
  acyclic?: boolean;
  unheld?: ('from' | 'to')[];
  places?: boolean;
  oversight?: boolean;
  accession?: boolean;
  influence: { forward: number; backward: number; throughPlace?: number };
}

function relationType(name: string, file: RelationTypeFile): RelationType {
  return {
    name,
    label: file.label,
    inverse: file.inverse,
    definition: file.definition,
    from: file.from,
    to: file.to,
    time: file.time,
    // `role` and `occurrence` may stand on every relation; see docs/data.md.
    qualifiers: ['role', 'occurrence', ...(file.qualifiers ?? [])],
    symmetric: file.symmetric ?? false,
    sameLabel: file.same_label ?? false,
    acyclic: file.acyclic ?? false,
    unheld: file.unheld ?? [],
    places: file.places ?? false,
    oversight: file.oversight ?? false,
    accession: file.accession ?? false,
    influence: { throughPlace: 0, ...file.influence },
  };
}
