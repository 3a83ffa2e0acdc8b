import { createHash } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import type { ErrorLog } from '../graphql/errors.js';
import type { Answered, Observer } from '../http/observing.js';
import { operationUnderWay } from '../store/operation.js';
import { LossyLines } from './lossy-lines.js';
import { Secrets } from './secrets.js';

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `auto`: readable on a terminal, else JSON, an object a line. */
  format: 'auto' | 'json' | 'readable';
  /** Milliseconds from which an operation is told of by itself; null: none is. */
  slowQueryMs: number | null;
  /** What must never be written. */
  secrets: readonly string[];
}

/** What goes on in a server, on standard error. */
export interface Log {
  /** Something that clients do not get to see. */
  error: ErrorLog;
  /** Something that whoever runs the server should see to; answers are given as ever. */
  warn: (message: string) => void;
  note: (message: string) => void;
  /** A line for each request; queries that took long once more, by name and digest, without their variables. */
  observe: Observer;
  /** Another secret, which must not be written from now on. */
  hide: (secret: string) => void;
  /** Lines that could not be written, since the start. */
  lost: () => number;
}

/** @param destination where to; standard error unless told */
export async function openLog(options: LogOptions, destination?: DestinationStream): Promise<Log> {
  const standardError = new LossyLines(2);
  const stream = destination ?? (await formatted(standardError, options.format));
  const secrets = new Secrets(options.secrets);
  const log = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      hooks: { streamWrite: (line) => secrets.blottedOut(line) },
    },
    stream,
  );
  const slow = options.slowQueryMs ?? Infinity;
  return {
    error: (message, cause) => log.error({ id: operationUnderWay()?.requestId, err: cause }, message),
    warn: (message) => log.warn(message),
    note: (message) => log.info(message),
    observe: (answered) => {
      const level = QUIET.test(answered.path) ? 'debug' : 'info';
      if (log.isLevelEnabled(level)) log[level](factsOf(answered), lineOf(answered));
      const { operation, ms } = answered;
      if (operation !== null && ms >= slow) {
        const digest = createHash('sha256').update(operation.query).digest('hex');
        log.warn(
          { id: answered.id, operation: operation.name, digest, ms: rounded(ms) },
          `Slow query: ${operation.name ?? 'without a name'}, ${digest.slice(0, 12)}, ${rounded(ms)} ms`,
        );
      }
    },
    hide: (secret) => secrets.add(secret),
    lost: () => standardError.lost,
  };
}

/** What balancers and pages ask for all the time. */
const QUIET = /^\/(health|assets|metrics)(\/|$)/;

const LONGEST_PATH = 200;

function factsOf({ id, method, path, status, ms, operation, codes, kept, dataVersion, gone }: Answered): object {
  return {
    id,
    method,
    path: path.slice(0, LONGEST_PATH),
    status,
    ms: rounded(ms),
    ...(operation && { operation: operation.name }),
    ...(codes.length > 0 && { codes }),
    ...(kept !== null && { kept }),
    ...(dataVersion !== null && { dataVersion: dataVersion.slice(0, 12) }),
    ...(gone && { gone }),
  };
}

function lineOf({ method, path, status, ms, operation, codes, gone }: Answered): string {
  const more = [operation?.name ?? [], [...new Set(codes)], gone ? 'client gone' : []].flat();
  return `${method} ${path.slice(0, LONGEST_PATH)} ${status} ${rounded(ms)} ms${more.length > 0 ? ` ${more.join(' ')}` : ''}`;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

async function formatted(lines: DestinationStream, format: LogOptions['format']): Promise<DestinationStream> {
  const readable = format === 'readable' || (format === 'auto' && process.stderr.isTTY);
  if (!readable) return lines;
  const { default: pinoPretty } = await import('pino-pretty');
  const pretty = pinoPretty.prettyFactory({
    colorize: process.stderr.isTTY,
    translateTime: 'SYS:HH:MM:ss',
    // The line says them.
    ignore: 'id,method,path,status,ms,operation,codes,kept,dataVersion,gone,digest',
  });
  return { write: (line) => lines.write(pretty(line)) };
}
