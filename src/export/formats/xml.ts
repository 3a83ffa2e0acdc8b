import XMLBuilder from 'fast-xml-builder';

/** XML as plain objects: keys with `@` are attributes, `#text` is the content, a list repeats its element. */
export type XmlElement = Record<string, unknown>;

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  // Else `persists="true"` loses its value, which is HTML and not XML.
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

/** Elements as text, escaped. */
export const xml = (elements: XmlElement): string => `${String(builder.build(elements))}\n`;

/** Text without what XML cannot hold, escaped or not: control characters and halves of surrogate pairs. */
export const xmlText = (text: string): string => text.replace(NOT_IN_XML, '\uFFFD');

// eslint-disable-next-line no-control-regex -- these are what is not allowed
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
