#!/usr/bin/env node
/** `npm run studies`: asks the data what the studies of docs/studies/ ask, and writes their numbers, tables and figures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { optionsOr } from '../command-options.mjs';
import { accessionAndRegulation } from './accession-and-regulation.mjs';
import { answers } from './answers.mjs';
import { centralAmerica } from './central-america.mjs';
import { filled, numbersByHand } from './study-page.mjs';

const HELP = `npm run studies -- [--check | --help]

Runs the studies of docs/studies/ on the dossiers in seeds/ and writes what comes out into their pages and figures.

  --check   write nothing; exit with 1 where a page or a figure is not what comes out
`;
const STUDIES = { 'central-america': centralAmerica, 'accession-and-regulation': accessionAndRegulation };
const file = (path) => fileURLToPath(new URL(`../../docs/studies/${path}`, import.meta.url));
const read = (path) => {
  try {
    return readFileSync(file(path), 'utf8');
  } catch {
    return null;
  }
};

const options = optionsOr(HELP, { check: { type: 'boolean' } });
await main(options);

async function main({ check }) {
  const asked = await answers();
  const said = (sentence) => {
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  };
  for (const [name, study] of Object.entries(STUDIES)) {
    const { values, figures } = await study(asked);
    const page = filled(read(`${name}.md`) ?? '', { ...values, version: `\`${asked.version}\``, written: asked.issued });
    for (const line of numbersByHand(page)) said(`docs/studies/${name}.md has a number that no run writes: ${line}`);
    const made = {
      [`${name}.md`]: page,
      ...Object.fromEntries(Object.entries(figures).map(([of, svg]) => [`figures/${of}.svg`, svg])),
    };
    for (const [path, content] of Object.entries(made)) {
      if (!check) writeFileSync(file(path), content);
      else if (read(path) !== content)
        said(`docs/studies/${path} is not what the data gives now: run \`npm run studies\`, and read the page again.`);
    }
  }
}
