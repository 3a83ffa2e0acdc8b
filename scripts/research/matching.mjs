#!/usr/bin/env node
/** `npm run research:matching`: measures how well lists of names are matched, and writes the table of docs/matching.md. */
import { optionsOr } from '../command-options.mjs';
import { matching } from './matching-of-project.mjs';
import { formatted, sectionOf, writeSection } from './research-page.mjs';

const HELP = `npm run research:matching -- [--check | --help]

Takes every name but the official one, and a fifth of the actors and instruments, out of the graph of seeds/, looks for what was taken
out, and writes how often the right one was found into docs/matching.md.

  --check   write nothing; exit with 1 where the page says something else
`;

const options = optionsOr(HELP, { check: { type: 'boolean' } });
await main(options);

async function main({ check }) {
  const table = await formatted(matchingTable(await matching()));
  if (!check) writeSection('matching', table, 'matching.md');
  else if (sectionOf('matching', 'matching.md') !== table) {
    process.stderr.write(`docs/matching.md is not what \`npm run research:matching\` makes. It would be:\n\n${table}\n`);
    process.exitCode = 1;
  }
}

function matchingTable({ rows, held, absent }) {
  const lines = rows.map(
    ({ kind, withCountry, asked, matched, right, first, among }) =>
      `| ${kind} | ${withCountry ? 'yes' : ''} | ${asked} | ${matched} | ${right} | ${first} | ${among} |`,
  );
  return [
    '| what the list has | with its country | names | matched | rightly | right one first | right one among five |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    `${held} actors and instruments were in the graph, each with its official name only; ${absent} were not.`,
  ].join('\n');
}
