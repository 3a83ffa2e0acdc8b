import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPage, ServerParts } from '../http/metrics.js';
import type { Answered, Observer } from '../http/observing.js';
import { STATEMENT_ENDED_CHANNEL, statementsUnderWay, type StatementEnded } from '../store/neo4j/statement-channel.js';
import { BoundedNames } from './bounded-names.js';

/** Seconds; an answer that is kept takes less than a millisecond, an operation is given up after thirty seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

export interface Metrics extends MetricsPage {
  observe: Observer;
  close: () => void;
}

/** What was not told. */
export interface Lost {
  lines: () => number;
  /** null: there are no traces. */
  spans: (() => number) | null;
}

/**
 * What Prometheus is told. Every label has few values, whatever clients send: operations are named where they were found valid, the first
 * hundred names; addresses are those that are served; codes and statements are ours.
 * @param release of the program @param lost since the start: lines of the log, and spans of traces where there are any
 */
export function openMetrics(release: string, lost: Lost = { lines: () => 0, spans: null }): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'custodes_requests_total',
    help: 'Requests by address, method and status; status 499: the client has gone before its answer.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const operations = new Counter({
    name: 'custodes_operations_total',
    help: 'GraphQL operations by name and outcome: answered, partly (with errors), refused.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'custodes_operation_seconds',
    help: 'Time of GraphQL operations, waiting for their turn included.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'custodes_errors_total',
    help: 'Errors that clients got, by code.',
    labelNames: ['code'],
    registers,
  });
  const kept = new Counter({
    name: 'custodes_answer_cache_total',
    help: 'Operations whose answer was kept already (hit), or was not (miss).',
    labelNames: ['result'],
    registers,
  });
  const statements = new Histogram({
    name: 'custodes_statement_seconds',
    help: 'Time of the statements of cypher/ that Neo4j was sent, until their rows were here.',
    labelNames: ['statement'],
    buckets: BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'custodes_statement_failures_total',
    help: 'Statements that Neo4j did not answer, or that were given up.',
    labelNames: ['statement'],
    registers,
  });

  const total = (name: string, help: string, read: () => number): void => {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  };
  total(
    'custodes_log_lines_lost_total',
    'Lines of the log that could not be written: the device is full, or nobody reads.',
    lost.lines,
  );
  if (lost.spans !== null) {
    total(
      'custodes_spans_lost_total',
      'Spans of traces that the collector did not take, or for which there was no room.',
      lost.spans,
    );
  }

  const names = new BoundedNames();
  const observe = ({ route, method, status, ms, gone, operation, codes, kept: wasKept }: Answered): void => {
    requests.inc({ route: route ?? 'none', method: METHODS.includes(method) ? method : 'other', status: gone ? 499 : status });
    for (const code of codes) errors.inc({ code });
    if (wasKept !== null) kept.inc({ result: wasKept ? 'hit' : 'miss' });
    if (route !== '/graphql') return;
    // What was found valid has a name, or none; of what was refused before that nothing is known.
    const name = operation === null ? 'unknown' : names.bounded(operation.name);
    operations.inc({ operation: name, outcome: status >= 400 ? 'refused' : codes.length > 0 ? 'partly' : 'answered' });
    seconds.observe({ operation: name }, ms / 1000);
  };

  const hear = (message: unknown): void => {
    const { statement, ms, failed } = message as StatementEnded;
    statements.observe({ statement }, ms / 1000);
    if (failed) failures.inc({ statement });
  };
  subscribe(STATEMENT_ENDED_CHANNEL, hear);

  return {
    observe,
    contentType: registry.contentType,
    page: () => registry.metrics(),
    watch: (parts) => readParts(parts, registers, release),
    close: () => {
      unsubscribe(STATEMENT_ENDED_CHANNEL, hear);
      registry.clear();
    },
  };
}

/** What is read when it is asked for. */
function readParts(parts: ServerParts, registers: Registry[], release: string): void {
  const { turnstile, exports, listeners, answerBytes, dataset, engine, freshness } = parts;
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge('custodes_operations_running', 'Operations that are being answered.', () => turnstile.counts.inside);
  gauge('custodes_operations_waiting', 'Operations that wait for their turn.', () => turnstile.counts.waiting);
  gauge(
    'custodes_operations_refused',
    'Operations that were refused since the start, for too many waited.',
    () => turnstile.refused,
  );
  gauge('custodes_exports_running', 'Exports that are under way.', () => exports.taken);
  gauge('custodes_event_listeners', 'Clients that listen to /events.', () => listeners.taken);
  gauge('custodes_answer_cache_bytes', 'Bytes of answers that are kept, about.', answerBytes);
  gauge('custodes_statements_running', 'Statements that wait for Neo4j.', statementsUnderWay);
  if (freshness !== null) {
    gauge(
      'custodes_read_model_age_seconds',
      'Seconds since the copy that answers was last seen to be what Neo4j holds.',
      () => freshness().ageMs / 1000,
    );
  }
  new Gauge({
    name: 'custodes_data_info',
    help: 'The data that is served: its version, the engine that holds it, the release of the program.',
    labelNames: ['version', 'engine', 'release'],
    registers,
    async collect() {
      this.reset();
      const held = await dataset().catch(() => null);
      this.set({ version: held?.version.slice(0, 12) ?? 'none', engine, release }, 1);
    },
  });
}
