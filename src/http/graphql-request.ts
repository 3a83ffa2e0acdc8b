import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { DATA_VERSION_HEADER } from '../graphql/data-version.js';
import type { Question } from '../graphql/fast-lane.js';
import type { PersistedQueries } from '../graphql/persisted-queries.js';
import { argumentsIn, parsedArgument } from './address-arguments.js';

/** A usual request, understood. */
export interface Asked {
  question: Question;
  /** SHA-256 of the query, to be kept under; null where the request names none. */
  hash: string | null;
  /** Whether the address itself names the version of the data. */
  pinned: boolean;
  contentType: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** The media types that programs accept, as they write it, and what they get. */
const CONTENT_TYPES = new Map([
  ['', JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json, */*', JSON_TYPE],
  ['application/json, text/plain, */*', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
]);

/** Headers that a page of another origin cannot send unasked; with one of them a query by GET is taken. */
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;

interface Parameters {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/**
 * What a request asks, where it asks in the usual way.
 * @returns null for everything else, mistakes above all: Apollo knows what to say to them
 */
export function questionOf(request: FastifyRequest, persisted: PersistedQueries): Asked | null {
  const contentType = CONTENT_TYPES.get(request.headers.accept ?? '');
  if (contentType === undefined) return null;
  const parameters = request.method === 'POST' ? inBody(request) : inAddress(request);
  if (parameters === null) return null;

  const { operationName = null, variables, extensions } = parameters;
  if (!isTextOrNull(operationName) || operationName === '' || !isRecordOrNone(variables) || !isRecordOrNone(extensions))
    return null;
  const text = queryOf(parameters.query, extensions, persisted);
  if (text === null) return null;

  const inExtensions = extensions?.['dataVersion'];
  const dataVersion = inExtensions ?? request.headers[DATA_VERSION_HEADER] ?? null;
  if (!isTextOrNull(dataVersion)) return null;
  return {
    question: {
      query: text.query,
      operationName,
      variables: variables ?? {},
      dataVersion,
      tagged: request.method === 'GET',
    },
    hash: text.hash,
    pinned: inExtensions !== undefined && inExtensions !== null,
    contentType,
  };
}

/** Whether a request names a query by a hash that is no text; Apollo would take it for one. */
export function hasHashThatIsNone({ method, body, url }: FastifyRequest): boolean {
  const extensions =
    method === 'POST' ? isRecord(body) && body['extensions'] : parsedArgument(argumentsIn(url).get('extensions') ?? 'null');
  const named = isRecord(extensions) && extensions['persistedQuery'];
  return isRecord(named) && typeof named['sha256Hash'] !== 'string';
}

function inBody({ body, headers }: FastifyRequest): Parameters | null {
  const given = headers['content-type'];
  if (given !== 'application/json' && given?.toLowerCase() !== 'application/json; charset=utf-8') return null;
  return isRecord(body) ? body : null;
}

function inAddress({ url, headers }: FastifyRequest): Parameters | null {
  if (headers['content-type'] !== undefined || !PREFLIGHTED.some((name) => (headers[name] ?? '') !== '')) return null;
  const given = argumentsIn(url);
  if (['query', 'operationName', 'variables', 'extensions'].some((name) => given.getAll(name).length > 1)) return null;
  try {
    return {
      query: given.get('query') ?? undefined,
      operationName: given.get('operationName'),
      variables: JSON.parse(given.get('variables') ?? 'null') as unknown,
      extensions: JSON.parse(given.get('extensions') ?? 'null') as unknown,
    };
  } catch {
    return null;
  }
}

/** The text of the query, sent as such or known by its hash. */
function queryOf(
  query: unknown,
  extensions: Record<string, unknown> | null | undefined,
  persisted: PersistedQueries,
): { query: string; hash: string | null } | null {
  const named = extensions?.['persistedQuery'];
  if (named === undefined || named === null) return typeof query === 'string' && query !== '' ? { query, hash: null } : null;
  if (!isRecord(named)) return null;
  const { version, sha256Hash: hash } = named;
  if (version !== 1 || typeof hash !== 'string') return null;
  if (query === undefined) {
    const text = persisted.textOf(hash);
    return text === undefined ? null : { query: text, hash: null };
  }
  const isItsHash = typeof query === 'string' && query !== '' && createHash('sha256').update(query).digest('hex') === hash;
  return isItsHash ? { query, hash } : null;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecordOrNone = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value === undefined || value === null || isRecord(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
