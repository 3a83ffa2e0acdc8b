/**
 * The marked sections of `docs/research.md` and `docs/matching.md`: each is made by a command and stands between marks, so that what is written by hand around
 * them stays, and a test can compare them with what the command makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const RESEARCH = 'research.md';
const pathOf = (page) => fileURLToPath(new URL(`../../docs/${page}`, import.meta.url));

/** What stands between the marks of a section. @param {string} name @throws where the page has no such marks */
export function sectionOf(name, file = RESEARCH) {
  const { page, from, to } = placeOf(name, file);
  return page.slice(from, to).trim();
}

/** @param {string} name of the section @param {string} text Markdown, as `formatted` gives it */
export function writeSection(name, text, file = RESEARCH) {
  const { page, from, to } = placeOf(name, file);
  writeFileSync(pathOf(file), `${page.slice(0, from)}\n\n${text}\n\n${page.slice(to)}`);
}

function placeOf(name, file) {
  const page = readFileSync(pathOf(file), 'utf8');
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`docs/${file} has no section between "${begin}" and "${end}".`);
  return { page, from, to };
}

/** Markdown as it is kept in the page. @param {string} text */
export async function formatted(text) {
  return (await format(text, { ...(await resolveConfig(pathOf(RESEARCH))), filepath: pathOf(RESEARCH) })).trim();
}
