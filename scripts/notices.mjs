#!/usr/bin/env node
/**
 * The last step of `npm run build`: `dist/web/notices.txt`, the licences of all packages that the program and its pages have in them, as those
 * demand of who gives them out. The server shows it at `/notices.txt`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const project = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const listIn = (path) => JSON.parse(readFileSync(project(path), 'utf8'));

/** Read as files beside the program (Dockerfile). */
const DATA = ['node_modules/cldr-core', 'node_modules/cldr-localenames-full'];

const LICENCE_FILE = /^(licen[cs]e|copying|notice|third-?party-?notices)([.-].*)?$/i;

/** What everybody's MIT licence says after its copyright, as ours. */
const MIT = readFileSync(project('LICENSE'), 'utf8')
  .replace(/^[\s\S]*?(?=Permission is)/, '')
  .trim();

/** Name, version, licence and the texts of one package. */
function described(folder) {
  const { name, version, license, author, repository } = listIn(`${folder}/package.json`);
  const files = readdirSync(project(folder)).filter((file) => LICENCE_FILE.test(file));
  const texts = files.map((file) => readFileSync(project(`${folder}/${file}`), 'utf8').trim());
  const address = (repository?.url ?? repository ?? '').replace(/^git\+/, '');
  const from = [author?.name ?? author ?? '', address].filter((part) => part !== '').join(', ');
  const withoutText = `The package brings no text of its licence. It is ${license}, from ${from}.${license === 'MIT' ? `\n\n${MIT}` : ''}`;
  const text = texts.length > 0 ? texts.join('\n\n') : withoutText;
  return { title: `${name} ${version} (${license})`, text: text.replaceAll('\r\n', '\n') };
}

const folders = [...listIn('dist/bundled-packages.json'), ...listIn('dist/bundled-packages-web.json'), ...DATA];
const titles = new Map();
for (const { title, text } of [...new Set(folders)].sort().map(described)) {
  titles.set(text, [...new Set([...(titles.get(text) ?? []), title])]);
}
const head =
  'Custodes is under the MIT licence. The program and its pages have in them the packages below, each under the licence that follows it.';
const parts = [...titles].map(([text, named]) => `${named.join('\n')}\n\n${text}`);
const notices = `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
writeFileSync(project('dist/web/notices.txt'), notices);
// As the server gives it, so that it need not compress it each time.
writeFileSync(project('dist/web/notices.txt.gz'), gzipSync(notices, { level: 9 }));
