import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '../../src/domain/vocabulary.js';
import { DOSSIER_SCHEMA_FILE, dossierSchema, printDossierSchema, type JsonSchema } from '../../src/dossier/schema.js';

describe('the JSON Schema of dossiers', () => {
  test('has the words of the vocabulary (UPDATE_SCHEMA=1 npx jest test/dossier/schema writes it anew)', () => {
    const expected = printDossierSchema(vocabulary);
    if (process.env['UPDATE_SCHEMA']) writeFileSync(DOSSIER_SCHEMA_FILE, expected);
    expect(readFileSync(DOSSIER_SCHEMA_FILE, 'utf8')).toBe(expected);
  });

  test('follows the vocabulary: a new kind and a new qualifier are words, a removed one is none', () => {
    const kind = {
      name: 'ombudsman',
      label: 'Actor',
      title: 'Ombudsman',
      definition: 'Hears complaints.',
      international: null,
      sector: null,
    } as const;
    const memberOf = { ...vocabulary.relationTypes.get('MEMBER_OF')!, qualifiers: ['role', 'chamber'] };
    const { definitions } = dossierSchema({
      ...vocabulary,
      entityKinds: new Map([['ombudsman', kind]]),
      relationTypes: new Map([['MEMBER_OF', memberOf]]),
    });
    expect(definitions?.['kind']).toMatchObject({ enum: ['ombudsman'], enumDescriptions: ['Actor. Hears complaints.'] });
    expect(Object.keys(definitions?.['relation']?.properties ?? {})).toEqual(
      expect.arrayContaining(['type', 'from', 'to', 'claims', 'role', 'chamber']),
    );
    expect(definitions?.['relation']?.properties).not.toHaveProperty('sector');
  });

  test('teaches: every key has a description', () => {
    const schema = dossierSchema(vocabulary);
    const described = (of: JsonSchema): boolean => {
      const target = typeof of['$ref'] === 'string' ? schema.definitions?.[of['$ref'].split('/').at(-1) ?? ''] : undefined;
      return (of.description ?? target?.description) !== undefined;
    };
    const parts = [schema, ...Object.values(schema.definitions ?? {})];
    const silent = parts.flatMap(({ properties }) =>
      Object.entries(properties ?? {})
        .filter(([, of]) => !described(of))
        .map(([key]) => key),
    );
    expect(silent).toEqual([]);
  });
});
