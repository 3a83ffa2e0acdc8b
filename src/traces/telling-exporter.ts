import { TraceFlags } from '@opentelemetry/api';
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

type Told = Parameters<SpanExporter['export']>[1];

/** `ExportResultCode.SUCCESS`. */
const SENT = 0;

/** Spans that wait to be sent; what comes then is lost. */
const MOST_WAITING = 2048;

/** Characters of a reason, which a collector may have written. */
const LONGEST_REASON = 300;

export interface Telling {
  warn: (message: string) => void;
  note: (message: string) => void;
}

/**
 * Hands spans to an exporter, and tells of one that cannot send them: once when it begins, once when it is over. OpenTelemetry itself says
 * nothing of it, neither of spans for which there was no room while others waited.
 */
export class TellingExporter implements SpanExporter {
  readonly #exporter: SpanExporter;
  readonly #to: string;
  readonly #telling: Telling;
  #waiting = 0;
  #lost = 0;
  /** How many were lost when the collector was last there; null where it is there. */
  #lostBefore: number | null = null;
  #reason = '';
  #ending = false;

  /** @param to where they go, as it is said */
  constructor(exporter: SpanExporter, to: string, telling: Telling) {
    this.#exporter = exporter;
    this.#to = to;
    this.#telling = telling;
  }

  /** Spans since the start that were not sent. */
  get lost(): number {
    return this.#lost;
  }

  /** Gathers spans, and counts those for which there is no room. */
  processor(): SpanProcessor {
    const inner = new BatchSpanProcessor(this, { maxQueueSize: MOST_WAITING });
    return {
      onStart: (span, parent) => inner.onStart(span, parent),
      onEnd: (span) => {
        if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) === 0) return;
        if (this.#waiting >= MOST_WAITING) {
          this.#lost++;
          return;
        }
        this.#waiting++;
        inner.onEnd(span);
      },
      forceFlush: () => inner.forceFlush(),
      shutdown: () => inner.shutdown(),
    };
  }

  export(spans: ReadableSpan[], told: Told): void {
    this.#waiting -= spans.length;
    this.#exporter.export(spans, (result) => {
      if (Number(result.code) === SENT) this.#works();
      else this.#fails(spans.length, result.error);
      told(result);
    });
  }

  forceFlush(): Promise<void> {
    return this.#exporter.forceFlush?.() ?? Promise.resolve();
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  /** Ends by `work`, which sends what waits; of what is lost in it one line tells. */
  async end(work: () => Promise<void>): Promise<void> {
    this.#ending = true;
    const before = this.#lost;
    await work().catch((problem: unknown) => (this.#reason ||= reasonOf(problem)));
    const lost = this.#lost - before + this.#waiting;
    if (lost > 0) this.#telling.warn(`${CODE}: The last traces were not sent to ${this.#to}: ${spans(lost)} (${this.#reason}).`);
  }

  #fails(lost: number, problem: unknown): void {
    this.#reason = reasonOf(problem);
    if (this.#lostBefore === null && !this.#ending) {
      this.#telling.warn(
        `${CODE}: Traces cannot be sent to ${this.#to} (${this.#reason}). All else works; spans are lost until they can. Start the collector, mend ` +
          'OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_HEADERS, or send none: OTEL_EXPORTER_OTLP_ENDPOINT=off.',
      );
    }
    this.#lostBefore ??= this.#lost;
    this.#lost += lost;
  }

  #works(): void {
    if (this.#lostBefore !== null && !this.#ending) {
      this.#telling.note(`Traces are sent to ${this.#to} again. Lost meanwhile: ${spans(this.#lost - this.#lostBefore)}.`);
    }
    this.#lostBefore = null;
  }
}

const CODE = 'TRACES_NOT_SENT';

const spans = (count: number): string => (count === 1 ? '1 span' : `${count} spans`);

/** A name that stands for several addresses fails at each, with no words of its own. */
function reasonOf(problem: unknown): string {
  if (problem instanceof AggregateError) return problem.errors.map(reasonOf).join(', ').slice(0, LONGEST_REASON);
  const { message = '', code = '' } = Object(problem) as { message?: string; code?: string | number };
  // A collector that refuses has a number for it.
  const words = typeof code === 'number' ? `status ${code} ${message}`.trimEnd() : message || code;
  return words.slice(0, LONGEST_REASON) || 'no reason was given';
}
