import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { context, propagation, SpanKind, SpanStatusCode, trace, type Context, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyRequest } from 'fastify';
import type { Tracing } from '../http/tracing.js';
import { STATEMENT_ENDED_CHANNEL, type StatementEnded } from '../store/neo4j/statement-channel.js';
import type { GraphStore } from '../store/port.js';
import { TellingExporter, type Telling } from './telling-exporter.js';
import { tracedStore } from './traced-store.js';

export interface TracesOptions {
  /** Of an OTLP/HTTP collector, `http://localhost:4318`; spans go to `/v1/traces` below it. */
  endpoint: string;
  /** That the collector wants. */
  headers: Record<string, string>;
  serviceName: string;
  release: string;
  /** Of a collector that does not take them, and of one that does again. */
  telling: Telling;
}

export interface Traces extends Tracing {
  /** The store, each question of which is a span. */
  traced: (store: GraphStore) => GraphStore;
  /** Spans since the start that were not sent. */
  lost: () => number;
  /** Sends what is still to be sent, and tells where the collector does not take it in time. */
  close: () => Promise<void>;
}

/** Milliseconds that a collector has; whoever stops a server does not wait for longer. */
const PATIENCE = 3_000;

/**
 * OpenTelemetry traces: request → operation → question to the store → statement of Neo4j. Spans hold names, times and sizes; never the
 * text of a query, its variables or parameters. What belongs to no request has none.
 */
export function openTraces({ endpoint, headers, serviceName, release, telling }: TracesOptions): Traces {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = new TellingExporter(
    new OTLPTraceExporter({ url, headers, timeoutMillis: PATIENCE }),
    withoutLogin(url),
    telling,
  );
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': release }),
    spanProcessors: [exporter.processor()],
  });
  // Also takes the `traceparent` of whoever asks, and carries the span along asynchronous calls.
  provider.register();
  const tracer = trace.getTracer('custodes', release);
  const contexts = new WeakMap<FastifyRequest, Context>();

  const hear = (message: unknown): void => {
    // What the server asks for itself, as a copy that looks for other data, is nobody's request.
    if (trace.getActiveSpan() === undefined) return;
    const { statement, ms, failed } = message as StatementEnded;
    const end = Date.now();
    const span = tracer.startSpan(statement, {
      kind: SpanKind.CLIENT,
      startTime: end - ms,
      attributes: { 'db.system.name': 'neo4j', 'db.operation.name': statement },
    });
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
  };
  subscribe(STATEMENT_ENDED_CHANNEL, hear);

  return {
    begin: (request, reply) => {
      const { method, id } = request;
      const route = request.routeOptions.url ?? 'nothing here';
      const span = tracer.startSpan(
        `${method} ${route}`,
        {
          kind: SpanKind.SERVER,
          attributes: { 'http.request.method': method, 'http.route': route, 'custodes.request.id': id },
        },
        propagation.extract(context.active(), request.headers),
      );
      contexts.set(request, trace.setSpan(context.active(), span));
      reply.raw.once('close', () => {
        const { statusCode, writableFinished } = reply.raw;
        span.setAttribute('http.response.status_code', statusCode);
        if (statusCode >= 500 || !writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
    },
    within: (request, next) => context.with(contexts.get(request) ?? context.active(), next),
    operation: (request, work) =>
      tracer.startActiveSpan('graphql', async (span) => {
        try {
          return await work();
        } finally {
          describe(span, request);
          span.end();
        }
      }),
    traced: (store) => tracedStore(store, tracer),
    lost: () => exporter.lost,
    close: async () => {
      unsubscribe(STATEMENT_ENDED_CHANNEL, hear);
      trace.disable();
      context.disable();
      propagation.disable();
      await exporter.end(() => provider.shutdown());
    },
  };
}

/** An address may hold a user and a password. */
function withoutLogin(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function describe(span: Span, { observed: { operation, codes, kept } }: FastifyRequest): void {
  const name = operation?.name ?? null;
  if (name !== null) span.updateName(`query ${name}`).setAttribute('graphql.operation.name', name);
  if (kept !== null) span.setAttribute('custodes.answer.kept', kept);
  if (codes.length > 0) span.setAttribute('custodes.error.codes', codes).setStatus({ code: SpanStatusCode.ERROR });
}
