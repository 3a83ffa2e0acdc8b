import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkDataVersion } from '../domain/data-version.js';
import { DomainError, type DomainErrorCode } from '../domain/errors.js';
import { ExportError } from '../export/errors.js';
import { FORMAT_NAMES } from '../export/formats/names.js';
import type * as Exporting from '../export/index.js';
import { DATA_VERSION_HEADER } from '../graphql/data-version.js';
import { STORE_AWAY, type ErrorLog } from '../graphql/errors.js';
import { LoadUnderWay, StoreUnavailable } from '../store/errors.js';
import { allInOperation, inOperation, OperationGivenUp, Operation } from '../store/operation.js';
import type { GraphStore } from '../store/port.js';
import type { ClientPlaces } from './client-places.js';
import type { AdmissionLimits } from './configurable.js';
import { hasAnswer } from './entity-tag.js';
import { graphqlShaped } from './error-shape.js';
import { selectionOf } from './export-arguments.js';
import { RELEASE } from '../project-files.js';

/** Seconds after which to ask again. */
const RETRY_AFTER = 10;

/**
 * `/export` lists the formats; `/export/<format>?within=GT&asOf=2021` gives the graph, or the part that the arguments of the API
 * choose, as a file; with `dataVersion` (or the header) only of that version. It is written as fast as the client takes it, and no further
 * once the client has gone.
 */
export function serveExports(
  http: FastifyInstance,
  store: GraphStore,
  places: ClientPlaces,
  limits: AdmissionLimits,
  log: ErrorLog,
): void {
  async function give(format: Exporting.Format, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { dataVersion: demanded = request.headers[DATA_VERSION_HEADER], ...query } = request.query as Record<string, unknown>;
    const dataset = await store.dataset();
    if (dataset !== null && demanded !== undefined) checkDataVersion(demanded, dataset.version);
    // The same question on the same load of the data is answered by the same text, by the same release; weak, for it may be compressed on its way.
    const etag = `W/"${createHash('sha256')
      .update(JSON.stringify([RELEASE, dataset?.version, dataset?.loads, format.name, Object.entries(query).sort()]))
      .digest('base64url')}"`;
    const selection = selectionOf(query);
    void reply.header('cache-control', 'no-cache').header('etag', etag);
    if (dataset !== null && hasAnswer(request, etag)) return reply.code(304).send();
    const operation = exportOperation(request, reply, limits.operationTimeoutMs);
    const full = places.take(request.ip, reply.raw);
    if (full !== null) throw new TooManyExports(full, full === 'all' ? limits.exportsAtOnce : limits.exportsOfClient);

    const { exportGraph } = await exporting();
    const exported = await inOperation(operation, () => exportGraph(store, format, selection));
    const { chunks, dataVersion, truncation } = exported;
    void reply
      .type(format.mediaType)
      .header('content-disposition', `attachment; filename="custodes-${dataVersion.slice(0, 12)}.${format.ending}"`)
      .header(DATA_VERSION_HEADER, dataVersion);
    if (truncation !== null) void reply.header('custodes-truncated', 'true');
    if (request.method === 'HEAD') return reply.send();
    const body = Readable.from(allInOperation(operation, chunks), { objectMode: false });
    body.once('error', (error) => {
      if (!operation.isOver) log('An export broke off', error);
    });
    return reply.send(body);
  }

  const answer =
    (nameIn: (request: FastifyRequest) => string) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      try {
        const { formatNamed } = await exporting();
        return await give(formatNamed(nameIn(request)), request, reply);
      } catch (error) {
        void reply.removeHeader('etag').removeHeader('content-disposition');
        return refuse(reply, error, log);
      }
    };

  http.get('/export', async () => ({
    formats: (await exporting()).FORMATS.map(({ name, title, mediaType }) => ({
      name,
      title,
      mediaType,
      address: `/export/${name}`,
    })),
  }));
  // Each format is an address of its own, so that another method than GET is told what is served there.
  for (const name of FORMAT_NAMES) {
    http.route({ method: ['GET', 'HEAD'], url: `/export/${name}`, handler: answer(() => name) });
  }
  http.get('/export/:format', { handler: answer((request) => (request.params as { format: string }).format) });
}

/** The writers, with Neo4j's driver and others, which a start does not wait for. */
const exporting = (): Promise<typeof Exporting> => import('../export/index.js');

/** It takes as long as its client does; each of its questions to the store has the time of an operation, and ends when the client has gone. */
function exportOperation({ id: requestId }: FastifyRequest, { raw }: FastifyReply, operationTimeoutMs: number): Operation {
  if (raw.destroyed) throw OperationGivenUp.clientGone();
  const operation = new Operation(requestId, () => performance.now() + operationTimeoutMs);
  raw.once('close', () => operation.end(OperationGivenUp.clientGone()));
  return operation;
}

class TooManyExports extends Error {
  readonly code: string;

  constructor(whose: 'client' | 'all', most: number) {
    super(`${most} exports${whose === 'all' ? '' : ' of one client'} are under way. Try again in ${RETRY_AFTER} seconds.`);
    this.code = whose === 'all' ? 'TOO_MANY_EXPORTS' : 'TOO_MANY_EXPORTS_OF_CLIENT';
  }
}

/** Shaped as GraphQL's errors, with the same codes. */
export function refuse(reply: FastifyReply, error: unknown, log: ErrorLog): unknown {
  const answer = (status: number, code: string, message: string, more: object = {}): unknown => {
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send(graphqlShaped(code, message, more));
  };

  if (error instanceof DomainError) {
    const suggestions = error.suggestions.length > 0 ? { suggestions: error.suggestions } : {};
    return answer(STATUS_OF_DOMAIN_ERRORS[error.code] ?? 400, error.code, error.message, suggestions);
  }
  if (error instanceof ExportError) return answer(STATUS[error.code], error.code, error.message);
  if (error instanceof TooManyExports) {
    void reply.header('retry-after', RETRY_AFTER);
    return answer(429, error.code, error.message);
  }
  if (error instanceof OperationGivenUp) return answer(503, error.code, error.message);
  if (error instanceof LoadUnderWay) {
    void reply.header('retry-after', RETRY_AFTER);
    return answer(503, error.code, error.message);
  }
  if (error instanceof StoreUnavailable) {
    log('The store did not answer', error);
    void reply.header('retry-after', RETRY_AFTER);
    return answer(503, error.code, STORE_AWAY);
  }
  throw error;
}

const STATUS_OF_DOMAIN_ERRORS: Partial<Record<DomainErrorCode, number>> = {
  UNKNOWN_ID: 404,
  UNKNOWN_REGION: 404,
  DATA_VERSION_NOT_HELD: 412,
};
const STATUS = { UNKNOWN_FORMAT: 404, NO_DATA: 503, DATA_CHANGED: 503 } as const;
