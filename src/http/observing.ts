import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../graphql/context.js';
import { CLIENT_STALLED } from './stalled-clients.js';

/** What becomes known of a request while it is answered, beside what every request has. */
export interface Observed {
  /** The GraphQL operation; null where the request asks none, or none that could be read. */
  operation: { name: string | null; query: string } | null;
  /** Codes of the errors that the client got. */
  codes: string[];
  /** Whether the answer was there already; null where it was not looked for. */
  kept: boolean | null;
  /** The data that the answer was made from. */
  dataVersion: string | null;
}

/** A request that has been answered, or whose client has gone. */
export interface Answered extends Observed {
  /** Sent by the client in `x-request-id`, or made; the answer carries it. */
  id: string;
  /** `-`, as the path, where what came never was a request. */
  method: string;
  /** Without the query string, which may hold what was asked for. */
  path: string;
  /** The address as it is served: `/export/:format`; null where there is nothing. */
  route: string | null;
  status: number;
  /** From its first byte until the answer was handed over. */
  ms: number;
  /** The client has gone before it had the answer. */
  gone: boolean;
}

/** Told of every request, for logs and metrics. */
export type Observer = (answered: Answered) => void;

declare module 'fastify' {
  interface FastifyRequest {
    observed: Observed;
  }
}

export const REQUEST_ID_HEADER = 'x-request-id';
/** What can stand in a log and in a header without harm. */
const SANE_ID = /^[\w.:-]{1,128}$/;

/** The client's own id, so that its logs and ours can be laid side by side, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
}

export function observeRequests(http: FastifyInstance, observers: readonly Observer[]): void {
  http.decorateRequest('observed', null as never);
  http.addHook('onRequest', (request, reply, next) => {
    request.observed = nothingYet();
    void reply.header(REQUEST_ID_HEADER, request.id);
    if (observers.length > 0) {
      const began = performance.now();
      reply.raw.once('close', () => {
        // What a client was given up with counts as written to Node.
        const gone = !reply.raw.writableFinished || request.observed.codes.includes(CLIENT_STALLED);
        const answered = answeredBy(request, reply.raw.statusCode, performance.now() - began, gone);
        for (const observe of observers) observe(answered);
      });
    }
    next();
  });
  http.addHook('onSend', (request, reply, payload, next) => {
    const { observed } = request;
    if (reply.statusCode >= 400 && observed.codes.length === 0) observed.codes = codesIn(payload);
    next(null, payload);
  });
}

/** The codes in an answer that is shaped as GraphQL's errors: whoever refuses a request need tell of it nowhere else. */
function codesIn(payload: unknown): string[] {
  if (typeof payload !== 'string' || !payload.startsWith('{"errors":')) return [];
  const { errors } = JSON.parse(payload) as { errors: { extensions?: { code?: unknown } }[] };
  return errors.map(({ extensions }) => String(extensions?.code));
}

const nothingYet = (): Observed => ({ operation: null, codes: [], kept: null, dataVersion: null });

/** Tells of what was refused before it was a request that hooks are called for. */
export function tellOfRefused(
  observers: readonly Observer[],
  { url, ...request }: Pick<Answered, 'id' | 'method' | 'gone'> & { url: string },
  { status, code }: { status: number; code: string },
): void {
  const answered = { ...nothingYet(), ...request, path: pathOf(url), route: null, status, codes: [code], ms: 0 };
  for (const observe of observers) observe(answered);
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

function answeredBy(request: FastifyRequest, status: number, ms: number, gone: boolean): Answered {
  const { id, method, url, observed } = request;
  return { ...observed, id, method, path: pathOf(url), route: request.routeOptions.url ?? null, status, ms, gone };
}

/** What Apollo hands on of a request is a copy, with the same in it. */
export type ObservedContext = Context & { observed: Observed };

/** Tells of operations that Apollo answers; those of the fast lane are told of where it is asked. */
export function observedOperations(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, operation, source, response: { body } }) {
          const { observed } = contextValue as Partial<ObservedContext>;
          if (observed === undefined || body.kind !== 'single') return;
          // Only an operation that was found valid has a name that means something.
          if (operation && source !== undefined) observed.operation = { name: operation.name?.value ?? null, query: source };
          observed.codes.push(...(body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.['code'])));
          if ('data' in body.singleResult) observed.dataVersion = await contextValue.dataVersion().catch(() => null);
        },
      };
    },
  };
}
