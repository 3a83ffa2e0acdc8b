/**
 * `docs/performance.md`: one section a benchmark, between marks, so that each command writes its own and leaves the others alone.
 * In: the name of the section and its text; out: the file with the section in it, new ones at the end.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

const BEGINNING = `# Performance

What was measured, on which machine, with which command. Each section is written by its command; other machines give other figures, so every
figure stands beside what the same machine takes for the least that could be done, in the same run.
`;

/** @param {string} name heading of the section @param {string} text Markdown without the heading */
export async function writeSection(name, text) {
  const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
  const section = `${begin}\n\n## ${name}\n\n${text.trim()}\n\n${end}\n`;
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : BEGINNING;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  const written =
    from === -1 ? `${page.trimEnd()}\n\n${section}` : page.slice(0, from) + section + page.slice(to + end.length + 1);
  writeFileSync(PAGE, await format(written, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

/** The machine, for the section: what figures depend on. */
export function machine() {
  const [{ model }] = cpus();
  return `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;
}

/** The middle one, or the mean of the two in the middle. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
