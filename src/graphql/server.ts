import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { Context } from './context.js';
import { dataVersions } from './data-version.js';
import { executedBy } from './execution.js';
import { clientError, type ErrorLog } from './errors.js';
import { costLimit, limitRules } from './hostile-queries.js';
import { MOST_TOKENS } from './limits.js';
import { executableSchema } from './schema.js';

/** Validation stops after this many errors; more would only repeat themselves. */
const MOST_VALIDATION_ERRORS = 20;

/**
 * The server of the contract, not yet started: queries within the limits are answered, every other one gets an error with a code.
 * @param plugins of the host: its page for browsers, its way to drain connections
 */
export async function graphqlServer(log: ErrorLog, plugins: ApolloServerPlugin[]): Promise<ApolloServer<Context>> {
  const schema = await executableSchema();
  return new ApolloServer<Context>({
    gateway: executedBy(schema),
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // Whoever starts the server decides when it stops.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: limitRules(),
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
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
