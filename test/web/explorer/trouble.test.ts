import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { RunningServer } from '../../../src/http/server.js';
import { serveSeeds } from '../seed-server.js';
import { axeFindings, DESKTOP, inABrowser, networkStands, PATIENCE, visits } from './visits.js';

const SPANISH = { ...DESKTOP, locale: 'es-GT' };
const answered = (page: Page): Promise<void> => page.locator('.influencer-row').first().waitFor();

inABrowser('The explorer, where an answer is none', () => {
  const explorer = visits();

  test(
    'what the API refuses is said in the language of the page, with its code',
    async () => {
      const page = await explorer.visit('/?region=atlantis', SPANISH);
      const failed = page.locator('.answer .failed');
      await failed.waitFor();
      expect(await failed.innerText()).toContain('No existe el país o la región «atlantis».');
      expect(await failed.innerText()).toContain('UNKNOWN_REGION');
      expect(await page.locator('.answer [lang=en]').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'why nobody was found is said in the language of the page',
    async () => {
      const page = await explorer.visit('/?region=nz', SPANISH);
      const nobody = page.locator('.nobody');
      await nobody.getByText('Ninguna fuente del grafo').waitFor();
      expect(await nobody.locator('[lang=en]').count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    'a search for nothing but punctuation finds nothing, as a search for what is not there does',
    async () => {
      const page = await explorer.visit('/?region=gt');
      for (const box of [
        page.getByRole('combobox', { name: /Search/ }),
        page.getByRole('combobox', { name: 'Country or region' }),
      ]) {
        for (const text of ['?!', '«»', 'xqzxqz']) {
          await box.fill(text);
          await page.getByRole('option', { name: `“${text}”` }).waitFor();
        }
        await box.press('Enter');
        await page.getByRole('option', { name: '“xqzxqz”' }).waitFor();
        await box.press('Escape');
      }
      // The browser says that the API refused them, as it does.
      expect(explorer.complaints.splice(0).filter((complaint) => !complaint.includes('400'))).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'suggestions that do not come are said not to come, and Enter asks again',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await answered(page);
      const search = page.getByRole('combobox', { name: /Search/ });
      await page.context().setOffline(true);
      await search.fill('digessp');
      await page.getByRole('option', { name: 'The server cannot be reached.' }).waitFor();
      await page.context().setOffline(false);
      await search.press('Enter');
      await page.getByRole('complementary', { name: 'Details' }).getByText('Regulator').waitFor();
      expect(explorer.complaints.splice(0).every((complaint) => complaint.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
    },
    PATIENCE,
  );

  test(
    'the network that cannot be loaded is said so beside the ranking, and comes at another try',
    async () => {
      const page = await explorer.visit('/');
      await page.locator('.place-list button').first().waitFor();
      await page.route(/network-.*\.js$/, (route) => route.abort());
      await page.getByRole('button', { name: /^Guatemala/ }).click();
      await answered(page);
      const failed = page.locator('.stage .failed');
      await failed.waitFor();
      await page.unroute(/network-.*\.js$/);
      await failed.getByRole('button', { name: 'Try again' }).click();
      await networkStands(page);
      await answered(page);
      explorer.complaints.splice(0);
    },
    PATIENCE,
  );
});

inABrowser('The explorer, whose server is stopped while the page is open', () => {
  let running: RunningServer;
  const explorer = visits(async () => {
    running = await serveSeeds();
    return { url: running.url, close: () => running.close() };
  });

  test(
    'keeps what is on the page, says what is missing, and goes on when the server is back',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await answered(page);
      await networkStands(page);
      await running.close();

      await page.locator('.influencer-row').first().click();
      await page.locator('.influencer.chosen .hop-relation').first().click();
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByText('The server cannot be reached.').waitFor();
      expect(await page.locator('.influencer-row').count()).toBeGreaterThan(1);
      expect(await axeFindings(page)).toEqual([]);

      running = await serveSeeds(Number(new URL(explorer.url()).port));
      await details.getByRole('button', { name: 'Try again' }).click();
      await details.locator('.claim').first().waitFor();
      expect(explorer.complaints.splice(0).every((complaint) => complaint.includes('ERR_CONNECTION_REFUSED'))).toBe(true);
    },
    PATIENCE,
  );
});

inABrowser('The explorer in a browser without WebGL', () => {
  const explorer = visits(undefined, ['--disable-gpu', '--disable-3d-apis']);

  test(
    'draws the network plainly, says so, and opens what is clicked in it',
    async () => {
      const page = await explorer.visit('/?region=gt');
      await answered(page);
      await page.getByText('This browser draws no WebGL').waitFor();
      const drawing = page.locator('.plain-drawing');
      await drawing.getByText('DIGESSP').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await drawing.locator('g', { hasText: 'DIGESSP' }).click();
      await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { level: 2 }).waitFor();
      expect(new URL(page.url()).searchParams.get('entity')).toBe('digessp');
    },
    PATIENCE,
  );
});
