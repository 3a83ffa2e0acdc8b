import { AsyncResource } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../store/port.js';
import type { ClientPlaces } from './client-places.js';
import type { EventLimits } from './configurable.js';
import { graphqlShaped } from './error-shape.js';

/** Proxies close connections over which nothing comes for a minute. */
const HEARTBEAT = 20_000;
/** After which a client that lost its connection comes again, in milliseconds. */
const RETRY = 3_000;
const RETRY_AFTER = 30;

const EVENT_STREAM = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

/**
 * `/events`: server-sent events. `data-version` with `{"dataVersion": …}` on connecting and whenever the data is another; its id is the
 * version, so that a browser that comes again (`Last-Event-ID`) is told only what it does not know.
 * @returns ends every connection
 */
export function serveEvents(http: FastifyInstance, store: GraphStore, places: ClientPlaces, limits: EventLimits): () => void {
  const clients = new Map<ServerResponse, { knows: string | null }>();
  let timers: NodeJS.Timeout[] = [];
  let looking = false;

  const tell = (client: ServerResponse, version: string): void => {
    const state = clients.get(client);
    if (state === undefined || state.knows === version) return;
    state.knows = version;
    client.write(`event: data-version\nid: ${version}\ndata: ${JSON.stringify({ dataVersion: version })}\n\n`);
  };

  /** One question for all who listen. A store that is away is asked again. */
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    const version = await store.dataset().then(
      (dataset) => dataset?.version,
      () => undefined,
    );
    looking = false;
    if (version !== undefined) for (const client of clients.keys()) tell(client, version);
  };

  // Looking goes on when the client that was the first has gone; it is no part of its request, nor of its trace.
  const start = AsyncResource.bind((): void => {
    const beat = (): void => clients.forEach((_, client) => void client.write(': still here\n\n'));
    timers = [setInterval(() => void look(), limits.lookEveryMs), setInterval(beat, HEARTBEAT)];
  });
  const leave = (client: ServerResponse): void => {
    clients.delete(client);
    if (clients.size === 0) timers.forEach(clearInterval);
  };

  http.get('/events', (request, reply) => {
    // An answer without a body has an end.
    if (request.method === 'HEAD') return reply.headers(EVENT_STREAM).send();
    const full = places.take(request.ip, reply.raw);
    if (full !== null) {
      const [status, code, who] =
        full === 'all'
          ? [503, 'TOO_MANY_LISTENERS', `${limits.clients} clients listen already.`]
          : [429, 'TOO_MANY_LISTENERS_OF_CLIENT', `${limits.ofClient} connections of one client listen already.`];
      const message = `${who} Try again in ${RETRY_AFTER} seconds, or ask { dataVersion } now and then.`;
      return reply.code(status).header('retry-after', RETRY_AFTER).send(graphqlShaped(code, message));
    }
    // What hooks have said of every answer (security, CORS, the id) holds for this one.
    const headers = {
      ...reply.getHeaders(),
      ...EVENT_STREAM,
    };
    reply.hijack();
    const client = reply.raw;
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) client.setHeader(name, value);
    client.write(`retry: ${RETRY}\n\n`);
    client.once('close', () => leave(client));
    const last = request.headers['last-event-id'];
    clients.set(client, { knows: typeof last === 'string' ? last : null });
    if (clients.size === 1) start();
    void look();
  });

  return () => [...clients.keys()].forEach((client) => client.end());
}
