import { createHash } from 'node:crypto';

/**
 * The digest by which a claim points at a passage without copying it: SHA-256 (hex) of the UTF-8 text, every run of white
 * space made one space and the ends trimmed.
 */
export function passageDigest(passage: string): string {
  return sha256(passage.replace(/\s+/gu, ' ').trim());
}

/** SHA-256 (hex) of the UTF-8 text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** JSON with the keys of every object sorted, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}
