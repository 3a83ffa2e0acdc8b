import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { custodes, custodesServe } from '../../cli/custodes.js';
import { neo4jOfTests } from '../../store/neo4j/neo4j-of-tests.js';
import { addressOf, inABrowser, networkStands, PATIENCE, visits, type Visits } from './visits.js';

/** All the dossiers, served by the command as a user starts it. */
async function serveAll(environment: Record<string, string> = {}): Promise<{ url: string; close: () => Promise<void> }> {
  const { url, stop } = await custodesServe([], environment);
  return { url, close: async () => expect(await stop()).toBe(0) };
}

/** What a claim that is pointed at shows, with the path that led to it. */
async function shownTo(page: Page): Promise<string[]> {
  await page.locator('.claim.pointed').waitFor();
  await page.locator('.path.chosen').waitFor();
  await networkStands(page);
  return [
    await page.getByRole('application').getAttribute('aria-label').then(String),
    ...(await page.locator('.influencer.chosen, .path.chosen, .triple, .claim.pointed .statement').allInnerTexts()),
  ];
}

function answersTheMainQuestion(explorer: Visits): void {
  test(
    'one typed word answers Guatemala; a path is opened to its claim; the address shows a second window the same',
    async () => {
      const page = await explorer.visit('/');
      await page.getByRole('combobox', { name: 'Country or region' }).fill('guate');
      await page.getByRole('option', { name: 'Guatemala Country or area' }).waitFor();
      await page.keyboard.press('Enter');

      await page.locator('.body', { hasText: 'DIGESSP' }).waitFor();
      await page.locator('.influencer-row').first().click();
      await page.locator('.influencer.chosen .path-head').first().click();
      await page.locator('.influencer.chosen .hop-relation').first().click();
      const claim = page.locator('.claim').first();
      expect(await claim.getByRole('link').first().getAttribute('href')).toMatch(/^https?:\/\//);
      expect(await claim.locator('.digest').innerText()).toMatch(/^[0-9a-f]{64}$/);
      await claim.getByRole('link', { name: 'Link to this claim' }).click();
      expect(addressOf(page)).toMatchObject({ region: 'gt', path: '1' });

      const { pathname, search } = new URL(page.url());
      const other = await explorer.visit(pathname + search);
      expect(await shownTo(other)).toEqual(await shownTo(page));
    },
    PATIENCE,
  );
}

inABrowser('The explorer over all dossiers in memory', () => {
  answersTheMainQuestion(visits(() => serveAll()));
});

const withNeo4j = neo4jOfTests.uri ? inABrowser : describe.skip;

withNeo4j('The explorer over all dossiers in Neo4j', () => {
  const environment = { NEO4J_URI: neo4jOfTests.uri, NEO4J_USER: neo4jOfTests.user, NEO4J_PASSWORD: neo4jOfTests.password };
  answersTheMainQuestion(
    visits(async () => {
      expect(await custodes(['load'], environment)).toMatchObject({ exitCode: 0 });
      return serveAll(environment);
    }),
  );
});
