import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { settingsInForce } from '../configuration/read.js';
import { SETTING_NAMES, type Settings } from '../configuration/settings.js';
import { formatProblems } from '../dossier/problem.js';
import { startServer, type ServerOptions } from '../http/server.js';
import type { Neo4jAddress } from '../store/neo4j/connection.js';
import type { OwnStatements } from '../store/neo4j/own-statement.js';
import type { OwnStatement } from '../store/own-statement.js';
import type { GraphStore } from '../store/port.js';
import { readDossiers, type DossierFolder, type TypedFolder } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { placeIn, type GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';

/** Built by `npm run build:web`. */
const WEB_ROOT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** As typed; the settings among them are read together with the environment. */
export interface ServeOptions extends TypedFolder {
  watch: boolean;
}

/**
 * Serves until SIGINT or SIGTERM; then finishes what is under way and gives the store back.
 * @throws SettingsMistaken before anything is started
 */
export async function serve({ watch, ...options }: ServeOptions): Promise<void> {
  const { settings } = settingsInForce(SETTING_NAMES, { ...options });
  const place = placeIn(settings, options);
  if (watch) requireWatchable(place);
  const { store, origin } = await openStore(place);
  // From before the first answer: who has seen it may ask at once.
  const askedToStop = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  const statements = settings.cypher ? await ownStatements(place.neo4j) : null;
  const close = async (): Promise<void> => {
    await statements?.close();
    await store.close();
  };
  const cypher = statements && ((asked: OwnStatement) => statements.askFenced(asked));
  const server = await startServer({ store, webRoot: WEB_ROOT, cypher, ...serverOptions(settings) }).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  const watcher = watch ? await watchDossiers(store, place) : null;
  console.log(await greeting(store, origin, server.url));

  await askedToStop;
  await watcher?.close();
  await server.close();
  await close();
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

function serverOptions(settings: Settings): Omit<ServerOptions, 'store'> {
  const { port, host, origins, trustedProxies, introspection, answerCacheBytes } = settings;
  const { operationsAtOnce, operationsWaiting, operationTimeoutMs, requestsAMinute, bodyBytes } = settings;
  const {
    queryTokens: tokens,
    queryLevels: levels,
    queryAliases: aliases,
    queryDirectives: directives,
    queryCost: cost,
  } = settings;
  return {
    port,
    host,
    origins,
    trustedProxies,
    admission: { operationsAtOnce, operationsWaiting, operationTimeoutMs, requestsAMinute, bodyBytes },
    api: { introspection, answerCacheBytes, limits: { tokens, levels, aliases, directives, cost } },
  };
}

/** @throws CommandFailed where there is no Neo4j to answer them */
async function ownStatements(neo4j: Neo4jAddress | null): Promise<OwnStatements> {
  if (neo4j === null) {
    throw new CommandFailed(
      `--cypher lets clients send Cypher, which Neo4j answers, and NEO4J_URI names none. \`npm run neo4j\` starts one and prints what to set.`,
      EXIT.wrongUsage,
    );
  }
  const { OwnStatements } = await import('../store/neo4j/own-statement.js');
  return new OwnStatements(neo4j);
}

async function greeting(store: GraphStore, origin: string, url: string): Promise<string> {
  const dataset = await store.dataset();
  const loaded =
    dataset === null
      ? 'nothing yet'
      : `${dataset.entities} entities, ${dataset.relations} relations, ${dataset.claims} claims from ${dataset.sources} sources`;
  return `
Custodes: who governs private security

  Explorer    ${url}/
  GraphQL     ${url}/graphql   (open it in a browser for the playground)
  Health      ${url}/health/ready
  Graph       ${loaded}
              ${origin}; data version ${dataset?.version.slice(0, 12) ?? '-'}

Three queries to try, in the playground or with npx custodes query '…':

  { influence(region: "GT") { oversightBodies { actor { name } } influencers { nodes { rank score actor { name } } } } }
  { paths(from: "swiss-embassy-guatemala", to: "digessp") { paths { hops { direction relation { type } to { name } } } } }
  { search(text: "iepades") { hits { reason entity { id name relations { nodes { type claims { statement source { url } } } } } } } }

With curl: curl ${url}/graphql -H 'content-type: application/json' -d '{"query": "{ search(text: \\"iepades\\") { hits { entity { name } } } }"}'

Ctrl+C stops it.
`;
}

/**
 * Loads the dossiers again when one changes, from when this is resolved. Where one is wrong its mistakes are shown and the graph
 * stays as it was.
 */
async function watchDossiers(store: GraphStore, dossiers: DossierFolder): Promise<{ close: () => Promise<void> }> {
  const { watch } = await import('chokidar');
  let reloading: Promise<void> = Promise.resolve();
  let asked = 0;
  const reload = (): void => {
    const request = ++asked;
    reloading = reloading.then(async () => {
      // Of several changes at once only the last needs a load.
      if (request !== asked) return;
      await reloadOnce(store, dossiers);
    });
  };
  const watcher = watch(dossiers.seeds, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 50 },
  });
  watcher.on('all', reload);
  await once(watcher, 'ready');
  return {
    close: async () => {
      await watcher.close();
      await reloading;
    },
  };
}

async function reloadOnce(store: GraphStore, dossiers: DossierFolder): Promise<void> {
  try {
    const loaded = await readDossiers(dossiers);
    if ('problems' in loaded) {
      console.error(`${formatProblems(loaded.problems)}\n\nThe graph stays as it was until this is mended.`);
      return;
    }
    await store.load(loaded.graph);
    console.log(
      `Reloaded: ${loaded.graph.entities.length} entities, ${loaded.graph.relations.length} relations, data version ${loaded.graph.version.slice(0, 12)}.`,
    );
  } catch (error) {
    console.error(
      `The dossiers could not be loaded again: ${error instanceof Error ? error.message : String(error)} The graph stays as it was.`,
    );
  }
}
