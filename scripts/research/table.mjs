#!/usr/bin/env node
/** `npm run research:table`: writes the tables of docs/research.md that are made from the seed story. */
import { parseArgs } from 'node:util';
import { openedFormats, seedStory } from './opened-formats.mjs';
import { formatted, sectionOf, writeSection } from './research-page.mjs';

const HELP = `npm run research:table -- [--check | --help]

Exports the seed story in every format, opens each file with a program that is not ours, and writes how many nodes, edges and claims
it found into docs/research.md. Needs the judges (npm run judges), Java 17 and Maven.

  --check   write nothing; exit with 1 where the page says something else
`;

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help) process.stdout.write(HELP);
else await main(options);

async function main({ check }) {
  const name = 'formats';
  const table = await formatted(formatsTable(await openedFormats(), await seedStory()));
  if (!check) return writeSection(name, table);
  if (sectionOf(name) === table) return;
  process.stderr.write(`docs/research.md is not what \`npm run research:table\` makes. It would be:\n\n${table}\n`);
  process.exitCode = 1;
}

function formatsTable(rows, story) {
  const lines = rows.map(
    (row) => `| \`${row.format.replaceAll(', ', '`, `')}\` | ${row.program} | ${row.nodes} | ${row.edges} | ${row.claims} |`,
  );
  return [
    '| format | opened by | nodes | edges | claims |',
    '|---|---|---|---|---|',
    ...lines,
    `| (the seed story itself) | | ${story.nodes} | ${story.edges} | ${story.claims} |`,
  ].join('\n');
}
