import type { FastifyInstance } from 'fastify';
import { graphqlShaped } from './error-shape.js';

/** Whose answers say themselves that the server ends, or that the process lives. */
const HEALTH = '/health/';

/** What comes on the connections that there are, while a server answers what is under way. */
export function refuseWhenClosing(http: FastifyInstance, closing: () => boolean): void {
  http.addHook('onRequest', async (request, reply) => {
    if (!closing() || request.routeOptions.url?.startsWith(HEALTH)) return;
    void reply.code(503).header('connection', 'close').header('cache-control', 'no-store');
    return reply.send(
      graphqlShaped('STOPPING', 'The server is stopping, and nothing was done of this request. Ask again, of another server.'),
    );
  });
}
