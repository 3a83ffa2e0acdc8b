import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import { vocabulary } from '../../src/domain/vocabulary.js';
import { executableSchema, printedSchema } from '../../src/graphql/schema.js';

describe('the contract', () => {
  test('schema/schema.graphql is what the classes say; `npm run schema` prints it anew', async () => {
    expect(readFileSync('schema/schema.graphql', 'utf8')).toBe(await printedSchema());
  });

  test('every type, field, argument and enum value teaches what it is', async () => {
    const untaught = describedThings(await executableSchema()).filter(
      ([name, description]) => wordsTaught(name, description) < 2,
    );
    expect(untaught).toEqual([]);
  });

  test('Query begins with the questions that most readers came for', async () => {
    const fields = Object.keys((await executableSchema()).getQueryType()?.getFields() ?? {});
    expect(fields.slice(0, 5)).toEqual(['influence', 'search', 'entity', 'network', 'paths']);
  });

  test('every relation type of the vocabulary is a value of RelationTypeName', async () => {
    const type = (await executableSchema()).getType('RelationTypeName');
    if (!isEnumType(type)) throw new Error('RelationTypeName is no enum');
    expect(
      type
        .getValues()
        .map((value) => value.name)
        .sort(),
    ).toEqual([...vocabulary.relationTypes.keys()].sort());
    expect(type.getValue('FACILITATED')?.description).toContain(vocabulary.relationTypes.get('FACILITATED')?.definition);
  });

  // Clients and stored queries hold on to these names.
  test('the names of the spine', async () => {
    const schema = await executableSchema();
    const fieldsOf = (name: string): string[] => {
      const type = schema.getType(name);
      return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).sort() : [];
    };
    expect(fieldsOf('Query')).toEqual(
      'actor actors claim conflicts dataDifference dataVersion earlierDataVersions entity entityKinds events influence influenceChange influenceRobustness instruments interlocks measures network node oversightReach oversightSetUp paths places relation relationTypes relations search source sources statistics whyNotInfluence'.split(
        ' ',
      ),
    );
    expect(fieldsOf('Relation')).toEqual(expect.arrayContaining(['id', 'type', 'start', 'end', 'source', 'target', 'claims']));
    expect(fieldsOf('Claim')).toEqual(
      expect.arrayContaining(['statement', 'stance', 'certainty', 'locator', 'digest', 'source', 'subject']),
    );
    expect(fieldsOf('Source')).toEqual(expect.arrayContaining(['title', 'publisher', 'published', 'url', 'claims']));
    expect(fieldsOf('PageInfo')).toEqual(['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor']);
    for (const type of ['Actor', 'Instrument', 'Event', 'Place']) {
      expect(schema.getType(type)).toMatchObject({ name: type });
      expect(fieldsOf(type)).toEqual(expect.arrayContaining(fieldsOf('Entity')));
    }
  });
});

/** Words that say nothing of what a field holds. */
const EMPTY_WORDS = new Set(
  'a all an and any are as at by for from has have how in is it its itself many mean means of on one or order sort such that the their there these they this those to was were what when where which who whose why with'.split(
    ' ',
  ),
);

/** How many words a description has beyond empty ones and those of the name: `KindCount.count` "How many there are." has none. */
function wordsTaught(name: string, description: string | null | undefined): number {
  const wordsOf = (text: string): string[] =>
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
  const known = new Set(wordsOf(name));
  return new Set(wordsOf(description ?? '').filter((word) => !EMPTY_WORDS.has(word) && !known.has(word))).size;
}

/** Everything in the schema that a reader of its documentation meets, with its description. */
function describedThings(schema: GraphQLSchema): [name: string, description: string | null | undefined][] {
  const things: [string, string | null | undefined][] = [['schema', schema.description]];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    things.push([type.name, type.description]);
    if (isEnumType(type)) for (const value of type.getValues()) things.push([`${type.name}.${value.name}`, value.description]);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) things.push([`${type.name}.${field.name}`, field.description]);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      things.push([`${type.name}.${field.name}`, field.description]);
      for (const argument of field.args) things.push([`${type.name}.${field.name}(${argument.name})`, argument.description]);
    }
  }
  return things;
}
