import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { DATA_VERSION_HEADER } from '../graphql/data-version.js';
import { REQUEST_ID_HEADER } from './observing.js';

/** As `@fastify/cors` has it: no page of another origin, every page, or those of these. */
type Readers = false | '*' | string[];

declare module 'fastify' {
  interface FastifyContextConfig {
    cors?: { origin: Readers };
  }
}

/** @param origins as browsers send them: `https://dashboard.example`; `*` is every page */
function readers(origins: readonly string[]): Readers {
  if (origins.length === 0) return false;
  return origins.includes('*') ? '*' : [...origins];
}

/**
 * Pages of the origins listed may read answers in their visitors' browsers. Nothing here depends on who asks, so cookies are neither taken
 * nor sent.
 */
export async function letOriginsRead(http: FastifyInstance, origins: readonly string[]): Promise<void> {
  const everywhere = readers(origins);
  await http.register(cors, {
    origin: everywhere,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['content-type', 'apollo-require-preflight', DATA_VERSION_HEADER, 'if-none-match'],
    exposedHeaders: [DATA_VERSION_HEADER, REQUEST_ID_HEADER, 'etag', 'retry-after', 'content-disposition', 'custodes-truncated'],
    credentials: false,
    maxAge: 86_400,
    strictPreflight: false,
  });
  // Routes say what else their answers vary by; a cache on the way must not give one origin's answer to another.
  http.addHook('onSend', async (request, reply) => {
    const { cors: own } = request.routeOptions.config;
    const vary = String(reply.getHeader('vary') ?? '');
    if (Array.isArray(own?.origin ?? everywhere) && !/\borigin\b/i.test(vary))
      void reply.header('vary', vary === '' ? 'origin' : `${vary}, origin`);
  });
}

/** The routes that this room will have may be read by pages of these origins, whoever may read the others. */
export function letOriginsReadRoutes(room: FastifyInstance, origins: readonly string[]): void {
  room.addHook('onRoute', (route) => {
    route.config = { ...route.config, cors: { origin: readers(origins) } };
  });
}
