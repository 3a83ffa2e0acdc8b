export type ExportErrorCode = 'UNKNOWN_FORMAT' | 'NO_DATA' | 'DATA_CHANGED';

/** An export that cannot be given, for a reason that is not in its filters; these are a `DomainError`. `code` is stable. */
export class ExportError extends Error {
  constructor(
    readonly code: ExportErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'ExportError';
  }
}
