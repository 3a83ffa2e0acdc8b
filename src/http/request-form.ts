import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { NO_HTTP } from './connection-errors.js';
import { RequestRefused } from './request-refused.js';

/** A name, an address or nothing, and a port (RFC 9110, 7.2). */
const HOST = /^(\[[\da-f:.]*\]|[\w.~!$&'()*+,;=%-]*)(:\d*)?$/i;

/**
 * Refuses requests that Node lets pass and that a proxy in front may read otherwise than this server (RFC 9112, 2.3, 3.2 and 6.1): the two
 * must not differ on whom a request is for, or on where it ends.
 */
export function refuseDoubtfulRequests(http: FastifyInstance): void {
  http.addHook('onRequest', ({ raw }, reply, next) => {
    const doubt = doubtOf(raw);
    if (doubt === null) return next();
    void reply.header('connection', 'close');
    next(new RequestRefused(NO_HTTP.status, NO_HTTP.code, `${NO_HTTP.message} ${doubt}`));
  });
}

function doubtOf({ httpVersionMajor, httpVersionMinor, headers, rawHeaders }: IncomingMessage): string | null {
  if (httpVersionMajor !== 1) return 'It names another version.';
  if (httpVersionMinor === 0 && headers['transfer-encoding'] !== undefined) return 'HTTP/1.0 has no transfer-encoding.';
  const hosts = timesOfHost(rawHeaders);
  if (hosts > 1 || (hosts === 0 && httpVersionMinor === 1)) return 'Send the header "host" once.';
  return HOST.test(headers.host ?? '') ? null : 'The header "host" is no name of a host.';
}

/** Node keeps the first of several. */
function timesOfHost(rawHeaders: readonly string[]): number {
  let times = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]!;
    if (name.length === 4 && name.toLowerCase() === 'host') times++;
  }
  return times;
}
