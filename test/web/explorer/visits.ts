import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { RunningServer } from '../../../src/http/server.js';
import { QUIET, WEBGL_BY_SOFTWARE } from '../../../scripts/chromium.mjs';
import { chromiumPath } from '../browser.js';
import { serveSeeds } from '../seed-server.js';

const executable = chromiumPath();

/** Skipped, and said so, where there is no Chromium. */
export const inABrowser = executable === null ? describe.skip : describe;

export const DESKTOP = { viewport: { width: 1280, height: 800 } };
export const PHONE = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true };
export const PATIENCE = 90_000;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visits {
  url(): string;
  /** A visitor who was never here before, in English unless told. Whatever goes wrong in the page fails the test. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong so far, but for errors that no script caught; a test that means it to go wrong empties it. */
  complaints: string[];
}

/**
 * One server and one browser for the tests of a file.
 * @param drawing how the browser draws WebGL
 */
export function visits(
  serve: () => Promise<Pick<RunningServer, 'url' | 'close'>> = serveSeeds,
  drawing: readonly string[] = WEBGL_BY_SOFTWARE,
): Visits {
  let server: Pick<RunningServer, 'url' | 'close'>;
  let browser: Browser;
  const complaints: string[] = [];
  /** No test means these. */
  const uncaught: string[] = [];

  beforeAll(async () => {
    server = await serve();
    browser = await chromium.launch({ executablePath: executable ?? '', args: [...QUIET, ...drawing] });
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect([...uncaught.splice(0), ...complaints.splice(0)]).toEqual([]);
  });

  return {
    url: () => server.url,
    complaints,
    async visit(path, options = DESKTOP) {
      const visitor = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
      visitor.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== server.url && !['data:', 'blob:'].includes(protocol)) complaints.push(`asked elsewhere: ${request.url()}`);
      });
      visitor.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
      });
      visitor.on('console', (message) => {
        // Software drawing is slow to read back, and Chromium says so.
        if (['error', 'warning'].includes(message.type()) && !message.text().includes('GL Driver Message'))
          complaints.push(message.text());
      });
      visitor.on('weberror', (error) => uncaught.push(String(error.error())));
      visitor.on('dialog', (dialog) => {
        complaints.push(`a script ran: ${dialog.message()}`);
        void dialog.dismiss();
      });
      const page = await visitor.newPage();
      await page.goto(server.url + path);
      return page;
    },
  };
}

interface AxeViolation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe finds against WCAG 2.2 AA in the page as it is, each with where and why. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: AxeViolation[] }>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The part of the address after `?`, read back. */
export const addressOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

/** The network is drawn and every node has its place. */
export async function networkStands(page: Page): Promise<void> {
  await page.getByRole('application').waitFor();
  await page.locator('.network-picture canvas').first().waitFor({ state: 'attached' });
}
