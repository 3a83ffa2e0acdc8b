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

/** JSON without white space and with the keys of every object in one order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(withKeysInOrder(value));
}

function withKeysInOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysInOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(members).sort()) ordered[key] = withKeysInOrder(members[key]);
  return ordered;
}
