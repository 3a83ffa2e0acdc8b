import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { graphOf } from '../../../src/cli/open-store.js';
import { startServer } from '../../../src/http/server.js';
import { MemoryStore } from '../../../src/store/memory/memory-store.js';
import { axeFindings, DESKTOP, inABrowser, networkStands, PATIENCE, PHONE, visits } from './visits.js';

const MARKUP = `<img src=x onerror=alert(1)><b>&amp;</b>`;
const seeds = mkdtempSync(join(tmpdir(), 'custodes-markup-'));
afterAll(() => rmSync(seeds, { recursive: true }));

/** The seed story, where an actor's name and a statement are markup. */
async function serveMarkup(): ReturnType<typeof startServer> {
  const file = join(seeds, '2021-06-25-digessp.yaml');
  cpSync(fileURLToPath(new URL('../../../seeds/icoca/2021-06-25-digessp.yaml', import.meta.url)), file);
  const story = readFileSync(file, 'utf8');
  const hostile = story
    .replace(/text: ("?)Swiss Embassy in Guatemala\1/, `text: '${MARKUP} Swiss Embassy'`)
    .replace(/statement: ("?)([^"\n]*wiss[^"\n}]*)/, `statement: $1${MARKUP} $2`);
  expect(hostile.split(MARKUP).length).toBeGreaterThan(1);
  writeFileSync(file, hostile);
  const store = new MemoryStore();
  await store.load(await graphOf({ seeds, cache: null, archive: null }));
  return startServer({ store, host: '127.0.0.1', port: 0 });
}

inABrowser('The explorer, for everyone', () => {
  const explorer = visits();
  const answered = (page: Page): Promise<void> => page.locator('.influencer-row').first().waitFor();

  test(
    'is in Spanish for whoever reads Spanish, and changes where it is asked to',
    async () => {
      const page = await explorer.visit('/?region=gt', { ...DESKTOP, locale: 'es-GT' });
      await answered(page);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('¿Quién influye');
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      expect(await page.locator('.body').innerText()).toContain('Dirección General de Servicios de Seguridad Privada');
      expect(await page.locator('.influencer-kind').first().innerText()).toBe('Iniciativa de múltiples partes');
      await page.getByLabel('Idioma').selectOption('en');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Who influences');
      await page.reload();
      await answered(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    },
    PATIENCE,
  );

  test(
    'is dark where the system is, with enough contrast',
    async () => {
      const page = await explorer.visit('/?region=gt&entity=icoca', { ...DESKTOP, colorScheme: 'dark' });
      await answered(page);
      await page.locator('.relation-row').first().waitFor();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: /Colours/ }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    },
    PATIENCE,
  );

  test(
    'fits a phone: one pane at a time, nothing wider than the screen',
    async () => {
      const page = await explorer.visit('/', PHONE);
      const fits = async (): Promise<void> => expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
      await page.locator('.place-list button').first().waitFor();
      await fits();
      expect(await axeFindings(page)).toEqual([]);
      await page
        .locator('.place-list')
        .getByRole('button', { name: /Guatemala/ })
        .tap();
      await answered(page);
      await fits();
      await page.locator('.influencer-row').first().tap();
      await page.locator('.influencer.chosen .hop-relation').first().tap();
      await page.locator('.claim').first().waitFor();
      await fits();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('navigation').getByRole('button', { name: 'Network' }).tap();
      await networkStands(page);
      await fits();
      // Icons alone have room here; whoever hears the page hears their names.
      await page.getByRole('button', { name: 'Take away' }).tap();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Take away' }).tap();
      await page.getByRole('button', { name: 'Filters' }).tap();
      await page.getByRole('checkbox').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await fits();

      // Whoever is sent a table wants to see it.
      await page.goto(`${explorer.url()}/?region=gt&stage=table`);
      await page.locator('tbody tr').first().waitFor();
      expect(await page.locator('.pane-answer').isVisible()).toBe(false);
      const tabs = page.getByRole('navigation').getByRole('button');
      expect(await tabs.allInnerTexts()).toEqual(['Ranking', 'Table']);
      await tabs.first().tap();
      await answered(page);
    },
    PATIENCE,
  );

  test(
    'a server that cannot be reached is said so, and asked again',
    async () => {
      const page = await explorer.visit('/');
      await page.locator('.place-list button').first().waitFor();
      await page.context().setOffline(true);
      await page.getByText('No connection.').waitFor();
      await page
        .locator('.place-list')
        .getByRole('button', { name: /Guatemala/ })
        .click();
      await page.locator('.answer').getByText('The server cannot be reached.').waitFor();
      await page.context().setOffline(false);
      await page.locator('.answer').getByRole('button', { name: 'Try again' }).click();
      await answered(page);
      // The browser complains of the requests that failed, as it should.
      expect(explorer.complaints.splice(0).every((complaint) => complaint.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
    },
    PATIENCE,
  );

  test(
    'a slow answer is said to be slow; an answer that is none is said to be broken',
    async () => {
      const page = await explorer.visit('/');
      await page.locator('.place-list button').first().waitFor();
      let goOn: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (goOn = resolve));
      await page.route('**/graphql', async (route) => {
        await released;
        await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });
      });
      await page
        .locator('.place-list')
        .getByRole('button', { name: /Guatemala/ })
        .click();
      await page.getByText('This takes longer than usual.').waitFor();
      goOn();
      await page.getByText('The server did not answer properly.').waitFor();
      await page.unroute('**/graphql');
      await page.locator('.answer').getByRole('button', { name: 'Try again' }).click();
      await answered(page);
      expect(explorer.complaints.splice(0).every((complaint) => complaint.includes('502'))).toBe(true);
    },
    PATIENCE,
  );
});

inABrowser('The explorer, where names and statements are markup', () => {
  const explorer = visits(serveMarkup);

  test(
    'shows them as the text they are, everywhere',
    async () => {
      const page = await explorer.visit('/?region=gt');
      const row = page.locator('.influencer', { hasText: MARKUP });
      await row.getByRole('button').first().click();
      await row.locator('.hop-relation').first().click();
      await page.locator('.claim').first().waitFor();
      expect(await page.locator('.triple').innerText()).toContain(MARKUP);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      await page.getByRole('button', { name: 'Table' }).click();
      expect(await page.locator('.tables').innerText()).toContain(MARKUP);
      await page.getByRole('combobox', { name: /Search/ }).fill('Swiss Embassy');
      await page.getByRole('option', { name: MARKUP }).waitFor();
      expect(await page.locator('img[src="x"]').count()).toBe(0);
    },
    PATIENCE,
  );
});
