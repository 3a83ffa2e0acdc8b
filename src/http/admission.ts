import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inOperation, Operation, OperationGivenUp } from '../store/operation.js';
import type { AdmissionLimits } from './configurable.js';
import { graphqlShaped } from './error-shape.js';
import { RateStore } from './rate-store.js';
import { RequestRefused } from './request-refused.js';
import { Turnstile } from './turnstile.js';

/** Seconds after which to ask again where the server is full. */
export const BUSY_RETRY_AFTER = 2;

/**
 * Where the graph is read for an answer; files that are streamed (`/export`) have their own bound. It is the route that counts: there are many
 * ways to write an address (`/%67raphql`, `http://any.example/graphql`).
 */
const OPERATIONS = /^\/(graphql|cite\/|cypher|reconcile)/;
/** Balancers and Prometheus ask it, and must be answered whatever the load. */
const NEVER_REFUSED = /^\/(health\/|metrics)/;

/** Holds clients to the limits: their rate, the operations under way and waiting, and the time of each. */
export async function admit(http: FastifyInstance, limits: AdmissionLimits): Promise<Turnstile> {
  const { requestsAMinute } = limits;
  if (requestsAMinute !== null) {
    await http.register(rateLimit, {
      max: requestsAMinute,
      timeWindow: 60_000,
      store: RateStore,
      allowList: (request: FastifyRequest) => NEVER_REFUSED.test(request.routeOptions.url ?? ''),
      errorResponseBuilder: (_request, { max, ttl }) =>
        new RequestRefused(
          429,
          'TOO_MANY_REQUESTS',
          `One client may send ${max} requests a minute, and this is one more. Try again in ${Math.ceil(ttl / 1000)} seconds.`,
        ),
    });
  }
  const turnstile = new Turnstile(limits.operationsAtOnce, limits.operationsWaiting, limits.operationsOfClient);
  http.addHook('preHandler', (request, reply, next) => {
    if (!OPERATIONS.test(request.routeOptions.url ?? '')) return next();
    // Its client has gone while the body was read: nobody would give the place back.
    if (reply.raw.destroyed) return;
    takeTurn(turnstile, limits, reply, next);
  });
  return turnstile;
}

function takeTurn(turnstile: Turnstile, { operationTimeoutMs }: AdmissionLimits, reply: FastifyReply, next: () => void): void {
  const operation = new Operation(reply.request.id, performance.now() + operationTimeoutMs);
  const client = normalizeIP(reply.request.ip);
  let inside = false;
  const stopWaiting = turnstile.pass(client, () => {
    inside = true;
    inOperation(operation, next);
  });
  if (stopWaiting === null) return busy(reply, 'SERVER_BUSY', 'As many operations as may wait are waiting.');

  const late = setTimeout(() => {
    if (inside) return operation.end(OperationGivenUp.timedOut(operationTimeoutMs));
    stopWaiting();
    busy(
      reply,
      'OPERATION_TIMED_OUT',
      `The server was busy for ${operationTimeoutMs} ms, and the operation did not get its turn.`,
    );
  }, operationTimeoutMs);
  reply.raw.once('close', () => {
    clearTimeout(late);
    if (!reply.raw.writableFinished) operation.end(OperationGivenUp.clientGone());
    if (inside) turnstile.leave(client);
    else stopWaiting();
  });
}

function busy(reply: FastifyReply, code: string, what: string): void {
  const message = `${what} Try again in ${BUSY_RETRY_AFTER} seconds.`;
  void reply.code(503).header('retry-after', BUSY_RETRY_AFTER).send(graphqlShaped(code, message));
}
