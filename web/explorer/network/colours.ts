/** The colours of the page's style, for what is drawn without it: WebGL and canvas know no custom properties. */
import { FAMILIES, type Family } from '../entity/kinds.js';

export interface Colours {
  page: string;
  ink: string;
  quiet: string;
  accent: string;
  edge: string;
  dimmedEdge: string;
  dimmedNode: string;
  possible: string;
  disputed: string;
  kinds: Record<Family, string>;
  /** Ends of the scale where colours stand for a number. */
  least: string;
  most: string;
}

/** Reads them as they are now; the theme may change. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    page: read('--stage'),
    ink: read('--ink'),
    quiet: read('--quiet'),
    accent: read('--accent'),
    edge: read('--edge'),
    dimmedEdge: read('--edge-dimmed'),
    dimmedNode: read('--node-dimmed'),
    possible: read('--edge-possible'),
    disputed: read('--disputed'),
    kinds: Object.fromEntries(FAMILIES.map((family) => [family, read(`--kind-${family}`)])) as Record<Family, string>,
    least: read('--scale-least'),
    most: read('--scale-most'),
  };
}
