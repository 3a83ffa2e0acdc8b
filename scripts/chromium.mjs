/** The Chromium of this machine, and how it is started to draw the same everywhere. */
import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const NO_CHROMIUM = 'No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

/** `CHROMIUM_PATH`, or the first of the usual places; null where there is none. */
export function installedChromium() {
  return process.env.CHROMIUM_PATH || (USUAL_PLACES.find((place) => existsSync(place)) ?? null);
}

/** Nothing that a browser asks of the network by itself: what is left is what the page asks. */
export const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WebGL by software (SwiftShader), so that it is the same on every machine. */
export const WEBGL_BY_SOFTWARE = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
