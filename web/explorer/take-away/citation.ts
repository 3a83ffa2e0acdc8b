/** How to cite the view: the server writes it, with the version of its data. */
import { Failure } from '../api/ask.js';

/** Relative: the page may be served behind any path prefix. */
const CITE = './cite/';

/** @throws Failure */
export async function citationOfView(format: 'bibtex' | 'csl-json' | 'ris'): Promise<string> {
  const asked = new URLSearchParams({ view: location.href, title: document.title });
  const response = await fetch(`${CITE}${format}?${asked.toString()}`).catch((error: unknown) => {
    throw new Failure('offline', String(error));
  });
  if (!response.ok) throw new Failure('broken', `HTTP ${response.status}`);
  return response.text();
}
