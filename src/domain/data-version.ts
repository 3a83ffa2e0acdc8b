import { DomainError } from './errors.js';

/** As many digits of a version as name it: what the commands print. */
const FEWEST_DIGITS = 12;

/**
 * Whether the data held is the version that a question demands.
 * @param demanded SHA-256 (hex), or its first twelve digits or more
 * @throws DomainError INVALID_ARGUMENT where it is no version; DATA_VERSION_NOT_HELD where it is not the one held
 */
export function checkDataVersion(demanded: unknown, held: string): void {
  if (typeof demanded !== 'string' || !/^[0-9a-f]{12,64}$/i.test(demanded)) {
    throw new DomainError(
      'INVALID_ARGUMENT',
      `The data version demanded must be one, or its first ${FEWEST_DIGITS} digits or more, such as "${held.slice(0, FEWEST_DIGITS)}". Every answer names its own.`,
    );
  }
  if (held.startsWith(demanded.toLowerCase())) return;
  throw new DomainError(
    'DATA_VERSION_NOT_HELD',
    `This server holds data version ${held}, not ${demanded}. Ask without a version to be answered from what it holds, or ask that version itself: ` +
      '`custodes query --archive <file>` (or `serve --archive <file>`) with its archive, or `--seeds <folder>` with the dossiers of that day, from the history of the repository (docs/reproducible.md).',
  );
}
