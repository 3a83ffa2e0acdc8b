import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { RunningServer } from '../../src/http/server.js';
import { chromiumPath, openBrowser } from './browser.js';
import { serveSeeds } from './seed-server.js';

const executable = chromiumPath();
const inABrowser = executable === null ? describe.skip : describe;

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 375, height: 740 }, isMobile: true, hasTouch: true };
const PATIENCE = 60_000;

inABrowser('The playground, at /graphql in a browser', () => {
  let server: RunningServer;
  let browser: Browser;
  /** What went wrong in the pages of a test: requests elsewhere, failed ones, errors in the console, breaches of the policy. */
  let complaints: string[] = [];

  beforeAll(async () => {
    server = await serveSeeds();
  });
  afterAll(() => server.close());
  beforeAll(async () => {
    browser = await openBrowser(executable ?? '');
  }, PATIENCE);
  afterAll(() => browser.close());
  afterEach(() => {
    const heard = complaints;
    complaints = [];
    expect(heard).toEqual([]);
  });

  /** A visitor who was never here before. */
  async function visit(options: BrowserContextOptions): Promise<Page> {
    const visitor = await browser.newContext(options);
    visitor.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server.url && protocol !== 'data:') complaints.push(`asked elsewhere: ${request.url()}`);
    });
    visitor.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    visitor.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // Who leaves or reloads aborts what is under way.
      if (why !== 'net::ERR_ABORTED') complaints.push(`failed, ${why}: ${request.url()}`);
    });
    visitor.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    visitor.on('weberror', (error) => complaints.push(String(error.error())));
    const page = await visitor.newPage();
    await page.goto(`${server.url}/graphql`);
    await editorShows(page, '#');
    return page;
  }

  const tabs = (page: Page): Promise<string[]> => page.locator('.graphiql-tab-button').allInnerTexts();
  const editorShows = (page: Page, text: string): Promise<void> =>
    page.locator('.graphiql-query-editor .view-lines', { hasText: text }).waitFor();
  const answerShows = (page: Page, text: string): Promise<void> =>
    page.locator('.graphiql-response .view-lines', { hasText: text }).waitFor();
  const run = (page: Page): Promise<void> => page.getByRole('button', { name: /^Execute/ }).click();
  /** Waits until the browser has stored that the tab is gone; the playground stores what was done a little later. */
  async function forgets(page: Page, tab: string): Promise<void> {
    while (JSON.stringify(await page.context().storageState()).includes(tab)) await setTimeout(50);
  }
  async function leave(page: Page): Promise<void> {
    await page.context().close();
  }

  test(
    'opens with the ready queries as tabs; running the first shows its answer',
    async () => {
      const page = await visit(DESKTOP);
      expect(await page.title()).toMatch(/Custodes/);
      expect(await tabs(page)).toEqual([
        'InfluenceInGuatemala',
        'EmbassyToDigessp',
        'AroundIcoca',
        'WhatASourceSays',
        'TrueIn2019',
      ]);
      await editorShows(page, 'Who influences');
      await run(page);
      await answerShows(page, '"digessp"');
      await leave(page);
    },
    PATIENCE,
  );

  test(
    'has the documentation of the schema beside the editor, open at what can be asked',
    async () => {
      const page = await visit(DESKTOP);
      const documentation = page.locator('.graphiql-doc-explorer');
      await documentation.getByText('Who influences the oversight of private security').waitFor();
      await documentation.getByText('What connects two entities, shortest first').waitFor();
      await leave(page);
    },
    PATIENCE,
  );

  test(
    'opens the next time with what the visitor left; a ready query comes back from its panel',
    async () => {
      const page = await visit(DESKTOP);
      await page.locator('.graphiql-tab', { hasText: 'InfluenceInGuatemala' }).locator('.graphiql-tab-close').click();
      await editorShows(page, 'What connects the Swiss embassy');
      await forgets(page, 'InfluenceInGuatemala');

      await page.reload();
      await editorShows(page, 'What connects the Swiss embassy');
      expect(await tabs(page)).toEqual(['EmbassyToDigessp', 'AroundIcoca', 'WhatASourceSays', 'TrueIn2019']);

      await page.getByRole('button', { name: 'Ready queries', exact: true }).click();
      await page.getByRole('button', { name: 'Who influences private-security oversight in Guatemala?' }).click();
      await editorShows(page, 'Who influences');
      await run(page);
      await answerShows(page, '"digessp"');
      await page.locator('.graphiql-tab-button', { hasText: 'InfluenceInGuatemala' }).waitFor();
      await leave(page);
    },
    PATIENCE,
  );

  test(
    'says what is wrong with a query',
    async () => {
      const page = await visit(DESKTOP);
      await page.locator('.graphiql-query-editor .view-lines').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('query Misspelt { acter(id: "icoca") { name } }');
      await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
      await leave(page);
    },
    PATIENCE,
  );

  test(
    'fits a phone: the answer below the query, a panel over both',
    async () => {
      const page = await visit(PHONE);
      await run(page);
      await answerShows(page, '"digessp"');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.viewport.width);

      await page.getByRole('button', { name: 'Ready queries', exact: true }).click();
      await page.getByRole('button', { name: 'What connects the Swiss embassy to DIGESSP?' }).click();
      await editorShows(page, 'What connects');
      await run(page);
      await answerShows(page, 'swiss-embassy-guatemala');
      await leave(page);
    },
    PATIENCE,
  );
});
