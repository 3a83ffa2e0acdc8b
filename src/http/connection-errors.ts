import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { whenAnswered } from './connections.js';
import { graphqlShaped } from './error-shape.js';
import { REQUEST_ID_HEADER, tellOfRefused, type Observer } from './observing.js';
import { methodNotAllowed, NOTHING_HERE, type Refusal } from './request-errors.js';
import { USUAL_SECURITY_HEADERS } from './security-headers.js';

/** Bytes of a request's headers, its address among them; Node's own 16 KiB are few for a query by GET. */
export const MOST_HEADER_BYTES = 32 * 1024;

/** How often Node looks for requests that should have come to their end, in milliseconds; every half minute unless told. */
const LOOK_EVERY = 1_000;

export const NO_HTTP: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The request is not HTTP/1.1 as it is written down.',
};

/** What is wrong with requests that never come to be one, by Node's code. */
const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: `The address and the headers are larger than ${MOST_HEADER_BYTES} bytes. Send a long query by POST.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMED_OUT',
    message: 'The request did not come to its end in time. Send it again.',
  },
};

const BAD_ADDRESS: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message:
    'The address is not percent-encoded as it should be: a % is followed by two hexadecimal digits of UTF-8. Encode it anew.',
};

/** An address has one parameter at most, and none is as long as Fastify allows. */
const TOO_LONG_A_NAME = 'FST_ERR_MAX_PARAM_LENGTH';

interface ConnectionErrors {
  http: ServerOptions;
  requestTimeout: number;
  clientErrorHandler: (error: ConnectionError, socket: Socket) => void;
  frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;
}

/**
 * How Fastify answers what it does not take for a request: in the shape of GraphQL's errors, with the headers of every answer. No hook is
 * called for them, so observers are told here.
 * @param requestTimeoutMs from the first byte of a request to its last
 */
export function connectionErrors(observers: readonly Observer[], requestTimeoutMs: number): ConnectionErrors {
  /** Whatever more comes over these is an error again. */
  const refused = new WeakSet<Socket>();
  return {
    http: {
      maxHeaderSize: MOST_HEADER_BYTES,
      // Where headers may take longer than the whole request, Node takes the one time for the other.
      headersTimeout: requestTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: LOOK_EVERY,
      // Node's own answer to a request without `host` has none of our headers; request-form.ts refuses it.
      requireHostHeader: false,
    },
    requestTimeout: requestTimeoutMs,
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed || refused.has(socket)) return;
      refused.add(socket);
      whenAnswered(socket, () => {
        refuse(socket, '-', REFUSALS[error.code] ?? NO_HTTP, observers);
        socket.destroy(error);
      });
    },
    frameworkErrors({ code: reason }, { id, method, url }, reply) {
      const refusal = reason === TOO_LONG_A_NAME ? NOTHING_HERE : BAD_ADDRESS;
      void reply.code(refusal.status).headers({ ...USUAL_SECURITY_HEADERS, [REQUEST_ID_HEADER]: id });
      void reply.send(graphqlShaped(refusal.code, refusal.message));
      tellOfRefused(observers, { id, method, url, gone: false }, refusal);
    },
  };
}

/** Answers what Node keeps from Fastify, and answers by itself or not at all. */
export function answerOddRequests({ server }: FastifyInstance, observers: readonly Observer[]): void {
  // Every header is seen, or one beyond Node's two thousand would be counted in the bytes and not be there; the bytes are bounded.
  server.maxHeadersCount = 0;
  // Who expects what nobody knows may be answered as any other (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request, socket: Socket) => {
    // Node has taken its own listener away.
    socket.on('error', () => socket.destroy());
    whenAnswered(socket, () => {
      refuse(socket, 'CONNECT', methodNotAllowed('CONNECT', ['GET', 'HEAD', 'POST']), observers);
      socket.destroySoon();
    });
  });
}

/** There is a socket and no request that could be answered: the answer is written by hand. */
function refuse(socket: Socket, method: string, refusal: Refusal, observers: readonly Observer[]): void {
  const id = randomUUID();
  const gone = !socket.writable;
  if (!gone) socket.write(answerTo(refusal, { ...USUAL_SECURITY_HEADERS, [REQUEST_ID_HEADER]: id }));
  tellOfRefused(observers, { id, method, url: '-', gone }, refusal);
}

function answerTo({ status, code, message }: Refusal, headers: Record<string, string>): string {
  const body = JSON.stringify(graphqlShaped(code, message));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
