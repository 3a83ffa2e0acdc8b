#!/usr/bin/env node
/** `npm run research:table`: writes the tables of docs/research.md that are made from the seed story. */
import { optionsOr } from '../command-options.mjs';
import { comparedMeasures } from './measures-of-project.mjs';
import { openedFormats, seedStory } from './opened-formats.mjs';
import { formatted, sectionOf, writeSection } from './research-page.mjs';

const HELP = `npm run research:table -- [--check | --help]

Exports the seed story in every format, opens each file with a program that is not ours, and writes how many nodes, edges and claims
it found into docs/research.md; then how far each network measure is from networkx. Needs the judges (npm run judges),
R with igraph and jsonlite, xmllint, Java 17 and Maven.

  --check   write nothing; exit with 1 where the page says something else
`;

const options = optionsOr(HELP, { check: { type: 'boolean' } });
await main(options);

async function main({ check }) {
  const sections = {
    formats: formatsTable(await openedFormats(), await seedStory()),
    measures: measuresTable(await comparedMeasures()),
  };
  for (const [name, made] of Object.entries(sections)) {
    const table = await formatted(made);
    if (!check) writeSection(name, table);
    else if (sectionOf(name) !== table) {
      process.stderr.write(`docs/research.md is not what \`npm run research:table\` makes. It would be:\n\n${table}\n`);
      process.exitCode = 1;
    }
  }
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

function measuresTable({ rows, behind, compared, pairs }) {
  const lines = rows.map(({ measure, reference, largest }) => `| \`${measure}\` | ${reference} | ${bound(largest)} |`);
  return [
    '| measure | reference | largest difference |',
    '|---|---|---|',
    ...lines,
    '',
    `${compared} values were compared, ${pairs} of them pairs of actors by what they share. Communities: networkx's own Louvain reached at most ${Math.ceil(behind * 100) / 100} more modularity on any of the graphs.`,
  ].join('\n');
}

/** Below rounding, digits differ from machine to machine. */
function bound(largest) {
  if (largest === 0) return '0';
  return largest < 1e-12 ? 'below 1e-12' : `below 1e${Math.ceil(Math.log10(largest))}`;
}
