import { existsSync } from 'node:fs';
import { jest } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

// A browser that draws by software on a busy machine misses a frame now and then: a test is tried twice, and the first failure is shown.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Everything that a browser asks of the network by itself is turned off: what is left is what the page asks. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium of this machine: `CHROMIUM_PATH`, or the first of the usual places. Null where there is none; then the browser
 * tests are skipped, and say so.
 * @throws in CI, where they may not be skipped
 */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const found = USUAL_PLACES.find((place) => existsSync(place));
  if (found) return found;
  const missing = 'No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.';
  if (process.env['CI']) throw new Error(missing);
  process.stderr.write(`Browser tests are skipped. ${missing}\n`);
  return null;
}

export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: QUIET });
