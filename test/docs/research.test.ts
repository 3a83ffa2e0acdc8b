import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { FORMATS } from '../../src/export/index.js';
import { judgesInstalled } from '../judges/python.js';
import { rInstalled } from '../judges/r.js';
import { describeWithNeo4j } from '../store/neo4j/neo4j-of-tests.js';

const PAGE = readFileSync('docs/research.md', 'utf8');

describe('docs/research.md', () => {
  test('speaks of every format', () => {
    for (const { name } of FORMATS) expect(PAGE).toContain(`\`${name}\``);
  });
});

const xmllintInstalled = spawnSync('xmllint', ['--version']).status === 0;
if (!xmllintInstalled && process.env['CI'] === 'true') throw new Error('CI needs xmllint.');

// Where Neo4j and the judges are; in CI all must be.
(judgesInstalled && rInstalled && xmllintInstalled ? describeWithNeo4j : describe.skip)('the table of docs/research.md', () => {
  test('is what npm run research:table makes', async () => {
    await promisify(execFile)(process.execPath, ['scripts/research/table.mjs', '--check']);
  }, 300_000);
});

test('the table of docs/matching.md is what npm run research:matching makes', async () => {
  await promisify(execFile)(process.execPath, ['scripts/research/matching.mjs', '--check']);
}, 300_000);
