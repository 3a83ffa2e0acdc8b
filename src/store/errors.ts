/** The engine behind the store cannot be reached or gave up; the question may be asked again later. */
export class StoreUnavailable extends Error {
  readonly code: string = 'STORE_UNAVAILABLE';
  /** Whether it may be otherwise after a while, with nobody's doing. */
  readonly mayPass: boolean = true;
}

/** The engine is there and refuses the user, the password or the database: asking again does not help. */
export class StoreLoginRefused extends StoreUnavailable {
  override readonly code = 'STORE_LOGIN_REFUSED';
  override readonly mayPass = false;
}

/** The engine is there and is of a version that does not know what is asked. */
export class StoreTooOld extends StoreUnavailable {
  override readonly code = 'STORE_TOO_OLD';
  override readonly mayPass = false;
}

/** The graph is being replaced a part at a time, so there is no whole one to ask; or that was broken off and has to be gone on with. */
export class LoadUnderWay extends StoreUnavailable {
  override readonly code = 'LOAD_UNDER_WAY';
}

/** There is a graph already, and it was not said that it is to be replaced. */
export class GraphNotEmpty extends Error {
  readonly code = 'GRAPH_NOT_EMPTY';
}

/** Another graph was loaded while a query was answered: it would be an answer of two. */
export class DataReplaced extends Error {
  readonly code = 'DATA_CHANGED';
  constructor() {
    super('The data was reloaded while this query ran. Send the query again.');
  }
}

/** The graph to be loaded names an end of a relation, or a source, that it does not hold; the old graph stays. */
export class IncompleteGraph extends Error {
  readonly code = 'INCOMPLETE_GRAPH';
}

export type StatementRefusal = 'STATEMENT_WRITES' | 'STATEMENT_NOT_ALLOWED' | 'STATEMENT_TIMED_OUT' | 'STATEMENT_REFUSED';

/** The engine is there and refuses a statement that somebody wrote: it would write, is wrong, or takes too long. */
export class StatementRefused extends Error {
  constructor(
    readonly code: StatementRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
