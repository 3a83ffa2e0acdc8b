/**
 * The marked sections of `docs/research.md`: each is made by a command and stands between marks, so that what is written by hand around
 * them stays, and a test can compare them with what the command makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const PAGE = fileURLToPath(new URL('../../docs/research.md', import.meta.url));

/** What stands between the marks of a section. @param {string} name @throws where the page has no such marks */
export function sectionOf(name) {
  const { page, from, to } = placeOf(name);
  return page.slice(from, to).trim();
}

/** @param {string} name of the section @param {string} text Markdown, as `formatted` gives it */
export function writeSection(name, text) {
  const { page, from, to } = placeOf(name);
  writeFileSync(PAGE, `${page.slice(0, from)}\n\n${text}\n\n${page.slice(to)}`);
}

function placeOf(name) {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`docs/research.md has no section between "${begin}" and "${end}".`);
  return { page, from, to };
}

/** Markdown as it is kept in the page. @param {string} text */
export async function formatted(text) {
  return (await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE })).trim();
}
