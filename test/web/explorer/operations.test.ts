import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { generatedOperations, OPERATIONS_FILE } from '../../../web/explorer/api/generate.mjs';

test('the typed operations of the explorer are those of its .graphql files and of the schema: npm run operations', async () => {
  expect(readFileSync(OPERATIONS_FILE, 'utf8')).toBe(await generatedOperations());
});
