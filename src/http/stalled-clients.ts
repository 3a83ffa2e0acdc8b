import type { FastifyInstance } from 'fastify';

/** Among the codes of a request in logs and metrics; its client hears nothing any more. */
export const CLIENT_STALLED = 'CLIENT_STALLED';

/**
 * Gives up a client that takes nothing of its answer: while it stays, its place among the operations or exports is nobody else's.
 * Of a slow client every bit that it takes counts.
 */
export function giveUpStalledClients(http: FastifyInstance, stallTimeoutMs: number): void {
  http.addHook('onRequest', (request, reply, next) => {
    const { socket } = request.raw;
    reply.raw.setTimeout(stallTimeoutMs, () => {
      // Nothing is sent, too, while an answer is made.
      if (socket.writableLength === 0) return;
      request.observed.codes = [...request.observed.codes, CLIENT_STALLED];
      // What it has not taken is not kept for it in the kernel, either.
      socket.resetAndDestroy();
    });
    next();
  });
}
