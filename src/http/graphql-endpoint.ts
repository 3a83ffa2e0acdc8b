import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EarlierVersions } from '../domain/earlier-versions.js';
import type { QueryLimits } from '../graphql/configurable.js';
import { createContext, type Context } from '../graphql/context.js';
import { DATA_VERSION_HEADER } from '../graphql/data-version.js';
import { PERSISTED_QUERY_FORM } from '../graphql/errors.js';
import type { FastLane } from '../graphql/fast-lane.js';
import type { PersistedQueries } from '../graphql/persisted-queries.js';
import type { GraphStore } from '../store/port.js';
import { hasAnswer } from './entity-tag.js';
import { hasHashThatIsNone, questionOf, type Asked } from './graphql-request.js';
import type { ObservedContext } from './observing.js';
import { RequestRefused } from './request-refused.js';
import { PLAYGROUND_POLICY } from './security-headers.js';
import type { Tracing } from './tracing.js';

/** Kept by browsers and caches on the way, and asked for anew each time, which costs a 304 where nothing has changed. */
const REVALIDATED = 'public, no-cache';
/** The address names the version of the data, and a version does not change. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * `/graphql`: usual queries take the fast lane; everything else (the page for browsers, mistakes, limits, other media types) is
 * Apollo's. Answers by GET carry an ETag and say how long they keep.
 */
export function serveGraphql(
  http: FastifyInstance,
  store: GraphStore,
  apollo: ApolloServer<Context>,
  lane: FastLane,
  persisted: PersistedQueries,
  tracing: Tracing | null,
  earlier: EarlierVersions,
  limits: QueryLimits,
): void {
  const apolloHandler = fastifyApolloHandler(apollo, {
    context: async ({ observed }): Promise<ObservedContext> => ({ ...createContext(store, earlier, limits), observed }),
  });

  /** @returns false where it has nothing to say, and has said nothing */
  async function answerFast(
    { question, hash, pinned, contentType }: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    const answer = await lane.answer(question);
    if (answer === null) return false;
    if (hash !== null) persisted.keep(hash, question.query);
    const { body, version, etag, operation, codes, kept } = answer;
    Object.assign(request.observed, { operation: { name: operation, query: question.query }, codes, kept, dataVersion: version });
    if (version !== null) void reply.header(DATA_VERSION_HEADER, version);
    if (request.method === 'GET') {
      void reply.header('cache-control', etag === null ? 'no-store' : pinned ? FOR_EVER : REVALIDATED);
      if (etag !== null) void reply.header('etag', etag);
    }
    const known = etag !== null && request.method === 'GET' && hasAnswer(request, etag);
    if (known) void reply.code(304).send();
    else void reply.header('content-type', contentType).send(body);
    return true;
  }

  http.route<{ Reply: string }>({
    method: ['GET', 'POST'],
    url: '/graphql',
    config: { contentSecurityPolicy: PLAYGROUND_POLICY },
    // Browsers and programs get different answers from one address; so do those who demand a version of the data.
    onRequest: async (_request, reply) => void reply.header('vary', `accept, ${DATA_VERSION_HEADER}`),
    handler(request, reply) {
      const answer = (): Promise<never> => give.call(this, request, reply);
      return tracing === null ? answer() : tracing.operation(request, answer);
    },
  });

  async function give(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<never> {
    const asked = questionOf(request, persisted);
    if (asked !== null && (await answerFast(asked, request, reply))) return reply as never;
    if (hasHashThatIsNone(request)) throw new RequestRefused(400, 'BAD_REQUEST', PERSISTED_QUERY_FORM);
    // What went another way than usual may not be so again.
    if (request.method === 'GET') void reply.header('cache-control', 'no-store');
    return apolloHandler.call(this, request as never, reply as never) as Promise<never>;
  }
}
