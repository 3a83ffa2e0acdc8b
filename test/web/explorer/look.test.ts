import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addressOf, axeFindings, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

interface Drawn {
  radius: number;
  fill: string;
}

/** The nodes of the picture, by name, as the SVG to take away draws them. */
async function drawn(page: Page): Promise<Map<string, Drawn>> {
  await page.getByRole('button', { name: 'Take away' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Picture (SVG)' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  const node = /transform="scale\(([\d.]+)\)" fill="(#[0-9a-f]{6})"\/?>(?:<\/path>)?<text[^>]*>([^<]*)</g;
  return new Map([...svg.matchAll(node)].map(([, radius, fill = '', name = '']) => [name, { radius: Number(radius), fill }]));
}

inABrowser('The explorer, looked at by size and colour', () => {
  const explorer = visits();
  const legend = (page: Page): Promise<string> => page.getByRole('group', { name: 'Legend' }).innerText();

  test(
    'size and colour are chosen in the legend, which says what they mean; the address keeps them',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await networkStands(page);
      await page.getByRole('combobox', { name: 'Size' }).selectOption('relations in view');
      await page.getByRole('combobox', { name: 'Colour' }).selectOption('community');
      await page
        .locator('.legend-entry', { hasText: /^around / })
        .first()
        .waitFor();
      expect(addressOf(page)).toEqual({ region: 'gt', size: 'degree', colour: 'community' });
      for (const meaning of ['Actor', 'Instrument', 'Event', 'Oversight body']) expect(await legend(page)).toContain(meaning);
      expect(await axeFindings(page)).toEqual([]);
      await page.goBack();
      await page.locator('.legend-entry', { hasText: 'Public authorities' }).waitFor();
      expect(await page.getByRole('combobox', { name: 'Colour' }).inputValue()).toBe('family');
    },
    PATIENCE,
  );

  test(
    'the picture follows: who lies between others grows with betweenness and leans to the far end of the colours',
    async () => {
      const page = await explorer.visit('/?region=gt&size=betweenness&colour=betweenness');
      await networkStands(page);
      await page
        .locator('.legend-entry', { hasText: /^0.*[1-9].*%$/s })
        .first()
        .waitFor();
      const nodes = await drawn(page);
      const session = [...nodes].find(([name]) => name.startsWith('ICoCA information session'))?.[1];
      const embassy = nodes.get('Swiss Embassy in Guatemala');
      expect(session?.radius).toBeGreaterThan(embassy?.radius ?? Infinity);
      expect(session?.fill).not.toBe(embassy?.fill);
    },
    PATIENCE,
  );

  test(
    'kinds have a colour each: an embassy is told from a regulator',
    async () => {
      const page = await explorer.visit('/?region=gt&colour=kind');
      await networkStands(page);
      await page.locator('.legend-entry', { hasText: 'Diplomatic mission' }).waitFor();
      const nodes = await drawn(page);
      expect(nodes.get('Swiss Embassy in Guatemala')?.fill).toBe(nodes.get('UK Embassy in Guatemala')?.fill);
      expect(nodes.get('Swiss Embassy in Guatemala')?.fill).not.toBe(nodes.get('DIGESSP')?.fill);
    },
    PATIENCE,
  );
});
