/** Figures: Observable Plot, drawn as SVG without a browser; on a ground of their own, so that they read in a dark viewer, too. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export const COLOURS = {
  ink: '#22303c',
  quiet: '#66737f',
  ground: '#ffffff',
  grid: '#e3e8ec',
  before: '#2a6f97',
  after: '#d9772b',
  open: '#9aa5ae',
};
const FONT = 'system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';

/**
 * A figure as the text of an SVG file.
 * @param {string} title what it shows, for who cannot see it
 * @param {object} options of `Plot.plot`
 */
export function figure(title, options) {
  const { marginTop = 40, width = 880, ...rest } = options;
  const svg = Plot.plot({
    document,
    width,
    marginTop,
    ariaLabel: title,
    style: { background: COLOURS.ground, color: COLOURS.ink, fontFamily: FONT, fontSize: '13px' },
    ...rest,
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: COLOURS.ground }))
    ground.setAttribute(name, value);
  svg.insertBefore(ground, svg.querySelector('style')?.nextSibling ?? svg.firstChild);
  return `${svg.outerHTML.replace(/\n\s*/g, '\n')}\n`;
}

export { Plot };
