import type { FastifyInstance } from 'fastify';
import type { ErrorLog } from '../graphql/errors.js';
import { LoadUnderWay, StoreLoginRefused } from '../store/errors.js';
import type { Freshness } from '../store/freshness.js';
import type { Dataset, GraphStore } from '../store/port.js';

/** How long the store may take to say which data it holds; balancers give up after some seconds. */
const PATIENCE = 2_000;

export interface Health {
  store: GraphStore;
  /** null where the store is no copy */
  freshness: (() => Freshness) | null;
  /** Whether the server is about to stop. */
  stopping: () => boolean;
  log: ErrorLog;
}

/**
 * `/health/live`: the process answers. `/health/ready`: 200 with the data version where the store answers and holds data, otherwise 503
 * with the reason, so that a load balancer sends requests elsewhere.
 * A copy of a graph is ready while it is behind, too, and says since when: it answers.
 */
export function serveHealth(http: FastifyInstance, { store, freshness, stopping, log }: Health): void {
  http.get('/health/live', async () => ({ status: 'live' }));

  http.get('/health/ready', async (request, reply) => {
    const notReady = (code: string, message: string): unknown => {
      request.observed.codes.push(code);
      return reply.code(503).send({ status: 'not ready', code, message, engine: store.engine });
    };
    void reply.header('cache-control', 'no-store');
    if (stopping()) return notReady('STOPPING', 'The server is stopping; it answers what it was asked.');
    try {
      const dataset = await inTime(store.dataset());
      if (dataset === undefined) return notReady('STORE_UNAVAILABLE', `The graph database did not answer within ${PATIENCE} ms.`);
      if (dataset === null) return notReady('NO_DATA', 'No data is loaded yet.');
      return { status: 'ready', engine: store.engine, dataset, ...(freshness && { readModel: freshness() }) };
    } catch (error) {
      if (error instanceof LoadUnderWay) return notReady(error.code, error.message);
      log('The store did not answer', error);
      if (error instanceof StoreLoginRefused)
        return notReady(error.code, "The graph database refuses the server's user or password.");
      return notReady('STORE_UNAVAILABLE', 'The graph database cannot be reached.');
    }
  });
}

/** undefined where there is no answer in time */
async function inTime(answer: Promise<Dataset | null>): Promise<Dataset | null | undefined> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => (late = setTimeout(() => resolve(undefined), PATIENCE)));
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
