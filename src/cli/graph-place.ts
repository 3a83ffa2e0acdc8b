import { settingsInForce } from '../configuration/read.js';
import { GRAPH_SETTINGS, type GraphSettings } from '../configuration/settings.js';
import type { Neo4jAddress } from '../store/neo4j/connection.js';
import { dossiersAt, type DossierFolder, type TypedFolder } from './dossier-folder.js';

/** Where the graph of a command is. */
export interface GraphPlace extends DossierFolder {
  /** null: in memory */
  neo4j: Neo4jAddress | null;
}

/** The options of a command, with where the graph is in place of those that say so. @throws SettingsMistaken */
export function atGraph<Options extends TypedFolder>(options: Options): Options & GraphPlace {
  const others = Object.entries(options).filter(([name]) => !(GRAPH_SETTINGS as string[]).includes(name));
  return { ...(Object.fromEntries(others) as Options), ...placeIn(graphSettings(options), options) };
}

/** What options, environment and `.env` say of the graph. @throws SettingsMistaken */
export const graphSettings = (options: object): GraphSettings => settingsInForce(GRAPH_SETTINGS, { ...options }).settings;

export function placeIn(settings: GraphSettings, { seeds, archive }: TypedFolder): GraphPlace {
  return { ...dossiersAt({ seeds, archive, cache: settings.cache }), neo4j: neo4jAddress(settings) };
}

/** The Neo4j that the settings name; null where they name none: then the graph lives in memory. */
export function neo4jAddress(settings: Omit<GraphSettings, 'cache'>): Neo4jAddress | null {
  const { neo4jUri: uri, neo4jUser: user, neo4jPassword: password, neo4jDatabase: database } = settings;
  if (uri === null) return null;
  return {
    uri,
    user,
    password,
    passwordNow,
    ...(database === '' ? {} : { database }),
    poolSize: settings.neo4jConnections,
    acquisitionTimeoutMs: settings.neo4jPatienceMs,
  };
}

/** What the environment, the file of the password or `.env` say now; undefined where they cannot be read. */
function passwordNow(): string | undefined {
  try {
    return settingsInForce(['neo4jPassword'], {}).settings.neo4jPassword;
  } catch {
    return undefined;
  }
}
