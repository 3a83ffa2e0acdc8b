import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { USUAL_API, type ApiOptions } from './configurable.js';
import type { Context } from './context.js';
import { dataVersions } from './data-version.js';
import { executedBy } from './execution.js';
import { clientError, withoutSuggestions, type ErrorLog } from './errors.js';
import { costLimit } from './cost-limit.js';
import { PersistedQueries } from './persisted-queries.js';
import { readingOf } from './reading.js';
import { executableSchema } from './schema.js';

/**
 * The server of the contract, not yet started: queries within the limits are answered, every other one gets an error with a code.
 * @param plugins of the host: its page for browsers, its way to drain connections
 * @param persistedQueries that clients ask by their hash
 */
export async function graphqlServer(
  log: ErrorLog,
  plugins: ApolloServerPlugin<Context>[],
  persistedQueries = new PersistedQueries(),
  api: ApiOptions = USUAL_API,
): Promise<ApolloServer<Context>> {
  const schema = await executableSchema();
  const reading = readingOf(api);
  return new ApolloServer<Context>({
    gateway: executedBy(schema),
    // Apollo's own refusal names its option; where it is off our rule refuses (reading.ts).
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // Whoever starts the server decides when it stops.
    stopOnTerminationSignals: false,
    parseOptions: reading.parse,
    validationRules: reading.rules,
    validationOptions: reading.validate,
    persistedQueries: { cache: persistedQueries },
    formatError: (formatted, error) => {
      const shown = clientError(formatted, error, log);
      return api.introspection ? shown : withoutSuggestions(shown);
    },
    plugins: [ApolloServerPluginCacheControlDisabled(), costLimit(schema, reading.mostCost), dataVersions(), ...plugins],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => log(String(message), undefined),
      error: (message) => log(String(message), undefined),
    },
  });
}
