import type { FastifyRequest } from 'fastify';

/**
 * Whether the client says that it has the answer with this entity tag (RFC 9110, If-None-Match). A proxy that compresses an answer makes
 * its tag weak, which does not matter here.
 */
export function hasAnswer(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  return known.trim() === '*' || known.split(',').some((tag) => withoutWeakness(tag.trim()) === withoutWeakness(etag));
}

const withoutWeakness = (tag: string): string => (tag.startsWith('W/') ? tag.slice(2) : tag);
