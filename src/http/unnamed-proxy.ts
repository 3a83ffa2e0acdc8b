import type { FastifyInstance } from 'fastify';
import type { ErrorLog } from '../graphql/errors.js';

/**
 * Tells the log, once, that requests seem to come through a proxy that is not trusted: then all its clients are one, and share the bounds of
 * one, which nobody notices before a crowd comes. A client that only says so costs a line.
 */
export function noticeUnnamedProxy(http: FastifyInstance, log: ErrorLog): void {
  let told = false;
  http.addHook('onRequest', (request, _reply, next) => {
    const forwarded = request.headers['x-forwarded-for'];
    if (!told && forwarded !== undefined && request.ip === request.socket.remoteAddress && !forwarded.includes(request.ip)) {
      told = true;
      log(
        `A request from ${request.ip} has X-Forwarded-For, which is not believed: if a proxy is there, name it in CUSTODES_TRUSTED_PROXIES, or all its clients count as one (docs/operations.md). This is said once.`,
        undefined,
      );
    }
    next();
  });
}
