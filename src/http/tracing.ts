import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Follows requests to the statements that they lead to. */
export interface Tracing {
  /** A request has come in. */
  begin: (request: FastifyRequest, reply: FastifyReply) => void;
  /** Everything that `next` calls, at once or later, belongs to the request. */
  within: (request: FastifyRequest, next: () => void) => void;
  /** The answering of its GraphQL operation, whose name is known afterwards. */
  operation: <T>(request: FastifyRequest, work: () => Promise<T>) => Promise<T>;
}

/** To be called before whatever answers, or lets wait. */
export function traceRequests(http: FastifyInstance, tracing: Tracing): void {
  http.addHook('onRequest', (request, reply, next) => {
    tracing.begin(request, reply);
    next();
  });
  // Not earlier: where a body was read, what was called then is forgotten.
  http.addHook('preHandler', (request, _reply, next) => tracing.within(request, next));
}
