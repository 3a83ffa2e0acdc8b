import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addressOf, axeFindings, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

inABrowser('The explorer, asked who influences oversight', () => {
  const explorer = visits();

  const ranking = (page: Page): Locator => page.locator('.influencer-row');
  const claim = (page: Page): Locator => page.locator('.claim').first();

  test(
    'opens on the question and a map; "guate" and Enter answer it',
    async () => {
      const page = await explorer.visit('/');
      await page.getByRole('heading', { name: /Who influences private security oversight in/ }).waitFor();
      await page.locator('.world-map [data-country="gt"]').waitFor();
      expect(await axeFindings(page)).toEqual([]);

      await page.getByRole('combobox', { name: 'Country or region' }).fill('guate');
      await page.getByRole('option', { name: /Guatemala/ }).waitFor();
      await page.keyboard.press('Enter');
      await ranking(page).first().waitFor();
      expect(await ranking(page).first().innerText()).toContain('International Code of Conduct Association');
      expect(await page.locator('.body').innerText()).toContain('DIGESSP');
      // The title follows a moment after.
      while (!(await page.title()).startsWith('Guatemala: ')) await setTimeout(50);
      expect(addressOf(page)).toEqual({ region: 'gt' });
    },
    PATIENCE,
  );

  test(
    'a code is as good as a name, and so is a click on the map',
    async () => {
      const page = await explorer.visit('/');
      await page.getByRole('combobox', { name: 'Country or region' }).fill('GTM');
      await page.getByRole('option', { name: /Guatemala/ }).click();
      await ranking(page).first().waitFor();

      await page.getByRole('link', { name: 'Custodes' }).click();
      await page.locator('.world-map [data-country="gt"]').click();
      await ranking(page).first().waitFor();
      expect(addressOf(page)).toEqual({ region: 'gt' });
    },
    PATIENCE,
  );

  test(
    'an influencer, a path, a hop, its claim: all of it in the address, which shows the same to another visitor',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await page.locator('.influencer', { hasText: 'Swiss Embassy' }).getByRole('button').first().click();
      await page.locator('.influencer.chosen .path-head').first().click();
      await page.locator('.influencer.chosen').getByRole('button', { name: 'facilitated' }).click();
      await claim(page).waitFor();
      for (const fact of ['Publisher', 'Published', 'Where', 'Digest of the passage', 'says so outright', 'supports']) {
        expect(await claim(page).innerText()).toContain(fact);
      }
      expect(await claim(page).getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\/icoca\.ch\//);
      expect(await claim(page).locator('.digest').innerText()).toMatch(/^[0-9a-f]{64}$/);
      await claim(page).getByRole('link', { name: 'Link to this claim' }).click();
      await networkStands(page);
      expect(await axeFindings(page)).toEqual([]);

      const address = addressOf(page);
      expect(address).toMatchObject({ region: 'gt', actor: 'swiss-embassy-guatemala', path: '1' });
      expect(Object.keys(address)).toEqual(['region', 'actor', 'relation', 'claim', 'path']);

      const shows = async (one: Page): Promise<string[]> => {
        await one.locator('.claim.pointed').waitFor();
        return [
          ...(await one.locator('.influencer.chosen, .path.chosen, .triple, .claim.pointed .statement').allInnerTexts()),
          await one.title(),
        ];
      };
      const other = await explorer.visit(new URL(page.url()).pathname + new URL(page.url()).search);
      expect(await shows(other)).toEqual(await shows(page));
      await page.reload();
      expect(await shows(page)).toEqual(await shows(other));
    },
    PATIENCE,
  );

  test(
    'back and forward, undo and redo go the same way',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await ranking(page).first().click();
      await page.locator('.influencer.chosen .hop-relation').first().click();
      await claim(page).waitFor();
      await page.goBack();
      await claim(page).waitFor({ state: 'detached' });
      expect(addressOf(page)).toEqual({ region: 'gt', actor: 'icoca' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.locator('.influencer.chosen').waitFor({ state: 'detached' });
      expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Redo' }).click();
      await page.locator('.influencer.chosen').waitFor();
      await page.keyboard.press('Control+Shift+Z');
      await claim(page).waitFor();
    },
    PATIENCE,
  );

  test(
    'as of a date before the session nobody is found: the page says why, and asks at any time again',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await page.getByRole('textbox', { name: 'As of' }).fill('2015');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'No answer for Guatemala yet' }).waitFor();
      expect(await page.locator('.nobody > p').first().innerText()).not.toBe('');
      expect(addressOf(page)).toEqual({ region: 'gt', asOf: '2015' });
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Ask at any time' }).click();
      await ranking(page).first().waitFor();

      await page.getByRole('textbox', { name: 'As of' }).fill('lately');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: '2021-06' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'who is looked at stays chosen at another date, with the paths of that date',
    async () => {
      const page = await explorer.visit('/?region=gt&actor=icoca&path=1');
      await page.locator('.path.chosen').waitFor();
      await page.getByRole('textbox', { name: 'As of' }).fill('2021');
      await page.keyboard.press('Enter');
      await page.locator('.path.chosen').waitFor({ state: 'detached' });
      await page.locator('.influencer.chosen .path').first().waitFor();
      expect(addressOf(page)).toEqual({ region: 'gt', asOf: '2021', actor: 'icoca' });
    },
    PATIENCE,
  );

  test(
    'a country without an answer offers those that have one',
    async () => {
      const page = await explorer.visit('/?region=nz');
      await page.getByRole('heading', { name: 'No answer for New Zealand yet' }).waitFor();
      await page
        .locator('.nobody .place-list')
        .getByRole('button', { name: /Guatemala/ })
        .click();
      await ranking(page).first().waitFor();
      expect(addressOf(page)).toEqual({ region: 'gt' });
    },
    PATIENCE,
  );

  test(
    'a region and a date that are none are named, with what helps in place of another try',
    async () => {
      const page = await explorer.visit('/?region=atlantis');
      const failed = page.locator('.failed');
      await failed.waitFor();
      expect(await failed.innerText()).toContain('UNKNOWN_REGION');
      expect(await failed.innerText()).toContain('There is no country or region “atlantis”.');
      expect(await axeFindings(page)).toEqual([]);
      const places = page.locator('.answer .place-list');
      await places.getByRole('button', { name: /^Guatemala/ }).click();
      await ranking(page).first().waitFor();

      await page.goto(`${explorer.url()}/?region=gt&asOf=2021-13`);
      await failed.waitFor();
      expect(await failed.innerText()).toContain('“2021-13” is no date.');
      expect(await failed.innerText()).toContain('INVALID_DATE');
      expect(await failed.getByRole('button').allInnerTexts()).toEqual(['Ask at any time']);
      expect(await places.count()).toBe(0);
      await failed.getByRole('button').click();
      await ranking(page).first().waitFor();
      expect(addressOf(page)).toEqual({ region: 'gt' });
    },
    PATIENCE,
  );
});
