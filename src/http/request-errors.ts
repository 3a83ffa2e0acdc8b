import type { FastifyError, FastifyInstance } from 'fastify';
import type { ErrorLog } from '../graphql/errors.js';
import { MOST_BODY_BYTES } from '../graphql/limits.js';
import { TooManyRequests } from './admission.js';

interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** What is wrong with requests that never become a query, by Fastify's code. */
const REFUSALS: Record<string, Refusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'REQUEST_TOO_LARGE',
    message: `The request is larger than ${MOST_BODY_BYTES} bytes. Ask in several smaller queries.`,
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
};

/** Errors outside of GraphQL are shaped as GraphQL's: `{"errors": [{"message", "extensions": {"code"}}]}`. */
export function answerRequestErrors(http: FastifyInstance, log: ErrorLog): void {
  http.setErrorHandler<FastifyError>((error, _request, reply) => {
    if (error instanceof TooManyRequests) {
      return reply.code(429).send(graphqlShaped({ status: 429, code: error.code, message: error.message }));
    }
    const refusal = REFUSALS[error.code] ?? refusalOf(error);
    if (refusal.status >= 500) log('A request failed', error);
    return reply.code(refusal.status).send(graphqlShaped(refusal));
  });
  http.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(http, request.url);
    if (allowed.length === 0) return reply.code(404).send(graphqlShaped(NOTHING_HERE));
    return reply
      .code(405)
      .header('allow', allowed.join(', '))
      .send(graphqlShaped(methodNotAllowed(request.method, allowed)));
  });
}

/** The methods by which an address is served; none where there is nothing at it. */
function methodsOf(http: FastifyInstance, address: string): string[] {
  const [url = ''] = address.split('?');
  return ['GET', 'HEAD', 'POST'].filter((method) => http.hasRoute({ method, url }));
}

const NOTHING_HERE: Refusal = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here. GraphQL is at /graphql.' };

function methodNotAllowed(method: string, allowed: readonly string[]): Refusal {
  return { status: 405, code: 'METHOD_NOT_ALLOWED', message: `${method} is not served here. Send ${allowed.join(', ')}.` };
}

function refusalOf({ statusCode = 500, message }: FastifyError): Refusal {
  if (statusCode >= 400 && statusCode < 500) return { status: statusCode, code: 'BAD_REQUEST', message };
  return {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something went wrong inside the server; it has been logged. Try again.',
  };
}

const graphqlShaped = ({ code, message }: Refusal): object => ({ errors: [{ message, extensions: { code } }] });
