import type { Server as Listener } from 'node:net';
import Fastify from 'fastify';
import { graphqlShaped } from './error-shape.js';
import { listenAt } from './listening.js';
import { setSecurityHeaders } from './security-headers.js';

/** Seconds after which to ask again. */
const RETRY_AFTER = 2;

/**
 * What is answered at the address of a server whose store is still being opened, which may take minutes: `/health/live` with 200, so that nobody
 * takes it for dead, and all else with 503 `STARTING`.
 * @throws where the port is taken (`EADDRINUSE`) or may not be used (`EACCES`)
 */
export async function answerWhileStarting(port: number, host: string): Promise<{ close: () => Promise<void> }> {
  const http = Fastify({ forceCloseConnections: true });
  setSecurityHeaders(http);
  // Before a body is read.
  http.addHook('onRequest', async (request, reply) => {
    const path = request.url.replace(/\?.*/, '');
    void reply.headers({ 'cache-control': 'no-store', connection: 'close' });
    if (path === '/health/live') return reply.send({ status: 'live' });
    void reply.code(503).header('retry-after', RETRY_AFTER);
    const [code, message] = ['STARTING', 'The graph is being opened.'];
    if (path === '/health/ready') return reply.send({ status: 'not ready', code, message });
    return reply.send(graphqlShaped(code, `${message} Try again in ${RETRY_AFTER} seconds.`));
  });
  const beside: Listener[] = [];
  await listenAt(http, { port, host }, beside);
  return {
    close: async () => {
      const closed = beside.map((listener) => new Promise((resolve) => listener.close(resolve)));
      await http.close();
      await Promise.all(closed);
    },
  };
}
