import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addressOf, axeFindings, inABrowser, PATIENCE, visits } from './visits.js';

inABrowser('The explorer, with less in view', () => {
  const explorer = visits();

  const rows = (page: Page, caption: RegExp): Promise<string[]> =>
    page.getByRole('table', { name: caption }).locator('tbody tr').allInnerTexts();

  test(
    'the table has what the picture has, and follows the selection',
    async () => {
      const page = await explorer.visit('/?region=gt&stage=table');
      await page.getByRole('table', { name: /Entities in view/ }).waitFor();
      expect(await rows(page, /Entities in view/)).toHaveLength(Number(await page.locator('caption .count').first().innerText()));
      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).getByRole('button').first().click();
      const lit = await page.locator('tbody tr.lit').allInnerTexts();
      expect(lit.some((row) => row.includes('Swiss Embassy'))).toBe(true);
      expect(lit.some((row) => row.includes('UK Embassy'))).toBe(false);
      await page
        .getByRole('table', { name: /Relations in view/ })
        .getByRole('button')
        .first()
        .click();
      await page.locator('.claim').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'kinds and types of relations can be left out, in table and address alike',
    async () => {
      const page = await explorer.visit('/?region=gt&stage=table');
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('checkbox', { name: /States and diplomacy/ }).uncheck();
      const entities = await rows(page, /Entities in view/);
      expect(entities.some((row) => row.includes('Embassy'))).toBe(false);
      expect(entities.some((row) => row.includes('ICoCA'))).toBe(true);
      await page.getByRole('checkbox', { name: /^conducted/ }).uncheck();
      expect((await rows(page, /Relations in view/)).some((row) => row.includes('conducted'))).toBe(false);
      expect(addressOf(page)).toMatchObject({ withoutKinds: 'state', withoutTypes: 'CONDUCTED' });
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('.filters').getByRole('button', { name: 'Show all' }).click();
      expect((await rows(page, /Entities in view/)).some((row) => row.includes('Embassy'))).toBe(true);
    },
    PATIENCE,
  );

  test(
    'what held only possibly at the date is said so, and can be left out',
    async () => {
      const page = await explorer.visit('/?region=gt&asOf=2022&stage=table');
      await page.getByRole('table', { name: /Relations in view/ }).waitFor();
      const before = await rows(page, /Relations in view/);
      expect(before.some((row) => row.includes('possibly'))).toBe(true);
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('checkbox', { name: /certainly held/ }).check();
      const after = await rows(page, /Relations in view/);
      expect(after.some((row) => row.includes('possibly'))).toBe(false);
      expect(after.length).toBeLessThan(before.length);
    },
    PATIENCE,
  );

  test(
    'relations on fewer independent sources can be left out',
    async () => {
      const page = await explorer.visit('/?region=gt&sources=2&stage=table');
      await page.locator('.influencer').first().waitFor();
      expect(await rows(page, /Relations in view/)).toEqual([]);
      await page.getByRole('button', { name: 'Undo' }).waitFor();
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('button', { name: '1', exact: true }).click();
      expect((await rows(page, /Relations in view/)).length).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  test(
    'the years are a slider that sets the date asked about',
    async () => {
      const page = await explorer.visit('/?region=gt&asOf=2022');
      const slider = page.getByRole('slider', { name: 'As of the year' });
      await slider.waitFor();
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^2022: \d+ relations? certainly, \d+ possibly$/);
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL(({ searchParams }) => searchParams.get('asOf') === '2021');
      // The box follows a moment after.
      while ((await page.getByRole('textbox', { name: 'As of' }).inputValue()) !== '2021') await setTimeout(50);
      expect(await axeFindings(page)).toEqual([]);
    },
    PATIENCE,
  );
});
