import type { AddressInfo, Server as Listener } from 'node:net';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import { EarlierVersions } from '../domain/earlier-versions.js';
import { answerWith } from '../graphql/answer-query.js';
import { USUAL_API, type ApiOptions } from '../graphql/configurable.js';
import type { ErrorLog } from '../graphql/errors.js';
import { FastLane } from '../graphql/fast-lane.js';
import { PersistedQueries } from '../graphql/persisted-queries.js';
import { executableSchema } from '../graphql/schema.js';
import { graphqlServer } from '../graphql/server.js';
import type { Freshness } from '../store/freshness.js';
import type { GraphStore } from '../store/port.js';
import { admit } from './admission.js';
import { explainBodies } from './bodies.js';
import { serveCitations, type Ask } from './citations.js';
import { ClientPlaces } from './client-places.js';
import { compressAnswers } from './compression.js';
import { USUAL_ADMISSION, USUAL_EVENTS, type AdmissionLimits, type EventLimits } from './configurable.js';
import { answerOddRequests, connectionErrors } from './connection-errors.js';
import { watchConnections } from './connections.js';
import { serveCypher, type AskCypher } from './cypher.js';
import { serveEvents } from './events.js';
import { serveExplorer } from './explorer.js';
import { serveExports } from './exports.js';
import { serveGraphql } from './graphql-endpoint.js';
import { serveHealth } from './health.js';
import { serveMetrics, type MetricsFor, type MetricsPage } from './metrics.js';
import { listenAt } from './listening.js';
import { refuseNesting } from './nesting.js';
import { observedOperations, observeRequests, requestIdOf, type Observer } from './observing.js';
import { letOriginsRead } from './other-origins.js';
import { playgroundPage, serveAssets } from './playground.js';
import { serveReconciliation } from './reconcile/reconcile.js';
import { refuseDoubtfulRequests } from './request-form.js';
import { requestErrorStatus } from './request-error-status.js';
import { answerRequestErrors } from './request-errors.js';
import { setSecurityHeaders } from './security-headers.js';
import { giveUpStalledClients } from './stalled-clients.js';
import { refuseWhenClosing } from './stopping.js';
import { traceRequests, type Tracing } from './tracing.js';
import { noticeUnnamedProxy } from './unnamed-proxy.js';
import { projectFile } from '../project-files.js';

export interface ServerOptions {
  store: GraphStore;
  /** 0 takes a free one. */
  port: number;
  /** Address to listen on: `127.0.0.1` for this machine, `0.0.0.0` for all. */
  host: string;
  /** Folder of the built pages; `dist/web` unless told. */
  webRoot?: string;
  /** Answers Cypher of clients at `/cypher`, where the graph is in Neo4j; nobody unless told. */
  cypher?: AskCypher | null;
  /** Origins whose pages may read answers (CORS): `https://dashboard.example`, or `*`; none unless told. */
  origins?: readonly string[];
  /** The same for `/reconcile`, beside those; every page unless told, as the API of reconciliation wants it. */
  reconcileOrigins?: readonly string[];
  /** What clients get; `USUAL_ADMISSION` for what is not told. */
  admission?: Partial<AdmissionLimits>;
  /** Told of errors that clients do not get to see; standard error unless told. */
  log?: ErrorLog;
  /** Told of every request. */
  observers?: readonly Observer[];
  /** Shown at `/metrics`, to these; nowhere unless told. */
  metrics?: { show: MetricsPage; to: MetricsFor } | null;
  /** How far a store that is a copy may be behind; null where the store is none. */
  freshness?: (() => Freshness) | null;
  /** Who is told of other data at `/events`; `USUAL_EVENTS` unless told. */
  events?: EventLimits;
  /** Follows requests; nobody unless told. */
  tracing?: Tracing | null;
  /** What can be asked; `USUAL_API` for what is not told. */
  api?: Partial<ApiOptions>;
  /** Versions of the data that the present one may be compared with (`dataDifference`); none unless told. */
  earlier?: EarlierVersions;
  /** Proxies whose word on who asks is taken (`X-Forwarded-For`, `-Proto`, `-Host`): addresses, ranges, `loopback`; none unless told. */
  trustedProxies?: readonly string[];
  /** Done when all is ready, and before the port is taken. */
  beforeListening?: () => Promise<void>;
}

export interface RunningServer {
  /** `http://localhost:4000`, where the port is the one taken. */
  url: string;
  /** From now on `/health/ready` says 503, so that balancers send requests elsewhere; all are answered still. */
  announceStop(): void;
  /** Takes no more requests, answers those under way, then closes; in eight seconds, after which what is not at its end is cut off. */
  close(): Promise<void>;
}

const WEB_ROOT = projectFile('dist/web/');

/** How long a server that ends waits for clients, in milliseconds: the process is to be gone within ten seconds. */
const LAST_ANSWERS = 8_000;

/**
 * Serves the graph: the explorer at `/`, GraphQL by GET and POST at `/graphql` (a browser gets the playground there), the graph as
 * files at `/export/…`, citations at `/cite/…`, matching of lists of names at `/reconcile`, Cypher at `/cypher` where that is switched on,
 * `/health/live` and `/health/ready`, `/metrics` where there are any, changes of the data at `/events`.
 * The store stays the caller's to close.
 * @throws where the port is taken (`EADDRINUSE`) or may not be used (`EACCES`)
 */
export async function startServer({
  store,
  port,
  host,
  webRoot = WEB_ROOT,
  cypher = null,
  admission = {},
  api = {},
  origins = [],
  reconcileOrigins = ['*'],
  trustedProxies = [],
  earlier = new EarlierVersions(),
  log = logToStderr,
  observers = [],
  metrics = null,
  tracing = null,
  freshness = null,
  events = USUAL_EVENTS,
  beforeListening = async () => undefined,
}: ServerOptions): Promise<RunningServer> {
  const limits = { ...USUAL_ADMISSION, ...admission };
  const http = Fastify({
    ...connectionErrors(observers, limits.requestTimeoutMs),
    bodyLimit: limits.bodyBytes,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: requestIdOf,
    // It has no code; refuseWhenClosing answers instead.
    return503OnClosing: false,
  });
  // GraphQL is sent as JSON only; another content type is told so with 415.
  http.removeContentTypeParser('text/plain');
  const beside: Listener[] = [];
  const endConnections = watchConnections(http, beside);
  answerOddRequests(http, observers);
  observeRequests(http, observers);
  giveUpStalledClients(http, limits.stallTimeoutMs);
  if (tracing !== null) traceRequests(http, tracing);
  answerRequestErrors(http, limits.bodyBytes, log);
  setSecurityHeaders(http);
  refuseDoubtfulRequests(http);
  noticeUnnamedProxy(http, log);
  await letOriginsRead(http, origins);
  explainBodies(http);
  refuseNesting(http);
  let closing = false;
  refuseWhenClosing(http, () => closing);
  const turnstile = await admit(http, limits);
  await compressAnswers(http);
  let stopping = false;
  serveHealth(http, { store, freshness, stopping: () => stopping, log });
  const exports = new ClientPlaces(limits.exportsAtOnce, limits.exportsOfClient);
  serveExports(http, store, exports, limits, log);
  const listeners = new ClientPlaces(events.clients, events.ofClient);
  const endEvents = serveEvents(http, store, listeners, events);
  serveCypher(http, store, cypher, limits, log);
  await serveReconciliation(http, store, [...origins, ...reconcileOrigins], limits.reconcileBatch, log);
  await serveAssets(http, webRoot);
  serveExplorer(http, webRoot);

  const persisted = new PersistedQueries();
  const offered = { ...USUAL_API, ...api };
  const apollo = await graphqlServer(
    log,
    [playgroundPage(webRoot), observedOperations(), requestErrorStatus(), fastifyApolloDrainPlugin(http)],
    persisted,
    offered,
  );
  await apollo.start();
  const ask: Ask = (graph, query, variables) => answerWith(apollo, graph, query, variables, earlier, offered.limits);
  serveCitations(http, store, ask, log);
  const lane = new FastLane(await executableSchema(), store, log, offered, earlier);
  serveGraphql(http, store, apollo, lane, persisted, tracing, earlier, offered.limits);
  if (metrics !== null) {
    const { engine } = store;
    const read = { answerBytes: () => lane.keptBytes, dataset: () => store.dataset() };
    metrics.show.watch({ turnstile, exports, listeners, ...read, engine, freshness });
    serveMetrics(http, metrics.show, metrics.to);
  }

  await http.ready();
  await beforeListening();
  await listenAt(http, { port, host }, beside);
  const close = async (): Promise<void> => {
    announceStop();
    closing = true;
    endEvents();
    const ended = endConnections(LAST_ANSWERS);
    await apollo.stop();
    ended();
  };
  const announceStop = (): void => void (stopping = true);
  return { url: addressOf(http, host), announceStop, close };
}

function addressOf(http: FastifyInstance, host: string): string {
  const { port } = http.server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

const logToStderr: ErrorLog = (message, cause) => console.error(message, ...(cause === undefined ? [] : [cause]));
