import { SettingsMistaken } from '../configuration/mistakes.js';
import type { Neo4jAddress } from '../store/neo4j/connection.js';
import { Neo4jStore } from '../store/neo4j/neo4j-store.js';
import type { GraphPlace } from './graph-place.js';
import { graphOf } from './open-store.js';
import { progressLine } from './progress.js';

export interface LoadOptions extends GraphPlace {
  /** Whether every record is written, not only what differs. */
  replace: boolean;
  json: boolean;
}

/** Replaces the graph in the Neo4j that is named. The dossiers are checked before it is touched. */
export async function load({ json, neo4j, replace, ...dossiers }: LoadOptions): Promise<void> {
  const address = namedNeo4j(neo4j);
  const graph = await graphOf(dossiers);
  const store = await Neo4jStore.open(address);
  try {
    const progress = progressLine('Loading into Neo4j');
    await (replace ? store.loadAnew(graph, progress) : store.load(graph, progress));
    const dataset = await store.dataset();
    console.log(
      json
        ? JSON.stringify(dataset)
        : `Loaded into ${address.uri}: ${graph.entities.length} entities, ${graph.relations.length} relations, ${graph.claims.length} claims from ${graph.sources.length} sources; data version ${graph.version.slice(0, 12)}.`,
    );
  } finally {
    await store.close();
  }
}

const NOTHING_TO_LOAD_INTO = 'there is nothing to load into: the memory store reads the dossiers when it starts';

/** @param because why it is needed @throws SettingsMistaken where none is named */
export function namedNeo4j(address: Neo4jAddress | null, because = NOTHING_TO_LOAD_INTO): Neo4jAddress {
  if (address !== null) return address;
  const what =
    `is not set, so ${because}. ` +
    'Set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD; `npm run neo4j` starts a Neo4j and prints them.';
  throw new SettingsMistaken([{ code: 'MISSING_SETTING', where: 'NEO4J_URI', what }]);
}
