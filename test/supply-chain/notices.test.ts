import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

/** What `npm run build` left in dist/. */
const NOTICES = 'dist/web/notices.txt';
const bundled = (list: string): string[] => JSON.parse(readFileSync(list, 'utf8')) as string[];
const folders = [...bundled('dist/bundled-packages.json'), ...bundled('dist/bundled-packages-web.json')];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

describe('the licences of what is bundled', () => {
  const parts = readFileSync(NOTICES, 'utf8')
    .split(`\n\n${'-'.repeat(80)}\n\n`)
    .slice(1);
  const titles = parts.flatMap((part) => part.split('\n\n')[0]!.split('\n'));

  test('are all there, each with its text', () => {
    for (const folder of folders) {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<string, string>;
      expect(titles).toContain(`${name} ${version} (${license})`);
    }
    for (const part of parts)
      expect([part.slice(0, 60), part.length > 300 || part.includes('brings no text')]).toEqual([part.slice(0, 60), true]);
  });

  test('are those of every dependency, and of what the pages are made with', () => {
    const named = titles.map((title) => title.replace(/ \S+ \(.*/, ''));
    const ofPages = [
      'preact',
      'sigma',
      'graphiql',
      'monaco-editor',
      'react',
      'd3-geo',
      'world-atlas',
      '@fontsource-variable/inter',
    ];
    expect([...Object.keys(dependencies), ...ofPages].filter((name) => !named.includes(name))).toEqual([]);
    expect(named).not.toContain('jest');
  });
});

describe('/notices.txt', () => {
  const graph = serveGraph(smallGraph);
  test('shows them to who got the pages', async () => {
    const response = await fetch(`${graph.url()}/notices.txt`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(await response.text()).toBe(readFileSync(NOTICES, 'utf8'));
  });
});
