import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../domain/errors.js';
import { DataReplaced, LoadUnderWay, StoreUnavailable } from '../store/errors.js';
import { OperationGivenUp } from '../store/operation.js';

/** What clients are told while the store does not answer. */
export const STORE_AWAY = 'The graph database cannot be reached. Try again shortly; /health/ready says when it is back.';

/** Something that a record names was gone when it was read: the data was reloaded while the query ran. */
export class DataChanged extends Error {
  readonly code = 'DATA_CHANGED';
  constructor(what: string, id: string) {
    super(`The data was reloaded while this query ran, and the ${what} "${id}" is gone. Send the query again.`);
  }
}

/** The store is there and empty. */
export class NoData extends Error {
  readonly code = 'NO_DATA';
  constructor() {
    super('No data is loaded yet. Load the dossiers with `custodes load`, or ask /health/ready when they are.');
  }
}

/** A query beyond a limit. The message names the limit and the next step. */
export function limitError(code: LimitCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
export type LimitCode =
  | 'QUERY_TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'QUERY_TOO_COSTLY'
  | 'QUERY_TOO_LONG'
  | 'QUERY_TOO_REPETITIVE'
  | 'TOO_MUCH_INTROSPECTION';

/** The limits that graphql-js holds itself, known by its messages (under test). */
function limitOfEngine(message: string): { code: LimitCode; message: string } | undefined {
  if (message.includes('Parsing aborted')) {
    const [most = 'too many'] = /\d+(?= tokens)/.exec(message) ?? [];
    return { code: 'QUERY_TOO_LONG', message: `The query has more than ${most} tokens. Ask in several smaller queries.` };
  }
  if (message === 'Validation aborted.') {
    return { code: 'QUERY_TOO_REPETITIVE', message: 'The query names the same fields too many times. Name each of them once.' };
  }
  return undefined;
}

/** How a query is asked by its hash. */
export const PERSISTED_QUERY_FORM =
  '`extensions.persistedQuery` must be {"version": 1, "sha256Hash": "<SHA-256 of the query, hexadecimal>"}.';

/** Requests that Apollo refuses before there is a query, known by its messages (under test). */
const REFUSED_BY_APOLLO: { begins: string; code: string; message: string }[] = [
  {
    begins: 'This operation has been blocked as a potential Cross-Site Request Forgery',
    code: 'PREFLIGHT_REQUIRED',
    message:
      'Send the header "apollo-require-preflight: true" with a query by GET, or POST it with "content-type: application/json": pages of other origins can send neither unasked.',
  },
  {
    begins: 'Operation batching disabled',
    code: 'BATCHING_NOT_SUPPORTED',
    message: 'The body is a list. Send one query a request: {"query": "{ dataVersion }"}. One query may ask several fields.',
  },
  {
    begins: 'POST body missing',
    code: 'QUERY_MISSING',
    message: 'The body is no JSON object with a query. Send {"query": "{ dataVersion }"}.',
  },
  {
    begins: 'GraphQL operations must contain a non-empty `query`',
    code: 'QUERY_MISSING',
    message: 'There is no query. Send it as the text `query`: {"query": "{ dataVersion }"}.',
  },
  { begins: 'Unsupported persisted query version', code: 'BAD_REQUEST', message: PERSISTED_QUERY_FORM },
  {
    begins: 'provided sha does not match query',
    code: 'BAD_REQUEST',
    message: '`sha256Hash` is not the SHA-256 of the query, as 64 hexadecimal digits in lower case.',
  },
];

/** Told of every error that the client does not get to see. */
export type ErrorLog = (message: string, cause: unknown) => void;

/**
 * The error as a client sees it: a stable `extensions.code`, a message that says the next step, `extensions.suggestions`
 * where something else may have been meant; never a stack, and nothing of what went wrong inside.
 */
export function clientError(formatted: GraphQLFormattedError, error: unknown, log: ErrorLog): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const withCode = (code: string, message = formatted.message, extra: object = {}): GraphQLFormattedError => {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Apollo's own marks and stacks stay inside
    const { stacktrace, http, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, message, extensions: { ...extensions, code, ...extra } };
  };

  if (cause instanceof DomainError) {
    return withCode(cause.code, cause.message, cause.suggestions.length > 0 ? { suggestions: cause.suggestions } : {});
  }
  if (cause instanceof OperationGivenUp) return withCode(cause.code, cause.message);
  if (cause instanceof DataChanged || cause instanceof DataReplaced || cause instanceof NoData || cause instanceof LoadUnderWay)
    return withCode(cause.code);
  if (cause instanceof StoreUnavailable) {
    log('The store did not answer', cause);
    return withCode(cause.code, STORE_AWAY);
  }
  // Apollo gives every error of validation one code; a limit keeps its own.
  if (cause instanceof GraphQLError && typeof cause.extensions.code === 'string') return withCode(cause.extensions.code);
  const limit = limitOfEngine(formatted.message);
  if (limit) return withCode(limit.code, limit.message);
  const refused = REFUSED_BY_APOLLO.find(({ begins }) => formatted.message.startsWith(begins));
  if (refused) return withCode(refused.code, refused.message);
  const code = formatted.extensions?.['code'];
  if (code === 'INTERNAL_SERVER_ERROR') {
    log('A query failed', cause ?? error);
    return withCode('INTERNAL_SERVER_ERROR', 'Something went wrong inside the server; it has been logged. Try again.');
  }
  return withCode(typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR', shortened(formatted.message));
}

/** Characters that are shown of a name or a value, and of a message. */
const LONGEST_WORD = 300;
const LONGEST_MESSAGE = 2000;

/** graphql-js repeats names and values of the query whole, of whatever length. */
function shortened(message: string): string {
  const words = message.replace(/\S+/g, (word) => (word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word));
  return words.length > LONGEST_MESSAGE ? `${words.slice(0, LONGEST_MESSAGE)}…` : words;
}

/** Where clients may not ask for the schema, what graphql-js suggests would tell it name by name. Suggestions of data are ours, and stay. */
export function withoutSuggestions(error: GraphQLFormattedError): GraphQLFormattedError {
  const ofSchema = ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'].includes(String(error.extensions?.['code']));
  return ofSchema ? { ...error, message: error.message.replace(/ Did you mean .*\?$/s, '') } : error;
}
