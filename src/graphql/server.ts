import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Context } from './context.js';
import { dataVersions } from './data-version.js';
import { executedBy } from './execution.js';
import { clientError, type ErrorLog } from './errors.js';
import { costLimit, limitRules } from './hostile-queries.js';
import { MOST_TOKENS } from './limits.js';
import { PersistedQueries } from './persisted-queries.js';
import { executableSchema } from './schema.js';

/** Validation stops after this many errors; more would only repeat themselves. */
const MOST_VALIDATION_ERRORS = 20;

/** How every query is read and checked, whichever way it takes. */
export const PARSING = { maxTokens: MOST_TOKENS };
export const VALIDATION = { rules: limitRules(), options: { maxErrors: MOST_VALIDATION_ERRORS } };

/**
 * The server of the contract, not yet started: queries within the limits are answered, every other one gets an error with a code.
 * @param plugins of the host: its page for browsers, its way to drain connections
 * @param persistedQueries that clients ask by their hash
 */
export async function graphqlServer(
  log: ErrorLog,
  plugins: ApolloServerPlugin[],
  persistedQueries = new PersistedQueries(),
): Promise<ApolloServer<Context>> {
  const schema = await executableSchema();
  return new ApolloServer<Context>({
    gateway: executedBy(schema),
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // Whoever starts the server decides when it stops.
    stopOnTerminationSignals: false,
    parseOptions: PARSING,
    validationRules: VALIDATION.rules,
    validationOptions: VALIDATION.options,
    persistedQueries: { cache: persistedQueries },
    formatError: (formatted, error) => clientError(formatted, error, log),
    plugins: [ApolloServerPluginCacheControlDisabled(), costLimit(schema), dataVersions(), ...plugins],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => log(String(message), undefined),
      error: (message) => log(String(message), undefined),
    },
  });
}
