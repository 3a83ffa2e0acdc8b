import type { Settings } from '../configuration/settings.js';
import { USUAL_EVENTS } from '../http/configurable.js';
import type { ServerOptions } from '../http/server.js';

/** What the settings say of the server. */
export function serverOptions(settings: Settings): Omit<ServerOptions, 'store'> {
  const { port, host, origins, trustedProxies, introspection, answerCacheBytes } = settings;
  const { operationsAtOnce, operationsOfClient, operationsWaiting, operationTimeoutMs } = settings;
  const { requestsAMinute, bodyBytes, requestTimeoutMs, stallTimeoutMs } = settings;
  const { exportsAtOnce, exportsOfClient, cypherAtOnce, cypherRows, cypherTimeoutMs, reconcileBatch } = settings;
  const {
    queryTokens: tokens,
    queryLevels: levels,
    queryAliases: aliases,
    queryDirectives: directives,
    queryCost: cost,
    pageRows,
  } = settings;
  return {
    port,
    host,
    origins,
    reconcileOrigins: settings.reconcileOrigins ?? [],
    trustedProxies,
    events: { ...USUAL_EVENTS, clients: settings.eventClients, ofClient: settings.eventsOfClient },
    admission: {
      ...{ operationsAtOnce, operationsOfClient, operationsWaiting, operationTimeoutMs },
      ...{ requestsAMinute, bodyBytes, requestTimeoutMs, stallTimeoutMs },
      ...{ exportsAtOnce, exportsOfClient, cypherAtOnce, cypherRows, cypherTimeoutMs, reconcileBatch },
    },
    api: { introspection, answerCacheBytes, limits: { tokens, levels, aliases, directives, cost, pageRows } },
  };
}
