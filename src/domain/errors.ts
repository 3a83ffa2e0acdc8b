export type DomainErrorCode =
  | 'UNKNOWN_ID'
  | 'UNKNOWN_REGION'
  | 'INVALID_DATE'
  | 'INVALID_ARGUMENT'
  | 'INVALID_CURSOR'
  /** The question demands another version of the data than is held. */
  | 'DATA_VERSION_NOT_HELD'
  /** It would take longer than one answer may; the command line has no such limit. */
  | 'TOO_MUCH_WORK'
  /** An iteration did not come to rest. */
  | 'NOT_CONVERGED';

/**
 * A question that cannot be answered as put. The message says what was wrong and what to do next; `code` is stable,
 * messages are not.
 */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    /** What may have been meant, nearest first. */
    readonly suggestions: readonly string[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** "Did you mean a, b or c?", or nothing where there is nothing to suggest. */
export function didYouMean(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return '';
  const quoted = suggestions.map((suggestion) => `"${suggestion}"`);
  const last = quoted.pop()!;
  return ` Did you mean ${quoted.length > 0 ? `${quoted.join(', ')} or ` : ''}${last}?`;
}
