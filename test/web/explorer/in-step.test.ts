import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addressOf, axeFindings, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

inABrowser('The explorer, its list, table, years and map in step', () => {
  const explorer = visits();
  const marked = (page: Page): Promise<string[]> => page.locator('.stage-map .place-list .marked').allInnerTexts();

  test(
    'the map shows what is in view: who is selected or pointed at marks their countries; a country lights what is tied to it',
    async () => {
      const page = await explorer.visit('/?region=gt&stage=map');
      const list = page.getByRole('list', { name: 'Countries of what is in view' });
      await list.getByRole('button', { name: /Guatemala/ }).waitFor();
      await page.locator('.world-map .map-asked[data-country="gt"]').waitFor();
      expect(await marked(page)).toEqual([]);

      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).hover();
      expect((await marked(page)).join()).toContain('Guatemala');
      await page.mouse.move(0, 0);
      expect(await marked(page)).toEqual([]);
      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).getByRole('button').first().click();
      await page.mouse.move(0, 0);
      expect((await marked(page)).join()).toContain('Guatemala');
      await page.locator('.world-map .map-marked[data-country="gt"]').waitFor();
      expect(await axeFindings(page)).toEqual([]);

      await page.locator('.world-map [data-country="gt"]').click();
      expect(addressOf(page)).toEqual({ region: 'gt', entity: 'gt', stage: 'map' });
      await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Guatemala' }).waitFor();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      const lit = await page.locator('tbody tr.lit').allInnerTexts();
      expect(lit.some((row) => row.includes('DIGESSP'))).toBe(true);
      expect(lit.length).toBeLessThan(await page.locator('tbody tr').count());
    },
    PATIENCE,
  );

  test(
    'the map comes nearer to the region asked about, by button, wheel and hand, and shows all again',
    async () => {
      const page = await explorer.visit('/?region=gt&stage=map');
      const guatemala = page.locator('.world-map .map-asked[data-country="gt"]');
      await guatemala.waitFor();
      const box = async (): Promise<{ x: number; y: number; width: number; height: number }> =>
        (await guatemala.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
      const before = await box();
      for (let presses = 0; presses < 2; presses++) {
        const { width } = await box();
        await page.getByRole('button', { name: 'Zoom in' }).click();
        expect((await box()).width).toBeGreaterThan(width * 1.5);
      }

      const near = await box();
      const hand = { x: near.x + near.width / 2, y: near.y + near.height / 2 };
      await page.mouse.move(hand.x, hand.y);
      await page.mouse.down();
      await page.mouse.move(hand.x - 60, hand.y + 30, { steps: 3 });
      await page.mouse.up();
      expect((await box()).x).toBeCloseTo(near.x - 60, 0);
      expect((await box()).y).toBeCloseTo(near.y + 30, 0);
      // To move the map is to choose nothing.
      expect(addressOf(page)).toEqual({ region: 'gt', stage: 'map' });

      const moved = (await box()).width;
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(300);
      expect((await box()).width).toBeLessThan(moved);
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await box()).toEqual(before);
      expect(await page.getByRole('button', { name: 'Zoom out' }).isDisabled()).toBe(true);
    },
    PATIENCE,
  );

  test(
    'a region asked about marks all its countries, and the filters empty the map as they empty the picture',
    async () => {
      const page = await explorer.visit('/?region=013&stage=map');
      await page.locator('.world-map .map-asked[data-country="gt"]').waitFor();
      // Natural Earth draws the seven countries of Central America, and Mexico.
      expect(await page.locator('.world-map .map-asked').count()).toBe(8);
      const guatemala = page.locator('.stage-map .place-list').getByRole('button', { name: /Guatemala/ });
      const before = await guatemala.innerText();
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('checkbox', { name: /States and diplomacy/ }).uncheck();
      expect(await guatemala.innerText()).not.toBe(before);
    },
    PATIENCE,
  );

  test(
    'the years count what the filters keep, and show the part of what is selected',
    async () => {
      const page = await explorer.visit('/?region=gt&asOf=2021');
      await networkStands(page);
      const years = page.locator('.timeline-words');
      await page.getByText(/^2021: \d+ relations? certainly/).waitFor();
      const before = await years.innerText();
      expect(await page.locator('.bar-marked').count()).toBe(0);
      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).getByRole('button').first().click();
      await page.mouse.move(0, 0);
      expect(await years.innerText()).toMatch(/ · of the selection [1-9]\d* certainly, \d+ possibly$/);
      expect(await page.locator('.bar-marked').count()).toBeGreaterThan(0);
      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).getByRole('button').first().click();
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('checkbox', { name: /States and diplomacy/ }).uncheck();
      await page.mouse.move(0, 0);
      expect(await years.innerText()).not.toBe(before);
    },
    PATIENCE,
  );
});
