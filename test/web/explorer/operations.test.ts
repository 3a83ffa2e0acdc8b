import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';
import { USUAL_API } from '../../../src/graphql/configurable.js';
import { isAffordable } from '../../../src/graphql/cost-limit.js';
import { RANGES } from '../../../src/graphql/limits.js';
import { executableSchema } from '../../../src/graphql/schema.js';
import { generatedOperations, OPERATIONS_FILE } from '../../../web/explorer/api/generate.mjs';

const FOLDER = 'web/explorer/api/operations';

test('the typed operations of the explorer are those of its .graphql files and of the schema: npm run operations', async () => {
  expect(readFileSync(OPERATIONS_FILE, 'utf8')).toBe(await generatedOperations());
});

test('every operation of the explorer may be asked for its largest page, as far as its cost goes', async () => {
  const schema = await executableSchema();
  const { definitions } = parse(
    readdirSync(FOLDER)
      .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
      .join('\n'),
  );
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const document = { kind: Kind.DOCUMENT, definitions } as const;
  const tooCostly = operations.filter(
    (operation) => !isAffordable(schema, document, operation.name?.value, largest(operation), USUAL_API.limits.cost),
  );
  expect(operations.length).toBeGreaterThan(10);
  expect(tooCostly.map(({ name }) => name?.value)).toEqual([]);
});

/** Values of its variables: the cost goes by numbers and truth values alone. */
function largest({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const valued = variableDefinitions.map(({ variable: { name }, type }) => {
    const named = print(type).replaceAll(/[[\]!]/g, '');
    const value = { Int: RANGES.first.most, Boolean: true, ID: 'x', String: 'x' }[named];
    return [name.value, print(type).startsWith('[') && value !== undefined ? [value] : value] as const;
  });
  return Object.fromEntries(valued.filter(([, value]) => value !== undefined));
}
