/**
 * A study is a page of prose in which everything that comes from the data stands between marks: `<!-- =name -->59<!-- / -->` in a line, or with
 * the marks on lines of their own. What is between them is written by the run; a test compares.
 */
const MARKED = /<!-- =([\w-]+) -->([^]*?)<!-- \/ -->/g;

/**
 * The page with its values as the data gives them now.
 * @param {string} page @param {Record<string, string | number>} values
 * @throws where the page marks a value that the study does not have, or leaves one of its values out
 */
export function filled(page, values) {
  const used = new Set();
  const written = page.replace(MARKED, (_all, name, before) => {
    if (!Object.hasOwn(values, name)) throw new Error(`The page marks "${name}", which the study does not calculate.`);
    used.add(name);
    const value = String(values[name]);
    const block = before.includes('\n') || value.includes('\n');
    return `<!-- =${name} -->${block ? `\n\n${value}\n\n` : value}<!-- / -->`;
  });
  const unused = Object.keys(values).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`The page has no place for ${unused.join(', ')}.`);
  return written;
}

/** Numbers in the prose that nobody calculates: none but those of names and formulas, which stand as code, in links or between marks. */
export function numbersByHand(page) {
  const prose = page
    .replace(MARKED, '')
    .replace(/```[^]*?```/g, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(/!?\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/<!--[^]*?-->/g, '');
  return prose.split('\n').filter((line) => /\d/.test(line));
}

/** @param {string[]} heads @param {(string | number)[][]} rows */
export const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** "a, b and c" @param {string[]} words */
export const listed = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
