/** What the command's exit status says; the same for every command, and in `custodes --help`. */
export const EXIT = {
  /** All went well. */
  ok: 0,
  /** The input is wrong: a mistake in a dossier, a query that cannot be answered as put. */
  wrongInput: 1,
  /** The command line itself is wrong. */
  wrongUsage: 2,
  /** Neo4j cannot be reached or refuses. */
  storeUnavailable: 3,
  /** There was no room for the output. */
  notWritten: 4,
} as const;

/** Ends the command with this status after its message has been shown. */
export class CommandFailed extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}
