import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { DATA_VERSION_HEADER } from '../graphql/data-version.js';
import { REQUEST_ID_HEADER } from './observing.js';

/**
 * Pages of the origins listed may read answers in their visitors' browsers; `*` is every page. Nothing here depends on who asks, so cookies
 * are neither taken nor sent.
 * @param origins as browsers send them: `https://dashboard.example`; none: no page of another origin reads anything
 */
export async function letOriginsRead(http: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await http.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['content-type', 'apollo-require-preflight', DATA_VERSION_HEADER, 'if-none-match'],
    exposedHeaders: [DATA_VERSION_HEADER, REQUEST_ID_HEADER, 'etag', 'retry-after', 'content-disposition', 'custodes-truncated'],
    credentials: false,
    maxAge: 86_400,
    strictPreflight: false,
  });
  // Routes say what else their answers vary by; a cache on the way must not give one origin's answer to another.
  http.addHook('onSend', async (_request, reply) => {
    const vary = String(reply.getHeader('vary') ?? '');
    if (!/\borigin\b/i.test(vary)) void reply.header('vary', vary === '' ? 'origin' : `${vary}, origin`);
  });
}
