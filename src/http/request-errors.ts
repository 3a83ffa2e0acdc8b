import type { FastifyError, FastifyInstance } from 'fastify';
import type { ErrorLog } from '../graphql/errors.js';
import { graphqlShaped } from './error-shape.js';
import { RequestRefused } from './request-refused.js';

export interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** What is wrong with requests that never become a query, by Fastify's code. */
const refusals = (bodyBytes: number): Record<string, Refusal> => ({
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'REQUEST_TOO_LARGE',
    message: `The request is larger than ${bodyBytes} bytes. Ask in several smaller queries.`,
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'MALFORMED_JSON',
    message: 'The body is not JSON. Send {"query": "{ dataVersion }"}.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: 'MALFORMED_JSON',
    message: 'The body is empty. Send {"query": "{ dataVersion }"}.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_CONTENT_TYPE',
    message: 'Send the query as JSON, with the header "content-type: application/json".',
  },
});

/** Errors outside of GraphQL are shaped as GraphQL's: `{"errors": [{"message", "extensions": {"code"}}]}`. */
export function answerRequestErrors(http: FastifyInstance, bodyBytes: number, log: ErrorLog): void {
  const known = refusals(bodyBytes);
  http.setErrorHandler<FastifyError>((error, _request, reply) => {
    const refusal = known[error.code] ?? refusalOf(error);
    if (refusal.status >= 500) log('A request failed', error);
    return reply.code(refusal.status).send(graphqlShaped(refusal.code, refusal.message));
  });
  http.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(http, request.url);
    if (allowed.length === 0) return reply.code(404).send(graphqlShaped(NOTHING_HERE.code, NOTHING_HERE.message));
    const { status, code, message } = methodNotAllowed(request.method, allowed);
    return reply.code(status).header('allow', allowed.join(', ')).send(graphqlShaped(code, message));
  });
}

/** The methods by which an address is served; none where there is nothing at it. */
function methodsOf(http: FastifyInstance, address: string): string[] {
  const [url = ''] = address.split('?');
  return ['GET', 'HEAD', 'POST'].filter((method) => http.hasRoute({ method, url }));
}

export const NOTHING_HERE: Refusal = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is nothing here. GraphQL is at /graphql.',
};

export function methodNotAllowed(method: string, allowed: readonly string[]): Refusal {
  return { status: 405, code: 'METHOD_NOT_ALLOWED', message: `${method} is not served here. Send ${allowed.join(', ')}.` };
}

function refusalOf(error: FastifyError): Refusal {
  const { statusCode = 500, message } = error;
  if (error instanceof RequestRefused) return { status: statusCode, code: error.code, message };
  // What serves the files of the pages forbids to leave their folder, and to read it; to who asks, there is nothing.
  if (statusCode === 403) return NOTHING_HERE;
  if (statusCode >= 400 && statusCode < 500) return { status: statusCode, code: 'BAD_REQUEST', message };
  return {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong inside the server; it has been logged. Try again.',
  };
}
