import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { answerQuery } from '../graphql/answer-query.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';

export interface QueryOptions extends GraphPlace {
  /** JSON object */
  variables: string;
  json: boolean;
}

/** Prints the answer to one GraphQL query as JSON; exit status 1 where it has errors. */
export async function query(typed: string, options: QueryOptions): Promise<void> {
  const source = await queryText(typed);
  const variables = parsedVariables(options.variables);
  const { store } = await openStore(options);
  try {
    const answer = await answerQuery(store, source, variables);
    console.log(JSON.stringify(answer, null, options.json ? 0 : 2));
    if (answer.errors) process.exitCode = EXIT.wrongInput;
  } finally {
    await store.close();
  }
}

/** GraphQL as typed, of a file that ends in `.graphql`, or for `-` from standard input. */
export async function queryText(typed: string): Promise<string> {
  if (typed === '-') return text(process.stdin);
  return typed.endsWith('.graphql') ? readFile(typed, 'utf8') : typed;
}

function parsedVariables(json: string): Record<string, unknown> {
  try {
    const variables: unknown = JSON.parse(json);
    if (typeof variables === 'object' && variables !== null && !Array.isArray(variables))
      return variables as Record<string, unknown>;
  } catch {
    // Said below, the same as for JSON that is not an object.
  }
  throw new CommandFailed(`--variables takes a JSON object, for example '{"id": "digessp"}'; it was ${json}`, EXIT.wrongUsage);
}
