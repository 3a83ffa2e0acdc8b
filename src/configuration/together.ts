import type { SettingsMistake } from './mistakes.js';
import type { SettingName, Settings } from './settings.js';

type Read = Partial<Settings>;
type Origins = Partial<Record<SettingName, string | null>>;

/**
 * What settings that are right each by itself lack together. Of those that were not read, or are wrong, nothing is said.
 * @param origins where each comes from
 */
export function missingBesides(settings: Read, origins: Origins): SettingsMistake[] {
  const { neo4jUri, neo4jPassword, readModel, cypher } = settings;
  const missing: SettingsMistake[] = [];
  const needsNeo4j = (of: SettingName, does: string): void => {
    const what = `is not set, and ${origins[of]} ${does}. \`npm run neo4j\` starts a Neo4j and prints what to set.`;
    missing.push({ code: 'MISSING_SETTING', where: 'NEO4J_URI', what });
  };
  if (neo4jUri === null) {
    if (readModel !== undefined && readModel !== null) needsNeo4j('readModel', 'copies the graph from Neo4j into memory');
    if (cypher) needsNeo4j('cypher', 'lets clients send Cypher, which Neo4j answers');
  } else if (neo4jUri !== undefined && origins.neo4jUser && neo4jPassword === '') {
    const what = `is not set, and ${origins.neo4jUser} names a user of Neo4j; expected NEO4J_PASSWORD or NEO4J_PASSWORD_FILE.`;
    missing.push({ code: 'MISSING_SETTING', where: 'NEO4J_PASSWORD', what });
  }
  return missing;
}
