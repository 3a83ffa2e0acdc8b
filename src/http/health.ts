import type { FastifyInstance } from 'fastify';
import type { ErrorLog } from '../graphql/errors.js';
import { LoadUnderWay } from '../store/errors.js';
import type { GraphStore } from '../store/port.js';

/**
 * `/health/live`: the process answers. `/health/ready`: 200 where the store is reachable and data is loaded, otherwise 503 with
 * the reason, so that a load balancer waits.
 */
export function serveHealth(http: FastifyInstance, store: GraphStore, log: ErrorLog): void {
  http.get('/health/live', async () => ({ status: 'live' }));

  http.get('/health/ready', async (_request, reply) => {
    try {
      const dataset = await store.dataset();
      if (dataset !== null) return { status: 'ready', engine: store.engine, dataset };
      return await reply.code(503).send({ status: 'not ready', code: 'NO_DATA', message: 'No data is loaded yet.' });
    } catch (error) {
      if (error instanceof LoadUnderWay) {
        return reply.code(503).send({ status: 'not ready', code: error.code, message: error.message });
      }
      log('The store did not answer', error);
      return reply
        .code(503)
        .send({ status: 'not ready', code: 'STORE_UNAVAILABLE', message: 'The graph database cannot be reached.' });
    }
  });
}
