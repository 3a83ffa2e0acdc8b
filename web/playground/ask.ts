import type { GraphiQLProps } from 'graphiql';

/**
 * Sends an operation to the address of this page, which is the API's too: a browser that asks for a page gets the page, whoever
 * posts JSON gets an answer.
 *
 * Errors: where the answer is not JSON (a proxy's page, a server that stops), says the status and what to do.
 */
export const ask: GraphiQLProps['fetcher'] = async (operation, options) => {
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...options?.headers },
    body: JSON.stringify(operation),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The server answered ${response.status} without JSON. Is it still running? Reload the page to find out.`);
  }
};
