import { ExportError } from '../errors.js';
import { bods } from './bods.js';
import { cypher } from './cypher.js';
import { cytoscape } from './cytoscape.js';
import { followTheMoney } from './follow-the-money/follow-the-money.js';
import type { Format } from './format.js';
import { gephiEdges, gephiNodes } from './gephi-csv.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { jsonLd } from './json-ld/json-ld.js';
import { neo4jAfterImport, neo4jNodes, neo4jRelationships } from './neo4j-csv.js';
import { nodeLink } from './node-link.js';
import { records } from './records.js';

/** Every format that the graph can be had in. */
export const FORMATS: readonly Format[] = [
  graphml,
  gexf,
  gephiNodes,
  gephiEdges,
  nodeLink,
  cytoscape,
  followTheMoney,
  jsonLd,
  bods,
  cypher,
  neo4jNodes,
  neo4jRelationships,
  neo4jAfterImport,
  records,
];

/** @throws ExportError UNKNOWN_FORMAT, naming all */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((known) => known.name === name);
  if (format !== undefined) return format;
  const names = FORMATS.map((known) => known.name).join(', ');
  throw new ExportError('UNKNOWN_FORMAT', `There is no format "${name}". The formats are ${names}.`);
}
