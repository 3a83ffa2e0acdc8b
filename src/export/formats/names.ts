/** The names of `FORMATS`, for who does not need their writers yet. `test/export/formats.test.ts` holds the two together. */
export const FORMAT_NAMES = [
  'graphml',
  'gexf',
  'gephi-nodes',
  'gephi-edges',
  'node-link',
  'cytoscape',
  'ftm',
  'json-ld',
  'bods',
  'cypher',
  'neo4j-nodes',
  'neo4j-relationships',
  'neo4j-after-import',
  'records',
] as const;
