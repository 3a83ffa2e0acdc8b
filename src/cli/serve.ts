import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { SettingsMistaken } from '../configuration/mistakes.js';
import { settingsInForce } from '../configuration/read.js';
import { secretsIn, SETTING_NAMES, type Settings } from '../configuration/settings.js';
import { EarlierVersions } from '../domain/earlier-versions.js';
import { startServer } from '../http/server.js';
import { answerWhileStarting } from '../http/starting.js';
import { openLog, type Log } from '../log/log.js';
import type { Lost, Metrics } from '../metrics/metrics.js';
import type { Neo4jAddress } from '../store/neo4j/connection.js';
import type { OwnStatements } from '../store/neo4j/own-statement.js';
import type { Traces } from '../traces/traces.js';
import type { OwnStatement } from '../store/own-statement.js';
import type { TypedFolder } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { placeIn, type GraphPlace } from './graph-place.js';
import { greeting } from './greeting.js';
import { reachWithin } from './reach-neo4j.js';
import { servedStore } from './served-store.js';
import { serverOptions } from './server-options.js';
import { watchDossiers } from './watch-dossiers.js';
import { projectFile, RELEASE } from '../project-files.js';

/** Built by `npm run build:web`. */
const WEB_ROOT = projectFile('dist/web');

/** As typed; the settings among them are read together with the environment. */
export interface ServeOptions extends TypedFolder {
  watch: boolean;
}

/**
 * Serves until SIGINT or SIGTERM; then finishes what is under way and gives the store back.
 * @throws SettingsMistaken before anything is started
 */
export async function serve({ watch, ...options }: ServeOptions): Promise<void> {
  const { settings, origins } = settingsInForce(SETTING_NAMES, { ...options });
  const named = placeIn(settings, options);
  if (watch) requireWatchable(named);
  const { logLevel: level, logFormat: format, slowQueryMs } = settings;
  const log = await openLog({ level, format, slowQueryMs, secrets: secretsIn(settings) });
  const place = { ...named, neo4j: named.neo4j && withPasswordsHidden(named.neo4j, log) };
  if (settings.neo4jUri === null && origins.neo4jUri === null && origins.neo4jPassword !== null) {
    log.warn(
      `PASSWORD_NOT_USED: ${origins.neo4jPassword} is set and NEO4J_URI is not, so the graph is served from memory. Set NEO4J_URI to serve it from Neo4j; NEO4J_URI=off says that memory is meant.`,
    );
  }
  // One question is no reason to stop answering the others.
  process.on('unhandledRejection', (cause) => log.error('Something failed that nobody waited for', cause));
  const earlier = await earlierVersions(settings.compareWith, origins.compareWith, place.cache, log);
  const askedToStop = new Promise<null>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(null));
  });
  const starting = place.neo4j === null ? null : await answerWhileStarting(settings.port, settings.host);
  const opening = servedStore(place, settings.readModel, log, reachWithin(settings.neo4jWaitMs, log));
  const opened = await Promise.race([opening, askedToStop]).catch(async (error: unknown) => {
    await starting?.close();
    throw error;
  });
  if (opened === null) return stopAtOnce(log);
  const { store, origin, freshness } = opened;
  const statements = settings.cypher && place.neo4j !== null ? await ownStatements(place.neo4j, settings.cypherAtOnce) : null;
  const close = async (): Promise<void> => {
    await statements?.close();
    await store.close();
  };
  const cypher = statements && ((asked: OwnStatement) => statements.askFenced(asked));
  const traces = await tracesTo(settings, log);
  const metrics = settings.metrics === 'off' ? null : await metricsPage({ lines: log.lost, spans: traces?.lost ?? null });
  const told = {
    log: log.error,
    observers: metrics === null ? [log.observe] : [log.observe, metrics.observe],
    metrics: metrics && settings.metrics !== 'off' ? { show: metrics, to: settings.metrics } : null,
  };
  const seen = traces === null ? store : traces.traced(store);
  const server = await startServer({
    store: seen,
    earlier,
    tracing: traces,
    freshness,
    webRoot: WEB_ROOT,
    cypher,
    ...told,
    beforeListening: async () => starting?.close(),
    ...serverOptions(settings),
  }).catch(async (error: unknown) => {
    await starting?.close();
    await close();
    throw error;
  });
  const watcher = watch ? await watchDossiers(store, place, log) : null;
  console.log(await greeting(store, origin, server.url));

  await askedToStop;
  log.note('Stopping: what is under way is answered first');
  server.announceStop();
  await delay(settings.drainMs);
  setTimeout(() => giveUpEnding(log), LONGEST_END).unref();
  await watcher?.close();
  await server.close();
  await close();
  await traces?.close();
  log.note('Stopped');
  // A greeting for which there was no room did not keep it from serving.
  process.exitCode = EXIT.ok;
}

/** A password that is read again, because the one before was refused, is a secret as that was. */
function withPasswordsHidden(address: Neo4jAddress, log: Log): Neo4jAddress {
  const passwordNow = (): string | undefined => {
    const password = address.passwordNow?.();
    if (password !== undefined) log.hide(password);
    return password;
  };
  return { ...address, passwordNow };
}

/** Milliseconds: whoever sent SIGTERM kills after ten seconds, as Docker does. */
const LONGEST_END = 9_500;

/** Clients have been cut off by then; what is left is a database, or a collector of traces, that does not take its leave. */
function giveUpEnding(log: Log): never {
  log.warn('Ended with connections to the database or to the collector of traces that could not be closed in time');
  process.exit(EXIT.storeUnavailable);
}

/** Where nothing is answered yet there is nothing to finish; a load under way is a transaction that Neo4j takes back. */
function stopAtOnce(log: Log): never {
  log.note('Stopped before the graph was open');
  process.exit(EXIT.ok);
}

/** @param where they are named @throws SettingsMistaken where there is nothing at a path, CommandFailed where it is no version of the data */
async function earlierVersions(
  paths: readonly string[],
  where: string | null,
  cache: string | null,
  log: Log,
): Promise<EarlierVersions> {
  if (paths.length === 0) return new EarlierVersions();
  const { graphAt } = await import('./diff.js');
  const graphs = [];
  const absent = paths.filter((path) => !existsSync(path));
  if (absent.length > 0) {
    const what = `names ${absent.map((path) => `"${path}"`).join(', ')}, where there is nothing. Check the path.`;
    throw new SettingsMistaken([{ code: 'INVALID_SETTING', where: where ?? 'compareWith', what }]);
  }
  for (const path of paths) graphs.push(await graphAt(path, cache, log.warn));
  return new EarlierVersions(graphs);
}

/** null where traces go nowhere; then nothing of OpenTelemetry is loaded. */
async function tracesTo(
  { otlpEndpoint, otlpHeaders, otlpServiceName: serviceName }: Settings,
  telling: Log,
): Promise<Traces | null> {
  if (otlpEndpoint === null) return null;
  const { openTraces } = await import('../traces/traces.js');
  const headers = Object.fromEntries(otlpHeaders.map(({ name, value }) => [name, value]));
  return openTraces({ endpoint: otlpEndpoint, headers, serviceName, release: RELEASE, telling });
}

async function metricsPage(lost: Lost): Promise<Metrics> {
  const { openMetrics } = await import('../metrics/metrics.js');
  return openMetrics(RELEASE, lost);
}

/** @throws CommandFailed where what is served does not come from dossiers, or is not this server's alone */
function requireWatchable({ archive, neo4j }: GraphPlace): void {
  if (archive !== null) {
    throw new CommandFailed('An archive does not change: leave --watch out, or serve dossiers with --seeds.', EXIT.wrongUsage);
  }
  if (neo4j !== null) {
    throw new CommandFailed(
      '--watch would replace the graph in Neo4j, which others may share, whenever a file changes. Use it without NEO4J_URI, or load with `custodes load`.',
      EXIT.wrongUsage,
    );
  }
}

async function ownStatements(neo4j: Neo4jAddress, atOnce: number): Promise<OwnStatements> {
  const { OwnStatements } = await import('../store/neo4j/own-statement.js');
  return new OwnStatements(neo4j, atOnce);
}
