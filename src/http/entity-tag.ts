import type { FastifyRequest } from 'fastify';

/** Whether the client says that it has the answer with this entity tag (RFC 9110, If-None-Match). */
export const hasAnswer = (request: FastifyRequest, etag: string): boolean =>
  request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag) ?? false;
