import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addressOf, DESKTOP, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

interface Place {
  x: number;
  y: number;
}

/** Where each node stands, by name, as the SVG to take away has it; downwards is more. */
async function places(page: Page): Promise<Map<string, Place>> {
  await page.getByRole('button', { name: 'Take away' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Picture (SVG)' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  const node = /<g transform="translate\((\S+) (\S+)\)">(?:(?!<g ).)*?<text[^>]*>([^<]*)</g;
  return new Map([...svg.matchAll(node)].map(([, x, y, name = '']) => [name, { x: Number(x), y: Number(y) }]));
}

/** Where a node is on the screen: all of them fit into the picture, less a margin. */
async function onScreen(page: Page, all: ReadonlyMap<string, Place>, name: string): Promise<Place> {
  const margin = 56;
  const box = await page.locator('.network-picture').boundingBox();
  const at = all.get(name);
  if (!box || !at) throw new Error(`${name} is not in the picture`);
  const [left, right] = [Math.min, Math.max].map((most) => most(...[...all.values()].map(({ x }) => x))) as [number, number];
  const [top, bottom] = [Math.min, Math.max].map((most) => most(...[...all.values()].map(({ y }) => y))) as [number, number];
  const scale = (box.height - 2 * margin) * Math.min(1 / (bottom - top), box.width / box.height / (right - left));
  return {
    x: box.x + box.width / 2 + (at.x - (left + right) / 2) * scale,
    y: box.y + box.height / 2 + (at.y - (top + bottom) / 2) * scale,
  };
}

const EMBASSY = 'Swiss Embassy in Guatemala';

inABrowser('The explorer, where its nodes stand', () => {
  const explorer = visits();

  test(
    'paths between two lead from one side to the other',
    async () => {
      const page = await explorer.visit('/?from=swiss-embassy-guatemala&to=digessp');
      await networkStands(page);
      await page.getByRole('application', { name: /Network of [3-9]/ }).waitFor();
      await page.getByText('Arranging…').waitFor({ state: 'detached' });
      const all = await places(page);
      const fromLeft = [...all].sort(([, one], [, other]) => one.x - other.x).map(([name]) => name);
      expect(fromLeft.length).toBeGreaterThan(2);
      expect([fromLeft.at(0), fromLeft.at(-1)]).toEqual([EMBASSY, 'DIGESSP']);
    },
    PATIENCE,
  );

  test(
    'what is brought in stands below the answer, not between its columns',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await networkStands(page);
      await page.getByRole('application', { name: /Network of \d{2}/ }).waitFor();
      await page.getByText('Arranging…').waitFor({ state: 'detached' });
      const before = await places(page);
      await page.goto(`${explorer.url()}/?region=gt&expand=icoca`);
      await page.getByRole('application', { name: /Network of \d{2}/ }).waitFor();
      await page.getByText('Arranging…').waitFor({ state: 'detached' });
      const after = await places(page);
      const newcomers = [...after].filter(([name]) => !before.has(name));
      expect(newcomers.length).toBeGreaterThan(0);
      const lowest = Math.max(...[...after].filter(([name]) => before.has(name)).map(([, { y }]) => y));
      for (const [, { y }] of newcomers) expect(y).toBeGreaterThan(lowest);
    },
    PATIENCE,
  );

  test(
    'nodes that go while the picture moves are let go, and the others get where they belong',
    async () => {
      const page = await explorer.visit('/?region=gt', { ...DESKTOP, reducedMotion: 'no-preference' });
      await networkStands(page);
      await page.getByRole('application', { name: /Network of \d{2}/ }).waitFor();
      await page.getByText('Arranging…').waitFor({ state: 'detached' });
      for (const date of ['2015', '', '2021', '2015', '']) {
        await page.getByRole('textbox', { name: 'As of' }).fill(date);
        await page.keyboard.press('Enter');
        await page.locator('.answer[aria-busy=true]').waitFor({ state: 'detached' });
        // Until what moves has arrived, or failed to.
        await page.waitForTimeout(500);
      }
      const { x, y } = await onScreen(page, await places(page), EMBASSY);
      await page.mouse.move(x, y, { steps: 2 });
      await page.locator('.network-picture.points').waitFor();
    },
    PATIENCE,
  );
});

inABrowser('The explorer, its nodes put elsewhere', () => {
  const explorer = visits();

  test(
    'a node that is dragged stays there, for whoever has the address, and goes back with the back button',
    async () => {
      const page = await explorer.visit('/?region=gt&expand=icoca');
      await networkStands(page);
      await page.getByRole('application', { name: /Network of \d{2}/ }).waitFor();
      await page.getByText('Arranging…').waitFor({ state: 'detached' });
      const before = await places(page);
      const from = await onScreen(page, before, EMBASSY);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, from.y - 30, { steps: 4 });
      await page.mouse.move(from.x + 60, from.y - 50, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(({ searchParams }) => searchParams.has('pinned'));
      const after = await places(page);
      expect(after.get(EMBASSY)?.x).toBeGreaterThan((before.get(EMBASSY)?.x ?? Infinity) + 10);
      expect([...after].filter(([name]) => name !== EMBASSY)).toEqual([...before].filter(([name]) => name !== EMBASSY));
      expect(addressOf(page)).toMatchObject({
        pinned: expect.stringMatching(/^swiss-embassy-guatemala~-?\d+~-?\d+$/),
        room: expect.stringMatching(/^\d\.\d+$/),
      });

      const { pathname, search } = new URL(page.url());
      // A screen of another shape shows the same picture.
      const other = await explorer.visit(pathname + search, { viewport: { width: 1000, height: 900 } });
      await networkStands(other);
      await other.getByRole('application', { name: /Network of \d{2}/ }).waitFor();
      await other.getByText('Arranging…').waitFor({ state: 'detached' });
      expect(await places(other)).toEqual(after);

      await page.goBack();
      await page.waitForURL(({ searchParams }) => !searchParams.has('pinned'));
      expect(await places(page)).toEqual(before);
    },
    PATIENCE,
  );
});
