import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

inABrowser('The explorer, taking the view away', () => {
  const explorer = visits();

  async function taken(page: Page, label: string): Promise<{ name: string; content: Buffer }> {
    await page.getByRole('button', { name: 'Take away' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label }).click()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }

  test(
    'as pictures, graphs, tables and citations',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await networkStands(page);
      await page.locator('.influencer').first().waitFor();

      const png = await taken(page, 'Picture (PNG)');
      expect(png.name).toBe('custodes-gt.png');
      expect(png.content.subarray(1, 4).toString()).toBe('PNG');
      expect(png.content.length).toBeGreaterThan(20_000);

      const svg = await taken(page, 'Picture (SVG)');
      expect(svg.content.toString()).toMatch(/^<svg[^>]+viewBox[^]*DIGESSP/);

      const json = JSON.parse((await taken(page, 'Graph (JSON)')).content.toString()) as {
        nodes: { id: string; name: string; type: string }[];
        edges: { id: string; type: string }[];
      };
      expect(json.nodes).toContainEqual(
        expect.objectContaining({ id: 'digessp', name: expect.stringContaining(' '), type: 'Actor' }),
      );

      // Gephi names nodes by what is called "label", and makes one of edges between the same two that have no kind.
      const gexf = (await taken(page, 'Graph (GEXF)')).content.toString();
      for (const { id, name, type } of json.nodes) {
        expect(gexf).toMatch(new RegExp(`<node id="${id}" label="${name}">[^]*?<attvalue for="type" value="${type}"/>`));
      }
      for (const { id, type } of json.edges)
        expect(gexf).toMatch(new RegExp(`<edge id="${id}" [^>]* kind="${type}" label="${type}"`));
      expect(gexf).not.toMatch(/<attribute [^>]*title="label"/);

      const graphml = (await taken(page, 'Graph (GraphML)')).content.toString();
      expect(graphml).toMatch(/^<[?]xml[^>]+>\s*<graphml [^]*<key id="node-label" for="node" attr.name="label"/);
      for (const { id, name, type } of json.nodes) {
        expect(graphml).toMatch(
          new RegExp(`<node id="${id}"><data key="node-label">${name}</data>[^]*?<data key="node-type">${type}</data>`),
        );
      }

      const csv = (await taken(page, 'Relations (CSV)')).content.toString().trim().split('\n');
      expect(csv[0]).toMatch(/^id,source,target,type,/);
      expect(csv).toHaveLength(json.edges.length + 1);

      const citations = JSON.parse((await taken(page, 'Sources (CSL-JSON)')).content.toString()) as { id: string; URL: string }[];
      expect(citations.map(({ id }) => id)).toContain('icoca-2021-06-25-digessp');
      expect((await taken(page, 'Sources (BibTeX)')).content.toString()).toContain('@online{icoca-2021-06-25-digessp,');

      const { name, content } = await taken(page, 'Citation of this view (BibTeX)');
      expect(name).toBe('custodes-gt.citation.bib');
      expect(content.toString()).toMatch(
        /^@dataset\{custodes-[0-9a-f]{12}-[0-9a-f]{8},[^]*title = \{\{Guatemala: [^]*url = \{http[^}]*region=gt/,
      );

      await page.goto(`${explorer.url()}/?region=gt&asOf=2021`);
      await page.locator('.influencer').first().waitFor();
      expect((await taken(page, 'Citation of this view (RIS)')).content.toString()).toMatch(
        /^TI {2}- Guatemala, as of 2021: who/m,
      );
    },
    PATIENCE,
  );

  test(
    'as the GraphQL query behind it, which opens in the playground with its variables and is answered there',
    async () => {
      const page = await explorer.visit('/?region=gt&asOf=2021');
      await page.getByRole('button', { name: 'Take away' }).click();
      const link = page.getByRole('link', { name: 'The GraphQL query behind this view' });
      const [playground] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
      await playground.locator('.graphiql-query-editor .view-lines', { hasText: 'query Influence' }).waitFor();
      await playground.getByRole('button', { name: /^Execute/ }).click();
      await playground.locator('.graphiql-response .view-lines', { hasText: '"region"' }).waitFor();
      expect(new URL(playground.url()).hash).toBe('');
    },
    PATIENCE,
  );

  test(
    'as a frame for another page: the picture without the list',
    async () => {
      const page = await explorer.visit('/?region=gt', { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
      await page.getByRole('button', { name: 'Take away' }).click();
      await page.getByRole('button', { name: 'Copy frame for another page' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const frame = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(frame).toMatch(/^<iframe src="http[^"]+\/\?region=gt&amp;embed=1" title="Guatemala: /);

      const address = /src="([^"]+)"/.exec(frame)?.[1]?.replace('&amp;', '&') ?? '';
      const framed = await explorer.visit(address.replace(explorer.url(), ''));
      await networkStands(framed);
      expect(await framed.locator('.pane-answer').isVisible()).toBe(false);
    },
    PATIENCE,
  );
});
