#!/usr/bin/env node
/** `npm run screenshots`: the main states of the explorer as pictures in docs/images/, over all dossiers. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { installedChromium, NO_CHROMIUM, QUIET, WEBGL_BY_SOFTWARE } from './chromium.mjs';
import { serving } from './serving.mjs';

const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
const PHONE = { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'en-GB' };
/** Of 100; WebP, a third of a PNG. */
const QUALITY = 82;

const openFirstHop = (page) => page.locator('.influencer.chosen .hop-relation').first().click();
const EMBASSY = '?region=gt&actor=swiss-embassy-guatemala&path=1';

/** Name of the file, where, what says that it stands, and what is done there. */
const STATES = [
  { name: 'first-view', address: '', stands: '.place-list button' },
  { name: 'answer', address: '?region=gt', stands: '.influencer-row' },
  { name: 'claim', address: EMBASSY, stands: '.hop-relation', deed: openFirstHop, shows: '.claim' },
  {
    name: 'explored',
    address: '?region=gt&entity=icoca&expand=icoca',
    stands: '.relation-row',
    deed: (page) => page.getByRole('button', { name: 'Filters' }).click(),
    shows: '.filters',
  },
  { name: 'table', address: '?region=gt&actor=swiss-embassy-guatemala&stage=table', stands: '.tables tbody tr' },
  { name: 'map', address: '?region=gt&stage=map', stands: '.world-map path' },
  { name: 'paths', address: '?from=swiss-embassy-guatemala&to=digessp', stands: '.found-paths .path' },
  { name: 'dark', address: '?region=gt&actor=icoca', stands: '.influencer-row', as: { colorScheme: 'dark' } },
  { name: 'spanish', address: '?region=gt', stands: '.influencer-row', as: { locale: 'es-GT' } },
  { name: 'error', address: '?region=atlantis', stands: '.failed' },
  { name: 'phone', address: EMBASSY, stands: '.hop-relation', on: PHONE },
  {
    name: 'phone-network',
    address: '?region=gt',
    stands: '.influencer-row',
    on: PHONE,
    deed: (page) => page.getByRole('navigation').getByRole('button', { name: 'Network' }).tap(),
    shows: '.network-picture canvas',
  },
];

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: fileURLToPath(new URL('../docs/images', import.meta.url)) },
    seeds: { type: 'string', default: 'seeds' },
  },
});
const executablePath = installedChromium();
if (executablePath === null) throw new Error(NO_CHROMIUM);
const server = await serving(options.seeds);
const browser = await chromium.launch({ executablePath, args: [...QUIET, ...WEBGL_BY_SOFTWARE] });
try {
  for (const state of STATES) await take(state);
} finally {
  await browser.close();
  await server.stop();
}

async function take({ name, address, stands, deed, shows, on = DESKTOP, as = {} }) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...on, ...as });
  const page = await context.newPage();
  await page.goto(`${server.url}/${address}`);
  await page.locator(stands).first().waitFor();
  await deed?.(page);
  if (shows) await page.locator(shows).first().waitFor({ state: 'attached' });
  await page.locator('.network-note').waitFor({ state: 'detached' });
  // Software draws it in its own time.
  await page.waitForTimeout(1_500);
  const devtools = await context.newCDPSession(page);
  const { width, height } = on.viewport;
  const clip = { x: 0, y: 0, width, height, scale: on.deviceScaleFactor ?? 1 };
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip });
  writeFileSync(`${options.folder}/explorer-${name}.webp`, data, 'base64');
  process.stderr.write(`explorer-${name}.webp\n`);
  await context.close();
}
