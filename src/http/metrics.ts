import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Freshness } from '../store/freshness.js';
import type { GraphStore } from '../store/port.js';
import type { ClientPlaces } from './client-places.js';
import { graphqlShaped } from './error-shape.js';
import type { Turnstile } from './turnstile.js';

/** Parts of the server whose state is read when metrics are asked for. */
export interface ServerParts {
  turnstile: Turnstile;
  /** Exports under way, and clients that listen to `/events`. */
  exports: ClientPlaces;
  listeners: ClientPlaces;
  answerBytes: () => number;
  dataset: GraphStore['dataset'];
  engine: GraphStore['engine'];
  /** null where the store is no copy */
  freshness: (() => Freshness) | null;
}

/** Metrics in the text format of Prometheus. */
export interface MetricsPage {
  contentType: string;
  page: () => Promise<string>;
  watch: (parts: ServerParts) => void;
}

/** Who gets them: `local`, programs on this machine; `on`, everybody. */
export type MetricsFor = 'local' | 'on';

/** `/metrics`. They say how a server is used, which is not everybody's business; so only this machine gets them unless told. */
export function serveMetrics(http: FastifyInstance, metrics: MetricsPage, whom: MetricsFor): void {
  http.get('/metrics', async (request, reply) => {
    if (whom === 'local' && !isLocal(request)) {
      return reply.code(403).send(graphqlShaped('METRICS_NOT_PUBLIC', NOT_PUBLIC));
    }
    return reply
      .type(metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.page());
  });
}

const NOT_PUBLIC =
  'Metrics are for programs on the machine of the server. Who runs it can open them: CUSTODES_METRICS=on, behind a proxy that keeps others from /metrics.';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const SPEAKING_FOR_OTHERS = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

/** A proxy on this machine speaks for others, and says so. */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  if (SPEAKING_FOR_OTHERS.some((name) => headers[name] !== undefined)) return false;
  const address = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return LOOPBACK.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
