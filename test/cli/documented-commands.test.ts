import { readFileSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { custodes } from './custodes.js';

/** The commands that the documents on reproducing and the studies tell a reader to give. Whoever serves does not end, and load and adopt need Neo4j. */
const DOCUMENTS = [
  'docs/operations.md',
  'docs/reproducible.md',
  'docs/studies/central-america.md',
  'docs/studies/accession-and-regulation.md',
];
const commands = DOCUMENTS.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^npm run (?:-s )?custodes -- ([^#\n]+)/gm)].map(([, command = '']) => command.trim()),
).filter((command) => !/^(serve|load|adopt)\b/.test(command));

const ARCHIVE = /custodes-[0-9a-f]{12}\.zip/;
let archive = '';
afterAll(() => rmSync(archive, { force: true }));

test('there are such commands', () => expect(commands.length).toBeGreaterThan(8));

test.each(commands)('custodes %s', async (command) => {
  const args = (command.replace(ARCHIVE, archive).match(/'[^']*'|\S+/g) ?? []).map((arg) => arg.replace(/^'|'$/g, ''));
  const { exitCode, out, err } = await custodes(args);
  if (command === 'archive') archive = ARCHIVE.exec(err)?.[0] ?? '';
  expect([exitCode, err]).toEqual([0, expect.anything()]);
  expect(command === 'archive' ? archive : out).not.toBe('');
});
