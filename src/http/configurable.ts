/** What who runs the server may set of it, and what it is unless set. */

/** How much of the server clients get. */
export interface AdmissionLimits {
  /** Bytes of a request's body. */
  bodyBytes: number;
  /** Operations that are answered at one time. */
  operationsAtOnce: number;
  /** Operations of one client among them; the same share of those that wait is its own. */
  operationsOfClient: number;
  /** Operations that wait for their turn; more are told to come again. */
  operationsWaiting: number;
  /** Milliseconds from the start of an operation, waiting included, until it is given up, in the database too. */
  operationTimeoutMs: number;
  /** Requests that one client may send a minute; null: any number. */
  requestsAMinute: number | null;
  /** Milliseconds from the first byte of a request to its last, until it is given up. */
  requestTimeoutMs: number;
  /** Milliseconds in which a client takes nothing of its answer, until it is given up. */
  stallTimeoutMs: number;
  /** Exports under way; each holds a few batches of records in memory. */
  exportsAtOnce: number;
  /** Exports under way of one client. */
  exportsOfClient: number;
  /** Statements of `/cypher` that Neo4j is asked at one time. */
  cypherAtOnce: number;
  /** Rows of an answer of `/cypher`. */
  cypherRows: number;
  /** Milliseconds after which Neo4j ends a statement of `/cypher`. */
  cypherTimeoutMs: number;
  /** Names in a batch of `/reconcile`; the manifest says so. */
  reconcileBatch: number;
}

export const USUAL_ADMISSION: AdmissionLimits = {
  bodyBytes: 1024 * 1024,
  operationsAtOnce: 64,
  operationsOfClient: 48,
  operationsWaiting: 256,
  operationTimeoutMs: 30_000,
  requestsAMinute: null,
  requestTimeoutMs: 30_000,
  stallTimeoutMs: 30_000,
  exportsAtOnce: 8,
  exportsOfClient: 2,
  cypherAtOnce: 4,
  cypherRows: 10_000,
  cypherTimeoutMs: 10_000,
  reconcileBatch: 50,
};

/** Who is told of other data. */
export interface EventLimits {
  /** Clients that listen at one time. */
  clients: number;
  /** Connections of one client among them: the tabs and machines behind one address. */
  ofClient: number;
  /** How often the store is asked which data it holds, while somebody listens; milliseconds. */
  lookEveryMs: number;
}

export const USUAL_EVENTS: EventLimits = { clients: 1000, ofClient: 100, lookEveryMs: 1000 };
