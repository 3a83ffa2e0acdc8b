/** What a client asks and is not given, in words for it; whoever answers shows it in the shape of GraphQL's errors. */
export class RequestRefused extends Error {
  constructor(
    readonly statusCode: number,
    /** Stable; docs/limits.md lists them. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
