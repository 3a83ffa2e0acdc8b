import type { GraphiQLProps } from 'graphiql';
import { Kind, parse, type ExecutionResult } from 'graphql';

/**
 * Sends an operation to the address of this page, which is the API's too: a browser that asks for a page gets the page, whoever
 * posts JSON gets an answer.
 *
 * Errors: where the answer is not JSON (a proxy's page, a server that stops), says the status and what to do.
 */
export const ask: GraphiQLProps['fetcher'] = async ({ query, variables, operationName }, options) => {
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...options?.headers },
    body: JSON.stringify({
      query,
      variables: variables as unknown,
      ...(operationName && isNamedIn(query, operationName) ? { operationName } : {}),
    }),
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as ExecutionResult;
  } catch {
    throw new Error(`The server answered ${response.status} without JSON. Is it still running? Reload the page to find out.`);
  }
};

/**
 * GraphiQL reads the names of a tab's operations a moment after it is opened; who runs it at once would send the name of an
 * operation of the tab before.
 */
function isNamedIn(query: string, operationName: string): boolean {
  try {
    return parse(query).definitions.some(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
    );
  } catch {
    // The server says what is wrong with the query.
    return false;
  }
}
