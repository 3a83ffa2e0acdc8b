import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** What a client sends a query as: `path` with its parameters, and the rest of the request. */
export interface Sending {
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Half of all have none, as most requests of people. */
const oftenNone = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof(fc.constant(undefined), fc.constantFrom(...values));

/**
 * The queries as clients send them: by GET and by POST, with and without a name, with a name of the operation that is there or is not, with
 * right and wrong extensions, at the address spelled in several ways.
 */
export function sendingsOf(queries: fc.Arbitrary<string>): fc.Arbitrary<Sending> {
  // Half of all as most programs do it: what else is drawn is refused for the most part, before much is done.
  return fc.oneof(
    queries.map((query) => byPost('/graphql', { query })),
    strangeSendingsOf(queries),
  );
}

const byPost = (path: string, parameters: object): Sending => ({
  path,
  init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(parameters) },
});

function strangeSendingsOf(queries: fc.Arbitrary<string>): fc.Arbitrary<Sending> {
  return fc
    .record({
      query: queries,
      named: fc.boolean(),
      method: fc.constantFrom('POST', 'POST', 'GET'),
      path: fc.oneof(
        { weight: 9, arbitrary: fc.constant('/graphql') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('/graphql?', '/%67raphql', '/graphql/', '/GraphQL', '/graphql?x=%00', '/./graphql'),
        },
      ),
      operationName: oftenNone<unknown>([null, '', 'Asked', 'Asked', 'no-such', '__proto__', 3, {}]),
      extensions: oftenNone<(query: string) => unknown>([
        ...[() => null, () => ({}), () => 3, () => []],
        (query) => ({ persistedQuery: { version: 1, sha256Hash: sha256(query) } }),
        () => ({ persistedQuery: { version: 1, sha256Hash: sha256('') } }),
        (query) => ({ persistedQuery: { version: 2, sha256Hash: sha256(query) } }),
        ...[() => ({ persistedQuery: 3 }), () => ({ persistedQuery: {} }), () => ({ dataVersion: '0'.repeat(64) })],
      ]),
      leaveQueryOut: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
    })
    .map(({ query: unnamed, named, method, path, operationName, extensions, leaveQueryOut }) => {
      const query = named ? unnamed.replace(/^query /, 'query Asked ') : unnamed;
      const parameters = {
        ...(leaveQueryOut ? {} : { query }),
        ...(operationName === undefined ? {} : { operationName }),
        ...(extensions === undefined ? {} : { extensions: extensions(query) }),
      };
      if (method === 'POST') return byPost(path, parameters);
      const inAddress = Object.entries(parameters).map(
        ([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
      );
      return {
        path: `${path}${path.includes('?') ? '&' : '?'}${inAddress.join('&')}`,
        init: { method, headers: { 'apollo-require-preflight': 'true' } },
      };
    });
}
