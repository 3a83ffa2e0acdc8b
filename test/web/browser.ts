import { jest } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { installedChromium, NO_CHROMIUM, QUIET } from '../../scripts/chromium.mjs';

// A browser that draws by software on a busy machine misses a frame now and then: a test is tried twice, and the first failure is shown.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/**
 * The Chromium of this machine. Null where there is none; then the browser tests are skipped, and say so.
 * @throws in CI, where they may not be skipped
 */
export function chromiumPath(): string | null {
  const found = installedChromium();
  if (found === null && process.env['CI']) throw new Error(NO_CHROMIUM);
  if (found === null) process.stderr.write(`Browser tests are skipped. ${NO_CHROMIUM}\n`);
  return found;
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...QUIET, '--disable-gpu'] });
