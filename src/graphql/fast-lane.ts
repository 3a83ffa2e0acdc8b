import { createHash } from 'node:crypto';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { unlessTheAskerGivesUp } from '../store/operation.js';
import type { GraphStore, HeldDataset } from '../store/port.js';
import { AnswerCache } from './answer-cache.js';
import { USUAL_API, type QueryLimits } from './configurable.js';
import type { EarlierVersions } from '../domain/earlier-versions.js';
import { createContext } from './context.js';
import { clientError, type ErrorLog } from './errors.js';
import { Execution } from './execution.js';
import { KnownOperations } from './known-operations.js';
import { readingOf } from './reading.js';
import { sharedLook } from './shared-look.js';
import { RELEASE } from '../project-files.js';

/** A query as a request brings it, already told apart from everything unusual. */
export interface Question {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
  /** The version of the data that is demanded; null: any. */
  dataVersion: string | null;
  /** Whether an ETag is wanted. */
  tagged: boolean;
}

export interface Answer {
  /** The JSON, as Apollo writes it. */
  body: Buffer | string;
  /** null: no data, and the body says so */
  version: string | null;
  /** Changes when the answer may, which another release may give otherwise; null for an answer with errors, which is not to be kept. */
  etag: string | null;
  /** Name of the operation. */
  operation: string | null;
  /** Codes of the errors in it. */
  codes: string[];
  /** Whether it was made earlier. */
  kept: boolean;
}

/**
 * Answers the queries that servers see most: valid, affordable, read before. It gives the bytes that Apollo would give, without
 * Apollo's pipeline, which takes longer than most queries do. Whatever it does not know how to answer (a mistake, a limit, a demand for
 * another version of the data) it leaves to Apollo: null.
 */
export class FastLane {
  readonly #store: GraphStore;
  readonly #log: ErrorLog;
  readonly #earlier: EarlierVersions | undefined;
  readonly #limits: QueryLimits;
  readonly #operations: KnownOperations;
  readonly #execution: Execution;
  readonly #answers: AnswerCache;
  /** On Neo4j this asks the database: what is kept there is never older than the request. */
  readonly #held: () => Promise<HeldDataset | null>;

  constructor(schema: GraphQLSchema, store: GraphStore, log: ErrorLog, api = USUAL_API, earlier?: EarlierVersions) {
    this.#store = store;
    this.#log = log;
    this.#earlier = earlier;
    this.#limits = api.limits;
    this.#operations = new KnownOperations(schema, readingOf(api));
    this.#execution = new Execution(schema);
    this.#answers = new AnswerCache(api.answerCacheBytes);
    this.#held = sharedLook(() => store.dataset());
  }

  /** Bytes of answers that are kept, about. */
  get keptBytes(): number {
    return this.#answers.bytes;
  }

  async answer(question: Question): Promise<Answer | null> {
    const { query, operationName, variables, dataVersion, tagged } = question;
    const known = this.#operations.find(query, operationName);
    if (!known?.isAffordable(variables)) return null;

    const { document, operation } = known;
    const name = operation.name?.value ?? null;
    const key = `${operationName ?? ''}\n${JSON.stringify(variables)}\n${query}`;
    const kept = this.#answers.find(key);
    if (kept !== undefined) {
      // A store that is away is Apollo's to report.
      const held = await unlessTheAskerGivesUp(this.#held()).catch(() => null);
      if (held === null || (dataVersion !== null && dataVersion !== held.version)) return null;
      if (held.version === kept.version && held.loads === kept.loads) {
        if (tagged) kept.etag ??= etagOf(kept.body);
        return { body: kept.body, version: kept.version, etag: kept.etag, operation: name, codes: [], kept: true };
      }
      this.#answers.forget(key);
    }

    const context = createContext(this.#store, this.#earlier, this.#limits);
    if (dataVersion !== null && (await context.dataVersion().catch(() => null)) !== dataVersion) return null;
    const result = await this.#execution.run({ document, operationName: name, variables, context });
    // Nothing was run: the variables are wrong, and Apollo says how.
    if (result.data === undefined) return null;
    const dataset = await context.dataset().catch(() => null);
    const version = dataset?.version ?? null;
    const shown = result.errors?.map((error) => clientError(withCode(error), error, this.#log));
    const text = written(shown, result.data, version);
    const answered = { version, operation: name, codes: (shown ?? []).map(codeOf), kept: false };
    if (shown !== undefined || dataset === null) return { ...answered, body: text, etag: null };
    const etag = tagged ? etagOf(text) : null;
    this.#answers.keep(key, { version: dataset.version, loads: dataset.loads, etag, body: text });
    // Node sends a text together with the headers, bytes after them.
    return { ...answered, body: text, etag };
  }
}

const codeOf = ({ extensions }: GraphQLFormattedError): string => String(extensions?.['code']);

/** The parts in Apollo's order. */
function written(errors: GraphQLFormattedError[] | undefined, data: ExecutionResult['data'], version: string | null): string {
  const extensions = version === null ? undefined : { dataVersion: version };
  return `${JSON.stringify({ errors, data, extensions })}\n`;
}

/** An error as Apollo hands it on to be shown. */
function withCode(error: GraphQLError): GraphQLFormattedError {
  return { ...error.toJSON(), extensions: { ...error.extensions, code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' } };
}

/** Weak, for the answer may be compressed on its way. */
const etagOf = (body: Buffer | string): string =>
  `W/"${createHash('sha256').update(`${RELEASE}\n`).update(body).digest('base64url').slice(0, 32)}"`;
