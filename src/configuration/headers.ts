import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Kind } from './kinds.js';

/** A header of HTTP as it was set. */
export interface Header {
  name: string;
  /** As it is sent. */
  value: string;
  /** As it was written, with `%20` and the like. */
  written: string;
}

/** As OTEL_EXPORTER_OTLP_HEADERS is written by OpenTelemetry's specification: `name=value,name=value`, the values percent-encoded. */
export const headers: Kind<readonly Header[]> = {
  placeholder: '<headers>',
  expected: 'name=value, separated by commas, with %20 for a space and %25 for a %',
  read: (text) => {
    try {
      return text.split(',').map(header);
    } catch {
      return undefined;
    }
  },
  write: (given) => given.map(({ name, written }) => `${name}=${written}`).join(','),
};

/** @throws where it is none */
function header(text: string): Header {
  const [name = '', ...parts] = text.split('=');
  if (parts.length === 0) throw new Error('There is no value.');
  const written = parts.join('=').trim();
  const one = { name: name.trim(), value: decodeURIComponent(written), written };
  validateHeaderName(one.name);
  validateHeaderValue(one.name, one.value);
  return one;
}

/** Shorter ones, as the name of a tenant, are ordinary words, which logs need. */
const SHORTEST_SECRET = 8;

/** What must be written nowhere: each value as it is written, as it is sent, and without the word before it (`Bearer`), for what goes wrong may tell of one alone. */
export function secretsOf(given: readonly Header[]): string[] {
  const forms = given.flatMap(({ value, written }) => [written, value, value.split(' ').at(-1)!]);
  return forms.filter((value) => value.length >= SHORTEST_SECRET);
}
