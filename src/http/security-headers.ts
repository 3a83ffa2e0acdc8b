import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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

/**
 * Security headers on every answer. Which pages of other origins may read answers is said in other-origins.ts. HTTPS is the proxy's
 * in front, and so is its `strict-transport-security`.
 */
export async function setSecurityHeaders(http: FastifyInstance): Promise<void> {
  await http.register(helmet, { contentSecurityPolicy: POLICY, strictTransportSecurity: false });
}
