/**
 * Asks the API of the server that the page came from. Equal questions are asked once; a failure is not remembered.
 */
import type { TypedDocumentString } from './operations.js';

/** Why there is no answer. `offline`: the server was not reached; `refused`: it said no, with a code; `broken`: no GraphQL came back. */
export class Failure extends Error {
  constructor(
    readonly kind: 'offline' | 'refused' | 'broken',
    message: string,
    /** The stable code of the API: `UNKNOWN_REGION`. */
    readonly code: string | null = null,
  ) {
    super(message);
  }
}

interface GraphqlAnswer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const answers = new Map<string, Promise<unknown>>();
const MOST_REMEMBERED = 200;

/** Relative: the page may be served behind any path prefix. */
const API = './graphql';

/**
 * @param partial whether an answer with errors in it is good enough, where there are data too
 * @throws Failure
 */
export function ask<Answer, Variables>(
  operation: TypedDocumentString<Answer, Variables>,
  variables: Variables,
  partial = false,
): Promise<Answer> {
  const key = JSON.stringify([operation.toString(), variables]);
  const known = answers.get(key);
  if (known) return known as Promise<Answer>;
  const answer = sendPaged(operation.toString(), variables, partial);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  if (answers.size > MOST_REMEMBERED) answers.delete(answers.keys().next().value ?? '');
  return answer as Promise<Answer>;
}

/** Rows of a page that every server gives, however it is set (`CUSTODES_PAGE_ROWS`). */
const SURE_PAGE = 25;

/** Asks a server that gives no page so large for a smaller one: the rest comes with the next pages. */
async function sendPaged(query: string, variables: unknown, partial: boolean): Promise<unknown> {
  try {
    return await send(query, variables, partial);
  } catch (problem) {
    const { first } = variables as { first?: number };
    const refused = problem instanceof Failure && problem.code === 'INVALID_ARGUMENT';
    if (!refused || first === undefined || first <= SURE_PAGE) throw problem;
    return send(query, { ...(variables as object), first: SURE_PAGE }, partial);
  }
}

async function send(query: string, variables: unknown, partial: boolean): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(API, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  } catch (error) {
    throw new Failure('offline', String(error));
  }
  const { data, errors } = (await response.json().catch(() => {
    throw new Failure('broken', `HTTP ${response.status}`);
  })) as GraphqlAnswer;
  const error = errors?.[0];
  if (error && !(partial && data)) throw new Failure('refused', error.message, error.extensions?.code ?? null);
  if (!data) throw new Failure('broken', `HTTP ${response.status}`);
  return data;
}
