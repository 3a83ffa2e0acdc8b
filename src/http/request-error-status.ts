import type { ApolloServerPlugin } from '@apollo/server';

/** A client that takes nothing else, as it writes it. */
const JSON_ALONE = /^\s*application\/json\s*(;[^,]*)?$/i;

/**
 * A query that is not run (it cannot be read, is not valid, asks too much, its variables are wrong) is answered with 400. Clients that take
 * `application/json` alone are of the time before GraphQL had a media type of its own: many of them throw away unread what has another
 * status than 200, so they get 200 and the same errors.
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function requestErrorStatus(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ request, response: { http, body } }) {
          const notRun = body.kind === 'single' && !('data' in body.singleResult);
          if (notRun && http.status === 400 && JSON_ALONE.test(request.http?.headers.get('accept') ?? '')) http.status = 200;
          return Promise.resolve();
        },
      }),
  };
}
