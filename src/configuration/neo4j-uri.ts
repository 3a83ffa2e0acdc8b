import type { Kind } from './kinds.js';

/** The address of a Neo4j as its driver takes it: no user and password, for which there are settings, and no path, which nothing would read. */
export const neo4jUri: Kind<string> = {
  placeholder: '<uri>',
  expected: 'an address as neo4j://localhost:7687, or with neo4j+s, neo4j+ssc, bolt, bolt+s or bolt+ssc',
  read: (given) => (partsOf(given) !== null && wrong(given) === undefined ? given : undefined),
  wrong,
  write: String,
};

function wrong(given: string): string | undefined {
  if (given.includes('@')) return 'holds a user or a password, which nothing uses: NEO4J_USER and NEO4J_PASSWORD do';
  const parts = partsOf(given);
  if (parts === null) return undefined;
  if (parts.pathname !== '/' || parts.hash !== '') return 'has a path, which nothing uses: NEO4J_DATABASE names the database';
  // Of a cluster it says which members are asked (server-side routing policies).
  if (parts.search !== '' && given.startsWith('bolt')) return 'has parameters, which only neo4j:// addresses may have';
  return undefined;
}

function partsOf(given: string): URL | null {
  const [, rest] = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/(\S+)$/.exec(given) ?? [];
  // As of a scheme that URL knows, so that host and port are checked.
  return rest !== undefined && URL.canParse(`http://${rest}`) ? new URL(`http://${rest}`) : null;
}
