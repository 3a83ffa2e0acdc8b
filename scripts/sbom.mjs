#!/usr/bin/env node
/**
 * `npm run -s sbom`, after a build: what is given out, as CycloneDX: the packages of the program, and of what is only for development those that the
 * pages have in them (`npm sbom --omit dev` takes these for tools).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const IN_PAGES = 'dist/bundled-packages-web.json';

if (!existsSync(IN_PAGES)) {
  console.error('The pages are not built, so nobody knows what is in them: npm run build first.');
  process.exit(1);
}
const inPages = new Set(
  read(IN_PAGES).map((folder) => {
    const { name, version } = read(`${folder}/package.json`);
    return `${name}@${version}`;
  }),
);
const asked = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (asked.status !== 0) {
  console.error(asked.stderr);
  process.exit(1);
}
const { metadata, components, dependencies, ...sbom } = JSON.parse(asked.stdout);
const isTool = ({ properties }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
const given = components.filter((component) => !isTool(component) || inPages.has(component['bom-ref']));
const refs = new Set([metadata.component['bom-ref'], ...given.map((one) => one['bom-ref'])]);
const result = {
  ...sbom,
  // npm calls it after the folder.
  metadata: { ...metadata, component: { ...metadata.component, type: 'application', name: 'custodes' } },
  components: given.map((component) => ({ ...component, scope: 'required' })),
  dependencies: dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
