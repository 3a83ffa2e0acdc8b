import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { EarlierVersions } from '../domain/earlier-versions.js';
import type { GraphStore } from '../store/port.js';
import type { QueryLimits } from './configurable.js';
import { createContext, type Context } from './context.js';
import type { ErrorLog } from './errors.js';
import { graphqlServer } from './server.js';

/**
 * The answer to one query without HTTP: the same data, limits and errors as the server gives.
 * @param log told of errors that the answer does not show; standard error unless told
 */
export async function answerQuery(
  store: GraphStore,
  query: string,
  variables: Record<string, unknown> = {},
  log: ErrorLog = (message, cause) => console.error(message, cause),
): Promise<FormattedExecutionResult> {
  const apollo = await graphqlServer(log, []);
  await apollo.start();
  try {
    return await answerWith(apollo, store, query, variables);
  } finally {
    await apollo.stop();
  }
}

/** The same by a server that runs. */
export async function answerWith(
  apollo: ApolloServer<Context>,
  store: GraphStore,
  query: string,
  variables: Record<string, unknown>,
  earlier?: EarlierVersions,
  limits?: QueryLimits,
): Promise<FormattedExecutionResult> {
  const contextValue = createContext(store, earlier, limits);
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind === 'single') return body.singleResult;
  throw new Error('The answer came in parts, which this schema has no directive for.');
}
