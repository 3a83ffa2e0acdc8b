import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../domain/vocabulary.js';
import { RELATION_KEYS } from './format.js';
import { projectFile } from '../project-files.js';

/** The JSON Schema of dossiers that editors use, and that `check/shape.ts` checks with. */
export const DOSSIER_SCHEMA_FILE = projectFile('schema/dossier.schema.json');

/** A JSON Schema (draft 7), as far as it is read here. */
export interface JsonSchema {
  [keyword: string]: unknown;
  description?: string;
  properties?: Record<string, JsonSchema>;
  definitions?: Record<string, JsonSchema>;
}

/**
 * The schema with the words of the vocabulary in it: kinds, relation types, attributes and qualifiers, with their
 * definitions for the editor. The file in `schema/` is this, printed; test/dossier/schema.test.ts keeps it in step.
 */
export function dossierSchema(vocabulary: Vocabulary): JsonSchema {
  const schema = JSON.parse(readFileSync(DOSSIER_SCHEMA_FILE, 'utf8')) as JsonSchema & {
    definitions: Record<string, JsonSchema>;
  };
  const { entityKinds, relationTypes, attributes } = vocabulary;
  Object.assign(schema.definitions, {
    kind: words('A kind of schema/entity-kinds.yaml.', entityKinds, (kind) => `${kind.label}. ${kind.definition}`),
    relationType: words('A type of schema/relation-types/.', relationTypes, (type) => type.definition),
    attributeName: words('A name of schema/attributes.yaml.', attributes, (attribute) => attribute.definition),
  });

  const relation = schema.definitions['relation'] as JsonSchema & { properties: Record<string, JsonSchema> };
  const qualifiers = Object.keys(relation.properties).filter((key) => !RELATION_KEYS.has(key));
  for (const qualifier of qualifiers) delete relation.properties[qualifier];
  for (const [qualifier, description] of qualifierDescriptions(vocabulary)) {
    relation.properties[qualifier] = { type: ['string', 'integer'], pattern: '\\S', description };
  }
  return schema;
}

/** The schema as it stands in its file. */
export function printDossierSchema(vocabulary: Vocabulary): string {
  return `${JSON.stringify(dossierSchema(vocabulary), null, 2)}\n`;
}

function words<Word>(description: string, of: ReadonlyMap<string, Word>, definition: (word: Word) => string): JsonSchema {
  return { description, type: 'string', enum: [...of.keys()], enumDescriptions: [...of.values()].map(definition) };
}

function qualifierDescriptions({ relationTypes }: Vocabulary): [string, string][] {
  const typesOf = new Map<string, string[]>();
  for (const type of relationTypes.values()) {
    for (const qualifier of type.qualifiers) typesOf.set(qualifier, [...(typesOf.get(qualifier) ?? []), type.name]);
  }
  return [...typesOf].map(([qualifier, types]): [string, string] => {
    if (types.length < relationTypes.size) return [qualifier, `Of ${types.join(', ')}: tells parallel relations apart.`];
    if (qualifier === 'role')
      return [
        qualifier,
        'What the source says the part was. May stand on every relation, and does not tell parallel ones apart.',
      ];
    return [
      qualifier,
      'Tells a second relation of the same type and ends (a second term of office, say) from the first. May stand on every relation.',
    ];
  });
}
