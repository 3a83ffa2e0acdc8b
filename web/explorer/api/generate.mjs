/**
 * Types and texts of the operations in `operations/`, checked against `schema/schema.graphql`, as `operations.ts`.
 *
 * `npm run operations` writes the file; `test/web/explorer/operations.test.ts` fails while it is stale. The documents are plain
 * texts: the page needs no parser of GraphQL.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as documents from '@graphql-codegen/typed-document-node';
import { parse, visit } from 'graphql';
import prettier from 'prettier';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Where the result belongs. */
export const OPERATIONS_FILE = path('operations.ts');

const HEADER = `/* eslint-disable */
/* Made by \`npm run operations\` from operations/*.graphql and schema/schema.graphql. Not written by hand. */
`;

/** @returns {Promise<string>} the text of `operations.ts` */

export async function generatedOperations() {
  const folder = path('operations/');
  const files = (await readdir(folder)).sort();
  const text = await codegen({
    filename: OPERATIONS_FILE,
    // Without descriptions: they change with the vocabulary, and the types do not.
    schema: visit(parse(await readFile(path('../../../schema/schema.graphql'), 'utf8')), {
      enter: ({ description, ...node }) => (description ? node : undefined),
    }),
    documents: await Promise.all(
      files.map(async (location) => ({ location, document: parse(await readFile(folder + location, 'utf8')) })),
    ),
    config: {
      documentMode: 'string',
      onlyOperationTypes: true,
      enumsAsTypes: true,
      skipTypename: true,
      strictScalars: true,
      useTypeImports: true,
      dedupeFragments: true,
    },
    pluginMap: { operations, documents },
    plugins: [{ operations: {} }, { documents: {} }],
  });
  const style = await prettier.resolveConfig(OPERATIONS_FILE);
  return prettier.format(`${HEADER}\n${text}`, { ...style, parser: 'typescript' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(OPERATIONS_FILE, await generatedOperations());
