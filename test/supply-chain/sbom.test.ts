import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Sbom {
  metadata: { component: { name: string; version: string } };
  components: { name: string; version: string; 'bom-ref': string; hashes: unknown[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

test('npm run sbom names what is in the program and in its pages, with digests, and no tools', () => {
  const { metadata, components, dependencies } = JSON.parse(
    execFileSync(process.execPath, ['scripts/sbom.mjs'], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
  ) as Sbom;
  expect(metadata.component.name).toBe('custodes');
  const named = components.map(({ name, version }) => `${name} ${version}`);
  const notices = readFileSync('dist/web/notices.txt', 'utf8');
  const bundled = [...notices.matchAll(/^(\S+ \d+\.\d+\.\d\S*) \([^)]+\)$/gm)].map(([, title = '']) => title);
  expect(bundled.length).toBeGreaterThan(300);
  expect(bundled.filter((title) => !named.includes(title))).toEqual([]);
  expect(named.some((title) => title.startsWith('preact '))).toBe(true);
  expect(components.filter(({ name }) => ['jest', 'vite', 'eslint', 'typescript'].includes(name))).toEqual([]);
  expect(components.every(({ hashes }) => hashes.length > 0)).toBe(true);
  const refs = components.map((component) => component['bom-ref']);
  for (const { dependsOn } of dependencies) expect(dependsOn.filter((ref) => !refs.includes(ref))).toEqual([]);
});
