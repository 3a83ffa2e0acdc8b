import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

interface Policy {
  useDefaults: false;
  directives: Record<string, string[]>;
}

/** What pages may load: nothing but this server's own files. */
const POLICY: Policy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
};

/** GraphiQL's editor sets styles from its scripts; small images of it are `data:` addresses. */
export const PLAYGROUND_POLICY: Policy = {
  useDefaults: false,
  directives: { ...POLICY.directives, 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:'] },
};

/** The same, in a frame of any page: for the explorer where it is asked for to be embedded. */
export const EMBEDDABLE_POLICY = Object.entries({ ...POLICY.directives, 'frame-ancestors': ['*'] })
  .map(([directive, sources]) => [directive, ...sources].join(' '))
  .join(';');

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the pages of this route may load; nothing but the server's own files unless told. */
    contentSecurityPolicy?: Policy;
  }
}

/**
 * Security headers on every answer. Which pages of other origins may read answers is said in other-origins.ts. HTTPS is the proxy's
 * in front, and so is its `strict-transport-security`. Helmet is asked once for each policy: for every request (as `@fastify/helmet` does) it
 * took a quarter of the time of a kept answer, and says the same each time.
 */
export function setSecurityHeaders(http: FastifyInstance): void {
  const known = new Map<Policy, Readonly<Record<string, string>>>([[POLICY, USUAL_SECURITY_HEADERS]]);
  http.addHook('onRequest', (request, reply, next) => {
    const policy = request.routeOptions.config.contentSecurityPolicy ?? POLICY;
    let headers = known.get(policy);
    if (headers === undefined) known.set(policy, (headers = headersUnder(policy)));
    void reply.headers(headers);
    next();
  });
}

/** What helmet sets on an answer; it neither reads the request nor waits. */
function headersUnder(policy: Policy): Record<string, string> {
  const headers: Record<string, string> = {};
  const response: Partial<ServerResponse> = {
    setHeader(name, value) {
      headers[name.toLowerCase()] = String(value);
      return this as ServerResponse;
    },
    removeHeader: () => undefined,
  };
  const set = helmet({ contentSecurityPolicy: policy, strictTransportSecurity: false });
  set({} as IncomingMessage, response as ServerResponse, (problem) => {
    if (problem !== undefined) throw problem as Error;
  });
  return headers;
}

/** Those of answers that no route gives. */
export const USUAL_SECURITY_HEADERS: Readonly<Record<string, string>> = headersUnder(POLICY);
