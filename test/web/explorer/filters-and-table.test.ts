import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addressOf, axeFindings, inABrowser, PATIENCE, visits } from './visits.js';

inABrowser('The explorer, with less in view', () => {
  const explorer = visits();

  const filters = (page: Page): Locator => page.getByRole('region', { name: 'Filters' });
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
      await filters(page).getByText('Relations', { exact: true }).click();
      await page.getByRole('checkbox', { name: /^conducted/ }).uncheck();
      expect((await rows(page, /Relations in view/)).some((row) => row.includes('conducted'))).toBe(false);
      expect(addressOf(page)).toMatchObject({ withoutFamilies: 'state', withoutTypes: 'CONDUCTED' });
      expect(await axeFindings(page)).toEqual([]);
      await filters(page).getByRole('button', { name: 'Reset' }).click();
      expect((await rows(page, /Entities in view/)).some((row) => row.includes('Embassy'))).toBe(true);
    },
    PATIENCE,
  );

  test(
    'a single kind can be left out of its family; each choice says how much it stands for',
    async () => {
      const page = await explorer.visit('/?region=gt&expand=icoca&stage=table');
      await page.locator('.influencer').first().waitFor();
      await page.getByRole('button', { name: 'Filters' }).click();
      const missions = filters(page).getByRole('checkbox', { name: /^Diplomatic mission/ });
      const label = await missions.locator('..').innerText();
      const [, kind = '', count = ''] = /^(.+?)\s*(\d+)$/s.exec(label) ?? [];
      const ofKind = async (): Promise<number> =>
        (await rows(page, /Entities in view/)).filter((row) => row.split('\t').includes(kind)).length;
      expect(await ofKind()).toBe(Number(count));
      await missions.uncheck();
      expect(await ofKind()).toBe(0);
      expect((await rows(page, /Entities in view/)).length).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await ofKind()).toBe(Number(count));
    },
    PATIENCE,
  );

  test(
    'by region and by source: only relations that reach into a place, or rest on a publisher',
    async () => {
      const page = await explorer.visit('/?region=gt&stage=table');
      await page.locator('.influencer').first().waitFor();
      const all = await rows(page, /Relations in view/);
      await page.getByRole('button', { name: 'Filters' }).click();
      await filters(page).getByText('Region', { exact: true }).click();
      const guatemala = filters(page).getByRole('checkbox', { name: /^Guatemala \d/ });
      await guatemala.check();
      expect(addressOf(page)).toMatchObject({ places: 'gt' });
      const tied = await rows(page, /Relations in view/);
      expect(tied.length).toBeGreaterThan(0);
      expect(tied.length).toBeLessThan(all.length);
      expect(await axeFindings(page)).toEqual([]);
      await guatemala.uncheck();

      await filters(page).getByText('Source', { exact: true }).click();
      const publisher = filters(page)
        .getByRole('checkbox', { name: /International Code of Conduct/ })
        .first();
      await publisher.check();
      expect(addressOf(page)['publishers']).toContain('International Code of Conduct');
      expect(await rows(page, /Relations in view/)).toEqual(all);
      await page.reload();
      await page.locator('.influencer').first().waitFor();
      await page.getByRole('button', { name: 'Filters' }).click();
      expect(await publisher.isChecked()).toBe(true);
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
      await filters(page).getByText('As of 2022').click();
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
      await filters(page)
        .getByRole('radio', { name: /^one or more \d/ })
        .click();
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
