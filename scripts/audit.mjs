#!/usr/bin/env node
/**
 * `npm run audit`: what the registry knows of weaknesses in our packages. A high or critical one in what is given out (packages of the program, and
 * of the pages once they are built) ends it with 1; others are listed. A registry that cannot be asked is said to, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const IN_PAGES = 'dist/bundled-packages-web.json';

const { stdout } = spawnSync('npm', ['audit', '--package-lock-only', '--json'], { encoding: 'utf8' });
const report = answerIn(stdout);
if (report?.metadata === undefined) {
  console.log(
    'Nothing is known of weaknesses, not that there are none. Run this where npm reaches a registry with an audit endpoint.',
  );
  // The last line, which .ci/run shows as its own.
  console.log(`NOT AUDITED: the registry does not say (${report?.message ?? report?.error?.summary ?? 'no answer'}).`);
} else {
  const { packages } = read('package-lock.json');
  const inPages = existsSync(IN_PAGES) ? read(IN_PAGES) : [];
  if (inPages.length === 0)
    console.log('The pages are not built, so that packages in them are taken for tools: npm run build first.');
  const found = Object.values(report.vulnerabilities).map(({ name, severity, via, nodes }) => ({
    name,
    severity,
    given: nodes.some((node) => !packages[node]?.dev || inPages.includes(node)),
    about: via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} ${one.url}`)).join('; '),
  }));
  for (const { name, severity, given, about } of found) {
    console.log(`${severity.toUpperCase()} ${name} (${given ? 'given out' : 'a tool'}): ${about}`);
  }
  const grave = found.filter(({ given, severity }) => given && ['high', 'critical'].includes(severity));
  console.log(
    `AUDITED: ${Object.keys(packages).length - 1} packages, ${found.length} with weaknesses, ${grave.length} of these high and given out.`,
  );
  if (grave.length > 0) process.exitCode = 1;
}

function answerIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
